import { randomBytes } from 'node:crypto';
import type { Language, Post } from '#shared/domain/accounts/posts.ts';

/** A person at work: who, since when, at which terminal. Held in memory only; a restart asks everybody to log in again. */
export type Session = {
  readonly id: string;
  readonly accountId: number;
  readonly startedAt: number;
  readonly terminal: string;
  lastActiveAt: number;
  locked: boolean;
};

/** The person behind a call, as the corridor read it from the database for this very call. */
export type Actor = {
  readonly id: number;
  readonly name: string;
  readonly post: Post;
  readonly language: Language | null;
};

/** One window or terminal that is connected. Its session comes and goes; the actor is never taken from input. */
export type Connection = {
  readonly id: number;
  readonly terminal: string;
  session: Session | undefined;
};

/** Opens a session on a connection. */
export function openSession(connection: Connection, accountId: number, now: number): Session {
  const session: Session = {
    id: randomBytes(32).toString('base64url'),
    accountId,
    startedAt: now,
    terminal: connection.terminal,
    lastActiveAt: now,
    locked: false,
  };
  connection.session = session;
  return session;
}
