import { setTimeout as sleep } from 'node:timers/promises';
import { createORPCClient, ORPCError } from '@orpc/client';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { type Link, type LinkTo, openLink } from './lan-link.ts';

/** How the way to the host stands. `since`: this PC's instant, UTC ms. */
export type LinkState =
  | { readonly kind: 'connecting'; readonly since: number }
  | { readonly kind: 'open'; readonly since: number }
  | { readonly kind: 'lost'; readonly since: number }
  /** The host is there and does not let this terminal in: revoked, unknown, another version. */
  | { readonly kind: 'refused'; readonly since: number; readonly refusal: Refusal };

/** An act under way, as it is noted before it is sent. Never what it says. */
export type OutboxEntry = { readonly requestId: string; readonly path: string; readonly at: number };

/** Where acts under way are noted, so that a terminal that falls can find out afterwards what became of them. */
export type Outbox = {
  /** Noted on the disk when it resolves. */
  begin(entry: OutboxEntry): Promise<void>;
  /** It was answered. */
  done(requestId: string): void;
};

export type CarrierOptions = {
  /** Where the host is and how it is known. */
  readonly to: LinkTo;
  readonly outbox: Outbox;
  readonly now: () => number;
  /** Waits; tests wind it by hand. Rejects when the signal aborts. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  readonly log: (level: 'info' | 'warn' | 'error', line: string) => void;
};

/** Carries the calls of one window of a terminal to the host and back. */
export type Carrier = {
  /** A question: asked again on the next link when one breaks. Throws HOST_UNREACHABLE when none comes. */
  ask(path: string, input: unknown, signal?: AbortSignal): Promise<unknown>;
  /**
   * An act, `{ requestId, data }`: never sent while the host is away (HOST_UNREACHABLE); once sent, sent again under the
   * same id until the host has answered, so that nobody has to guess what became of it. Throws OUTCOME_UNKNOWN when that
   * cannot be found out here any more.
   */
  act(path: string, input: unknown, signal?: AbortSignal): Promise<unknown>;
  /** A stream: ends with HOST_UNREACHABLE when its link breaks. */
  open(path: string, input: unknown, signal?: AbortSignal): AsyncIterable<unknown>;
  state(): LinkState;
  /** Hears every change of the state. Returns how to stop. */
  onState(listener: (state: LinkState) => void): () => void;
  /** Tries to reach the host now instead of after the pause. */
  hurry(): void;
  close(): void;
};

/** Pauses between tries to reach the host, ms: 0.5 s doubling to 8 s. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
/** A host that lets nobody in is asked again this often: it may have been updated. */
const REFUSED_PAUSE_MS = 30_000;
/** How long a call waits for a link before it is refused, ms. */
const PATIENCE_MS = 2_500;
/** With this the host closes when a message is larger than it takes (RFC 6455). */
const TOO_LARGE = 1009;
/** What the screens say of a file, whose base64 fits into the largest message of a host, MiB. */
const LARGEST_FILE_MIB = 22;
/** Sessions that were lost on the way: whether the act was done can be asked only after the next log-in. */
const sessionGone: ReadonlySet<unknown> = new Set([
  'UNAUTHENTICATED',
  'SESSION_ENDED_BY',
  'SESSION_LOCKED',
  'ACCOUNT_DISABLED',
]);

/** Begins to reach the host at once, and again whenever the link breaks, until it is closed. */
export function lanCarrier(options: CarrierOptions): Carrier {
  const { to, outbox, now, log } = options;
  const wait = options.wait ?? ((ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal, ref: false }));
  const closing = new AbortController();
  const listeners = new Set<(state: LinkState) => void>();
  let state: LinkState = { kind: 'connecting', since: now() };
  let link: Link | undefined;
  let resume: string | undefined;
  let hurry = new AbortController();

  function tell(next: LinkState): void {
    state = next;
    for (const listener of [...listeners]) listener(next);
  }

  async function keepLinked(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!closing.signal.aborted) {
      const tried = await openLink(to, resume, closing.signal);
      if (closing.signal.aborted) return tried.link?.close();
      if (tried.link !== undefined) {
        const current = tried.link;
        link = current;
        resume = current.resume ?? resume;
        pause = FIRST_PAUSE_MS;
        tell({ kind: 'open', since: now() });
        await current.broken;
        link = undefined;
        if (!closing.signal.aborted) tell({ kind: 'lost', since: now() });
      } else if (tried.refusal !== undefined) {
        if (state.kind !== 'refused') log('warn', `the host refuses: ${tried.refusal.code}`);
        tell({ kind: 'refused', since: now(), refusal: tried.refusal });
        pause = tried.refusal.code === 'TOO_MANY_REQUESTS' ? LONGEST_PAUSE_MS : REFUSED_PAUSE_MS;
      } else if (state.kind !== 'lost') tell({ kind: 'lost', since: now() });
      hurry = new AbortController();
      await wait(pause, AbortSignal.any([closing.signal, hurry.signal])).catch(() => undefined);
      if (state.kind !== 'refused') pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  /** The link, once there is one; undefined when none came while `patience` lasted. */
  async function linked(patience: 'short' | 'endless', signal: AbortSignal | undefined): Promise<Link | undefined> {
    if (link !== undefined || state.kind === 'refused') return link;
    const settled = new AbortController();
    const given = AbortSignal.any([closing.signal, settled.signal, ...(signal === undefined ? [] : [signal])]);
    try {
      return await new Promise<Link | undefined>((resolve) => {
        const stop = (value: Link | undefined): void => {
          listeners.delete(hear);
          resolve(value);
        };
        const hear = (next: LinkState): void => {
          if (next.kind === 'open') stop(link);
          else if (next.kind === 'refused') stop(undefined);
        };
        listeners.add(hear);
        given.addEventListener('abort', () => stop(undefined), { once: true });
        if (given.aborted) stop(undefined);
        if (patience === 'short')
          void wait(PATIENCE_MS, given).then(
            () => stop(undefined),
            () => undefined,
          );
      });
    } finally {
      settled.abort();
    }
  }

  /** The refusal of a call that found no link. */
  function unreachable(): DomainError {
    if (state.kind === 'refused') return DomainError.from(state.refusal);
    return new DomainError('HOST_UNREACHABLE');
  }

  async function ask(path: string, input: unknown, signal?: AbortSignal): Promise<unknown> {
    for (;;) {
      const over = await linked('short', signal);
      if (over === undefined) throw unreachable();
      try {
        return await callOf(over, path)(input, { signal });
      } catch (error) {
        if (error instanceof ORPCError || signal?.aborted === true) throw error;
        await broken(over, error);
      }
    }
  }

  async function act(path: string, input: unknown, signal?: AbortSignal): Promise<unknown> {
    const requestId = String(Reflect.get(Object(input), 'requestId'));
    let over = await linked('short', signal);
    // Nothing was sent: whoever asked may try again when they like.
    if (over === undefined) throw unreachable();
    await outbox.begin({ requestId, path, at: now() });
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await callOf(over, path)(input, {});
        outbox.done(requestId);
        return answer;
      } catch (error) {
        if (error instanceof ORPCError) {
          if (tries > 1 && sessionGone.has(Reflect.get(Object(error.data), 'code')))
            throw new DomainError('OUTCOME_UNKNOWN');
          outbox.done(requestId);
          throw error;
        }
        await broken(over, error);
      }
      // It may have been done: whatever the window does meanwhile, this is found out.
      over = await linked('endless', undefined);
      if (over === undefined) throw new DomainError('OUTCOME_UNKNOWN');
    }
  }

  async function* open(path: string, input: unknown, signal?: AbortSignal): AsyncIterable<unknown> {
    const over = await linked('short', signal);
    if (over === undefined) throw unreachable();
    try {
      yield* (await callOf(over, path)(input, { signal })) as AsyncIterable<unknown>;
    } catch (error) {
      if (error instanceof ORPCError) throw error;
      if (signal?.aborted !== true) throw new DomainError('HOST_UNREACHABLE');
    }
  }

  void keepLinked();
  return {
    ask: (path, input, signal) => {
      hurry.abort();
      return ask(path, input, signal);
    },
    act: (path, input, signal) => {
      hurry.abort();
      return act(path, input, signal);
    },
    open,
    state: () => state,
    onState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hurry: () => hurry.abort(),
    close: () => {
      closing.abort();
      link?.close();
    },
  };
}

/** Waits until a link is gone over which a call failed; throws where it was not the link, or the message was too large. */
async function broken(link: Link, error: unknown): Promise<void> {
  if (link.alive()) throw error;
  if ((await link.broken) === TOO_LARGE) throw new DomainError('FILE_TOO_LARGE', { largestMib: LARGEST_FILE_MIB });
}

type Call = (input: unknown, options: { signal?: AbortSignal | undefined }) => Promise<unknown>;

const clients = new WeakMap<Link, unknown>();

function callOf(link: Link, path: string): Call {
  let node = clients.get(link);
  if (node === undefined) {
    node = createORPCClient(link.carrier);
    clients.set(link, node);
  }
  for (const name of path.split('.')) node = Reflect.get(Object(node), name);
  return node as Call;
}
