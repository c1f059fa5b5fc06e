import { randomBytes } from 'node:crypto';
import type { Language, Post } from '#shared/domain/accounts/posts.ts';
import type { Standing } from '#shared/domain/accounts/rights.ts';
import type { TerminalDesk } from '#shared/domain/terminals/desks.ts';
import { HOST_PLACE } from '#shared/domain/terminals/states.ts';

/** A person at work: who, since when, at which terminal. Those at terminals outlive a restart of the host. */
export type Session = {
  readonly id: string;
  readonly accountId: number;
  readonly startedAt: number;
  lastActiveAt: number;
  locked: boolean;
};

/** The person behind a call, as the corridor read it from the database for this very call. */
export type Actor = {
  readonly id: number;
  readonly name: string;
  readonly post: Post;
  readonly language: Language | null;
  /** For whom they act today, with what each lends (代理). */
  readonly actingFor: readonly Standing[];
};

/** One window or terminal that is connected. Its session comes and goes; the actor is never taken from input. */
export type Connection = {
  readonly id: number;
  /** The name of its PC, as people read it; changes when it is renamed. */
  terminal: string;
  /** Which PC it is, whatever its name: `pc` for the host's own windows, `terminal:<id>` for others. */
  readonly place: string;
  /** The desks to which its terminal is limited; null when it is not. */
  desks: readonly TerminalDesk[] | null;
  /** By what a window of a terminal is known when it comes back; null for a window of the host. */
  readonly resumeHash: string | null;
  session: Session | undefined;
  /** Who ended its last session from elsewhere, until somebody logs in again. */
  endedBy: string | null;
};

/** A connection before anybody has logged in; a window of the host unless told otherwise. */
export function connectionAt(id: number, terminal: string, more: Partial<Connection> = {}): Connection {
  return { id, terminal, place: HOST_PLACE, desks: null, resumeHash: null, session: undefined, endedBy: null, ...more };
}

/** Opens a session on a connection. */
export function openSession(connection: Connection, accountId: number, now: number): Session {
  const session: Session = {
    id: randomBytes(32).toString('base64url'),
    accountId,
    startedAt: now,
    lastActiveAt: now,
    locked: false,
  };
  connection.session = session;
  connection.endedBy = null;
  return session;
}
