import { randomBytes } from 'node:crypto';
import type { ReadDb } from '#db/access.ts';
import { accountById } from '#db/repositories/accounts.ts';
import { dropSessionsBefore, keepSessionState, keepSighting, keptSession } from '#db/repositories/terminal-sessions.ts';
import { type TerminalRow, terminalByToken } from '#db/repositories/terminals.ts';
import { tokenHash } from '#electron/lan/token-hash.ts';
import type { Standing } from '#shared/domain/terminals/standing.ts';
import { placeOf, SESSION_MS } from '#shared/domain/terminals/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Connections } from '../kernel/connections.ts';
import type { Corridor } from '../kernel/corridor.ts';
import type { Clock } from '../kernel/ports.ts';
import { type Connection, type Session } from '../kernel/session.ts';

/** What a terminal says of itself when one of its windows comes. */
export type Knock = {
  readonly token: string;
  readonly resume: string | undefined;
  readonly seen: Seen;
  /** The host that it follows, as far as it has met one. */
  readonly met?: Standing | undefined;
};

/** From where a window came, and with which version of the program. */
export type Seen = { readonly address: string; readonly program: string };

/** A window of a terminal that was let in; `resume` gives it its session back when it comes again. */
export type Admitted = { readonly connection: Connection; readonly resume: string; readonly terminalId: number };

/** Which sockets are to be closed at once: those of a terminal, or that of one window. */
export type Ended = { readonly terminalId: number } | { readonly connectionId: number };

/** A window of a terminal, there or away. */
export type TerminalWindow = {
  readonly connection: Connection;
  readonly terminalId: number;
  /** Sockets that carry it: two for a moment, when it came back before the old one was known to be dead. */
  attached: number;
  /** Since when one does, and since when none does. */
  since: number;
  leftAt: number;
  seen: Seen;
  /** How its session was last written down. */
  kept: { readonly lastActiveAt: number; readonly locked: boolean } | undefined;
};

/** Who is there. */
export type Presence = ReturnType<typeof terminalPresence>;

type Sighting = Seen & { readonly terminalId: number; readonly seenAt: number };

/** More windows than a person has screens, fewer than would be a burden. */
const MOST_WINDOWS = 40;
/** A window without a session has nothing to come back to but an answer that was on its way. */
const AWAY_MS = 10 * 60_000;
/** Writing down that somebody is still there costs a commit of its own, so it is done now and then. */
const ACTIVE_EVERY_MS = 20_000;
const SIGHTING_EVERY_MS = 60_000;

/** Who is there: windows of terminals as they come, go and come back. */
export function terminalPresence(options: {
  readonly db: ReadDb;
  readonly clock: Clock;
  readonly act: Corridor['act'];
  readonly connections: Connections;
}) {
  const { db, clock, act, connections } = options;
  const windows = new Map<string, TerminalWindow>();
  const sightings = new Map<number, Sighting>();
  const written = new Map<number, Sighting>();
  const listeners = new Set<(ended: Ended) => void>();

  connections.onEnded((connection) => {
    if (connection.resumeHash !== null) tell({ connectionId: connection.id });
  });

  function tell(ended: Ended): void {
    for (const listener of [...listeners]) listener(ended);
  }

  function see(terminalId: number, seen: Seen): void {
    sightings.set(terminalId, { ...seen, terminalId, seenAt: clock() });
  }

  /** Throws HOST_SUPERSEDED where the office was left behind, which is judged once the terminal is known. */
  function admit({ token, resume, seen }: Knock, leftBehind: () => boolean = () => false): Admitted {
    const terminal = terminalByToken(db, tokenHash(token));
    if (terminal === undefined) throw new DomainError('TERMINAL_UNKNOWN');
    if (terminal.state !== 'active') throw new DomainError('TERMINAL_REVOKED');
    if (leftBehind()) throw new DomainError('HOST_SUPERSEDED');
    const back = resume === undefined ? undefined : comeBack(terminal, resume, seen);
    const admitted = back ?? enter(terminal, randomBytes(32).toString('base64url'), seen, undefined);
    see(terminal.id, seen);
    return admitted;
  }

  /** The window that a resume token is of, with its session: as it was left, or from before the host was started anew. */
  function comeBack(terminal: TerminalRow, resume: string, seen: Seen): Admitted | undefined {
    const resumeHash = tokenHash(resume);
    const window = windows.get(resumeHash);
    if (window !== undefined) {
      if (window.terminalId !== terminal.id) return undefined;
      if (window.attached === 0) window.since = clock();
      window.attached += 1;
      window.seen = seen;
      return { connection: window.connection, resume, terminalId: terminal.id };
    }
    const kept = keptSession(db, resumeHash);
    if (kept === undefined || kept.terminalId !== terminal.id) return undefined;
    const { accountId, startedAt, lastActiveAt, locked } = kept;
    const admitted = enter(terminal, resume, seen, { lastActiveAt, locked });
    admitted.connection.endedBy = kept.endedBy;
    const fresh = clock() - startedAt <= SESSION_MS && accountById(db, accountId)?.state === 'active';
    if (kept.endedBy === null && fresh) admitted.connection.session = restored(kept);
    return admitted;
  }

  function enter(terminal: TerminalRow, resume: string, seen: Seen, kept: TerminalWindow['kept']): Admitted {
    makeRoom(terminal.id);
    const resumeHash = tokenHash(resume);
    const { name, desks, id: terminalId } = terminal;
    const connection = connections.open(name, { place: placeOf(terminalId), desks, resumeHash });
    windows.set(resumeHash, { connection, terminalId, attached: 1, since: clock(), leftAt: 0, seen, kept });
    return { connection, resume, terminalId };
  }

  /** A terminal has so many windows: the one that has been away longest gives its place up. */
  function makeRoom(terminalId: number): void {
    const own = [...windows.values()].filter((window) => window.terminalId === terminalId);
    if (own.length < MOST_WINDOWS) return;
    const [oldest] = own.filter(({ attached }) => attached === 0).toSorted((a, b) => a.leftAt - b.leftAt);
    if (oldest === undefined) throw new DomainError('TOO_MANY_REQUESTS', { seconds: 60 });
    forget(oldest);
  }

  function forget({ connection }: TerminalWindow): void {
    if (connection.resumeHash !== null) windows.delete(connection.resumeHash);
    connections.close(connection);
  }

  function left(connection: Connection): void {
    const window = connection.resumeHash === null ? undefined : windows.get(connection.resumeHash);
    if (window === undefined || window.connection !== connection) return;
    window.attached = Math.max(0, window.attached - 1);
    window.leftAt = clock();
    see(window.terminalId, window.seen);
  }

  /** Writes down what has changed since, in one commit, and forgets who will not come back. */
  async function keep(): Promise<void> {
    const now = clock();
    for (const window of [...windows.values()])
      if (window.attached === 0 && now - window.leftAt > (window.connection.session ? SESSION_MS : AWAY_MS))
        forget(window);
    for (const { attached, terminalId, seen } of windows.values()) if (attached > 0) see(terminalId, seen);
    const sessions = [...windows.values()].flatMap((window) => {
      const state = newsOf(window);
      return state === undefined ? [] : [[window, state] as const];
    });
    const seen = [...sightings.values()].filter((one) => isNews(one, written.get(one.terminalId)));
    if (sessions.length === 0 && seen.length === 0) return;
    await act({
      procedure: 'terminals.keep',
      run: ({ tx }) => {
        for (const [, state] of sessions) keepSessionState(tx.client, state);
        for (const one of seen) keepSighting(tx.client, one);
        dropSessionsBefore(tx.client, now - SESSION_MS);
      },
    });
    // Only now: what was not written is tried again.
    for (const [window, state] of sessions) window.kept = state;
    for (const one of seen) written.set(one.terminalId, one);
  }

  return {
    admit,
    left,
    keep,
    onEnded: (listener: (ended: Ended) => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** Closes every socket: whoever comes back is judged anew. */
    closeAll: (): void => {
      for (const terminalId of new Set([...windows.values()].map((window) => window.terminalId))) tell({ terminalId });
    },
    /** Every window of terminals, there or away. */
    windows: (): readonly TerminalWindow[] => [...windows.values()],
    /** When a terminal was last seen, if since the start. */
    sighting: (terminalId: number): Sighting | undefined => sightings.get(terminalId),
    /** Cuts a terminal off: its sessions are gone, its sockets are closed. */
    cutOff: (terminalId: number): void => {
      for (const window of [...windows.values()]) if (window.terminalId === terminalId) forget(window);
      tell({ terminalId });
    },
    /** Lets a new name or other desks count at once. */
    changed: ({ id, name, desks }: TerminalRow): void => {
      for (const { terminalId, connection } of windows.values())
        if (terminalId === id) Object.assign(connection, { terminal: name, desks });
    },
  };
}

function restored({
  accountId,
  startedAt,
  lastActiveAt,
  locked,
}: NonNullable<ReturnType<typeof keptSession>>): Session {
  return { id: randomBytes(32).toString('base64url'), accountId, startedAt, lastActiveAt, locked };
}

/** How a session stands, when that is not what is written down. */
function newsOf({ connection: { session, resumeHash }, kept }: TerminalWindow) {
  if (session === undefined || resumeHash === null) return undefined;
  const { lastActiveAt, locked, startedAt } = session;
  const before = kept ?? { lastActiveAt: startedAt, locked: false };
  const same = locked === before.locked && lastActiveAt - before.lastActiveAt <= ACTIVE_EVERY_MS;
  return same ? undefined : { resumeHash, lastActiveAt, locked };
}

function isNews(one: Sighting, before: Sighting | undefined): boolean {
  if (before === undefined) return true;
  const same = one.address === before.address && one.program === before.program;
  return !same || one.seenAt - before.seenAt > SIGHTING_EVERY_MS;
}
