import type { IncomingMessage } from 'node:http';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import { isImpostor } from '#electron/lan/impostor.ts';
import { lanHeaders, lanPaths, lanRefusalSchema, protocolVersion } from '#shared/api/lan.ts';
import { type HeadAnswer, headAlarms, headText, type KeptHead, readHeadText } from '#shared/domain/events/heads.ts';
import { type Standing, standingOf, standingText } from '#shared/domain/terminals/standing.ts';
import { type Refusal, refusalFrom } from '#shared/kernel/errors.ts';
import { type Beat, beating } from './lan-socket.ts';

/** What a PC remembers of the office's log: asked as a window comes, told what the host says. */
type KeptHeads = {
  readonly kept: () => Required<KeptHead> | undefined;
  readonly told: (head: Required<KeptHead>, answer?: HeadAnswer) => void;
};

/** Whether a terminal follows a host that it meets: why not, or null. `known`: the one that it follows. */
export type Follows = ((met: Standing | undefined) => Refusal | null) & {
  readonly known?: (() => Standing | undefined) | undefined;
};

/** Where a host is, and by what each side knows the other. */
export type LinkTo = {
  readonly host: string;
  readonly port: number;
  /** Certificate of the office's own authority, PEM: no other is believed. */
  readonly authority: string;
  /** The terminal's own token. */
  readonly token: string;
  /** Version of this program. */
  readonly program: string;
  /** Whether this terminal follows the host that it meets: why not, or null. Without it, whoever has the authority. */
  readonly follows?: Follows | undefined;
  /** How often it is asked whether the host is still there, and how long it may be silent. */
  readonly beat?: Beat;
  /** Where this PC keeps how far the office's log was. */
  readonly heads?: KeptHeads | undefined;
};

/** One socket to the host, open. */
export type Link = {
  readonly carrier: RPCLink<Record<never, never>>;
  /** With which the window gets its session back on another socket. */
  readonly resume: string | undefined;
  /** Resolves with the closing code when the socket is gone. */
  readonly broken: Promise<number>;
  /** False as soon as nothing can be sent any more. */
  readonly alive: () => boolean;
  readonly close: () => void;
};

const HANDSHAKE_MS = 5_000;
const LARGEST_MESSAGE = 64 * 1024 * 1024;

/** Opens a socket to the host. `refusal` when the host is there and says no; neither when it is not to be reached. */
export async function openLink(
  to: LinkTo,
  resume: string | undefined,
  signal: AbortSignal,
): Promise<{ readonly link?: Link; readonly refusal?: Refusal }> {
  const kept = to.heads?.kept();
  const known = to.follows?.known?.();
  const socket = new WebSocket(
    `wss://${to.host.includes(':') ? `[${to.host}]` : to.host}:${to.port}${lanPaths.office}`,
    {
      ca: to.authority,
      minVersion: 'TLSv1.3',
      // The authority signs nobody but this office's host, whose address may change: who it is, the authority says.
      // (No error; the types of ws ask for a boolean.)
      checkServerIdentity: () => false,
      handshakeTimeout: HANDSHAKE_MS,
      maxPayload: LARGEST_MESSAGE,
      perMessageDeflate: false,
      headers: {
        authorization: `Bearer ${to.token}`,
        [lanHeaders.protocol]: String(protocolVersion),
        [lanHeaders.program]: to.program,
        ...(resume === undefined ? {} : { [lanHeaders.resume]: resume }),
        ...(known === undefined ? {} : { [lanHeaders.standing]: standingText(known) }),
        ...(kept === undefined ? {} : { [lanHeaders.head]: headText(kept) }),
      },
    },
  );
  socket.binaryType = 'arraybuffer';
  const stop = (): void => socket.terminate();
  signal.addEventListener('abort', stop, { once: true });
  let given: string | undefined;
  let met: Standing | undefined;
  try {
    return await new Promise((resolve) => {
      socket.once('upgrade', (response: IncomingMessage) => {
        given = [response.headers[lanHeaders.resume]].flat()[0];
        met = standingOf([response.headers[lanHeaders.standing]].flat()[0]);
        hearHead(to, response);
      });
      socket.once('unexpected-response', (_request, response: IncomingMessage) => {
        void refusalIn(response).then((refusal) => {
          socket.terminate();
          resolve(refusal === undefined ? {} : { refusal });
        });
      });
      socket.on('error', (error) => {
        resolve(isImpostor(error) ? { refusal: { code: 'HOST_IMPOSTOR' } } : {});
      });
      socket.once('open', () => {
        const refusal = to.follows?.(met) ?? null;
        if (refusal !== null) {
          socket.terminate();
          return resolve({ refusal });
        }
        const still = beating(socket, to.beat);
        socket.on('ping', (text) => hearBeat(to, String(text)));
        const broken = new Promise<number>((gone) => {
          socket.once('close', (code) => {
            still();
            gone(code);
          });
        });
        const carrier = new RPCLink<Record<never, never>>({ websocket: unfailing(socket) as never });
        const alive = (): boolean => socket.readyState === WebSocket.OPEN;
        resolve({ link: { carrier, resume: given, broken, alive, close: stop } });
      });
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

const answers: ReadonlySet<string> = new Set<HeadAnswer>(['fits', 'restored', 'accepted', ...headAlarms]);

function isAnswer(text: string): text is HeadAnswer {
  return answers.has(text);
}

/** What the host says of its log as it lets this window in. */
function hearHead({ heads }: LinkTo, { headers }: IncomingMessage): void {
  const text = (name: string): string => [headers[name]].flat()[0] ?? '';
  const [head, answer] = [readHeadText(text(lanHeaders.head)), text(lanHeaders.log)];
  if (head !== undefined && isAnswer(answer)) heads?.told(head, answer);
}

/** How far the log has come since. */
function hearBeat({ heads }: LinkTo, text: string): void {
  const kept = heads?.kept();
  const head = kept && readHeadText(`${text}:${kept.origin}`);
  if (head !== undefined) heads?.told(head);
}

/**
 * The socket as oRPC's link has it: it can always be written to. The link tells the host by itself of calls that are not
 * waited for any more, where nobody hears an error: over a socket that is gone that would be a fault of the whole program.
 * What can't be sent is dropped, and the link hears once more that it is closed, which ends what was asked meanwhile.
 */
function unfailing(socket: WebSocket) {
  const closed = new Set<() => void>();
  return {
    readyState: WebSocket.OPEN,
    addEventListener: (name: 'message' | 'close', listener: (event: never) => void): void => {
      if (name === 'close') closed.add(() => listener(undefined as never));
      socket.addEventListener(name as 'message', listener as () => void);
    },
    send: (message: Parameters<WebSocket['send']>[0]): void => {
      if (socket.readyState === WebSocket.OPEN) return socket.send(message);
      queueMicrotask(() => {
        for (const listener of closed) listener();
      });
    },
  };
}

async function refusalIn(response: IncomingMessage): Promise<Refusal | undefined> {
  let text = '';
  try {
    for await (const part of response) text += String(part);
    return refusalFrom(lanRefusalSchema.parse(JSON.parse(text)));
  } catch {
    return undefined;
  }
}
