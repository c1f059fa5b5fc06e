import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type WebSocket, WebSocketServer } from 'ws';
import { type CallContext, onTheWire } from '#electron/server/kernel/router.ts';
import type { Connection } from '#electron/server/kernel/session.ts';
import type { Admitted, Ended, Knock } from '#electron/server/terminals/presence.ts';
import { lanHeaders, lanPaths, protocolVersion } from '#shared/api/lan.ts';
import { type HeadAnswer, headText, type KeptHead, readHeadText } from '#shared/domain/events/heads.ts';
import { protocolRefusal } from '#shared/domain/terminals/protocol.ts';
import { type Standing, standingOf, standingText } from '#shared/domain/terminals/standing.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { answerPlainly, type EnrolmentDesk } from './lan-enrolment.ts';
import { take } from './lan-limits.ts';
import { refuseUpgrade } from './lan-refusal.ts';
import { addressOf, type Beat, beating, flushing } from './lan-socket.ts';

/** Who decides which terminals come in: the office. */
export type Door = EnrolmentDesk & {
  /** Throws TERMINAL_UNKNOWN or TERMINAL_REVOKED. */
  admit(knock: Knock): Admitted;
  /** The socket of a connection is gone; the window may come back with its resume token. */
  left(connection: Connection): void;
  /** The log of the office, as terminals keep its head. */
  readonly heads?: {
    current(): Required<KeptHead>;
    present(place: string, kept: KeptHead): HeadAnswer;
  };
  /** Tells what is to be closed at once. Returns how to stop. */
  onEnded(listener: (ended: Ended) => void): () => void;
};

/** How much one terminal, and one address that is no terminal yet, may ask. */
export type Limits = {
  /** Calls of one terminal within ten seconds; a screen that opens asks some twenty questions at once. */
  readonly callsInTenSeconds: number;
  /** Tries to pair or to come in with a wrong token, of one address in a minute. */
  readonly strangersInAMinute: number;
};

const usualLimits: Limits = { callsInTenSeconds: 1000, strangersInAMinute: 60 };

export type LanHostOptions = {
  readonly router: Router<Record<never, never>, CallContext>;
  readonly door: Door;
  /** The leaf with its authority behind it, and its key; PEM. */
  readonly certificate: { readonly cert: string; readonly key: string };
  /** As what it presents itself, so that terminals tell it from another copy of the office. */
  readonly standing?: Standing | undefined;
  /** 0 takes a free one. */
  readonly port: number;
  /** Address to listen at; all of this PC's without one. */
  readonly address?: string | undefined;
  readonly limits?: Partial<Limits>;
  /** How often terminals are asked whether they are there, and told of the head of the log. */
  readonly beat?: Beat;
  readonly log: (level: 'info' | 'warn' | 'error', line: string) => void;
};

/** A socket that is served, for the page of the office's health. */
export type LanSocket = { readonly terminalId: number; readonly connectionId: number; readonly unsent: number };

export type LanHost = {
  readonly port: number;
  readonly sockets: () => readonly LanSocket[];
  /** Says goodbye to every terminal and stops listening. */
  readonly close: () => Promise<void>;
};

/** The largest message of a terminal, bytes: a price list or a scan goes in one. */
const LARGEST_MESSAGE = 32 * 1024 * 1024;
/** Key exchange with 128 bits of strength or more; OpenSSL by itself would also take a group of 2048 bits (112). */
const GROUPS = 'X25519:P-256:P-384';
/** Sockets at once: far more than an office has windows, far fewer than would hurt. */
const MOST_SOCKETS = 500;
/** What a WebSocket says when the other side goes (RFC 6455). */
const GOING_AWAY = 1001;
const GOODBYE_MS = 500;

/**
 * Serves an office to its terminals: HTTPS and WebSocket over TLS 1.3, the same router, corridor and errors as its own
 * windows have. Bytes in, router call, envelope out; who may come in the office decides. Throws HOST_PORT_TAKEN.
 */
export async function serveLan(options: LanHostOptions): Promise<LanHost> {
  const { door, log } = options;
  const { heads } = door;
  const limits = { ...usualLimits, ...options.limits };
  const calls = new RateLimiterMemory({ points: limits.callsInTenSeconds, duration: 10 });
  const strangers = new RateLimiterMemory({ points: limits.strangersInAMinute, duration: 60 });
  const open = new Map<WebSocket, { readonly terminalId: number; readonly connection: Connection }>();

  const handler = new RPCHandler<CallContext & { terminalId: number }>(options.router, {
    interceptors: [
      async ({ next, context }) => {
        try {
          await take(calls, `terminal ${context.terminalId}`);
        } catch (error) {
          throw onTheWire(error);
        }
        return next();
      },
    ],
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, perMessageDeflate: false });

  function serve(socket: WebSocket, { terminalId, connection }: Admitted): void {
    open.set(socket, { terminalId, connection });
    const still = beating(socket, options.beat, heads && (() => beatText(heads.current())));
    socket.on('error', (error) => log('warn', `terminal ${terminalId}: ${error.message}`));
    socket.on('close', () => {
      still();
      open.delete(socket);
      door.left(connection);
    });
    void handler.upgrade(flushing(socket), { context: { connection, terminalId } });
  }

  const server = createServer(
    {
      ...options.certificate,
      minVersion: 'TLSv1.3',
      ecdhCurve: GROUPS,
      maxHeaderSize: 8 * 1024,
      headersTimeout: 10_000,
    },
    (request, response) => {
      const address = addressOf(request.socket);
      void answerPlainly(request, response, { desk: door, standing: options.standing }, () =>
        take(strangers, address),
      ).catch((error: unknown) => {
        log('error', `${request.method} ${request.url}: ${String(error)}`);
        response.destroy();
      });
    },
  );
  server.requestTimeout = 10_000;
  server.maxConnections = MOST_SOCKETS;
  server.on('tlsClientError', () => undefined);
  server.on('upgrade', (request, socket, head) => {
    // Until the upgrade is done nobody else hears its errors.
    socket.on('error', () => socket.destroy());
    void admit(request.headers, request.url, addressOf(request.socket), socket).then((admitted) => {
      if (admitted === undefined) return;
      let served = false;
      const present = (headers: string[]): void => {
        headers.push(`${lanHeaders.resume}: ${admitted.resume}`, ...aboutLog(door, request, admitted));
        if (options.standing !== undefined) headers.push(`${lanHeaders.standing}: ${standingText(options.standing)}`);
      };
      sockets.on('headers', present);
      sockets.handleUpgrade(request, socket, head, (upgraded) => {
        served = true;
        serve(upgraded, admitted);
      });
      // What was no WebSocket, or is gone by now, was not served: it must neither stay nor leave its token to the next one.
      sockets.off('headers', present);
      if (!served) door.left(admitted.connection);
    });
  });

  async function admit(
    headers: NodeJS.Dict<string | string[]>,
    url: string | undefined,
    address: string,
    socket: Duplex,
  ): Promise<Admitted | undefined> {
    const header = (name: string) => [headers[name]].flat()[0];
    if (url !== lanPaths.office) {
      refuseUpgrade(socket, new DomainError('NOT_FOUND'));
      return undefined;
    }
    const token = /^Bearer (\S+)$/.exec(header('authorization') ?? '')?.[1];
    try {
      const otherVersion = protocolRefusal(Number(header(lanHeaders.protocol)), protocolVersion);
      if (otherVersion !== null) throw DomainError.from(otherVersion);
      if (token === undefined) throw new DomainError('TERMINAL_UNKNOWN');
      const program = (header(lanHeaders.program) ?? '').slice(0, 40);
      return door.admit({
        token,
        resume: header(lanHeaders.resume),
        seen: { address, program },
        met: standingOf(header(lanHeaders.standing)),
      });
    } catch (error) {
      refuseUpgrade(socket, await counted(error, address));
      return undefined;
    }
  }

  /** What a refused upgrade is told. Only strangers are counted: a terminal behind the same address is not kept out by them. */
  async function counted(error: unknown, address: string): Promise<DomainError> {
    const refusal = error instanceof DomainError ? error : new DomainError('INTERNAL');
    if (refusal.code !== 'TERMINAL_UNKNOWN') return refusal;
    try {
      await take(strangers, address);
      return refusal;
    } catch (spent) {
      return spent instanceof DomainError ? spent : refusal;
    }
  }

  const stop = door.onEnded((ended) => {
    for (const [socket, { terminalId, connection }] of open)
      if ('terminalId' in ended ? ended.terminalId === terminalId : ended.connectionId === connection.id)
        socket.terminate();
  });

  const port = await listening(server, options.port, options.address);
  return {
    port,
    sockets: () =>
      [...open].map(([socket, { terminalId, connection }]) => ({
        terminalId,
        connectionId: connection.id,
        unsent: socket.bufferedAmount,
      })),
    close: async () => {
      stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of open.keys()) socket.close(GOING_AWAY);
      const late = setTimeout(() => {
        for (const socket of open.keys()) socket.terminate();
        server.closeAllConnections();
      }, GOODBYE_MS);
      await closed;
      clearTimeout(late);
    },
  };
}

/** What the host says of its log as a window comes in: first to what the terminal remembers, then how far it is. */
function aboutLog({ heads }: Door, { headers }: IncomingMessage, { connection }: Admitted): string[] {
  if (heads === undefined) return [];
  const kept = readHeadText([headers[lanHeaders.head]].flat()[0] ?? '');
  const answer = kept === undefined ? 'fits' : heads.present(connection.terminal, kept);
  return [`${lanHeaders.log}: ${answer}`, `${lanHeaders.head}: ${headText(heads.current())}`];
}

/** What goes with each beat: the number and hash of the newest entry. The first one is known since the socket was opened. */
function beatText({ seq, hash }: KeptHead): string {
  return `${seq}:${hash}`;
}

function listening(server: Server, port: number, address: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject('code' in error && error.code === 'EADDRINUSE' ? new DomainError('HOST_PORT_TAKEN', { port }) : error),
    );
    server.listen(port, address, () => resolve((server.address() as AddressInfo).port));
  });
}
