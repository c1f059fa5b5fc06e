import type Database from 'better-sqlite3';
import { asc, eq } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { given, prepared } from '../prepared.ts';
import { terminalSessions } from '../schema/terminals.ts';

/** The session of a window of a terminal, as it is kept for when the window or the host comes back. */
export type KeptSession = typeof terminalSessions.$inferSelect;

const byResume = prepared((db) =>
  db
    .select()
    .from(terminalSessions)
    .where(eq(terminalSessions.resumeHash, given('resumeHash')))
    .prepare(),
);

/** The session that is kept for a window. */
export function keptSession(db: ReadDb, resumeHash: string): KeptSession | undefined {
  return byResume(db).get({ resumeHash });
}

/** Every session that is kept, the oldest first. */
export function keptSessions(db: ReadDb): KeptSession[] {
  return db.select().from(terminalSessions).orderBy(asc(terminalSessions.startedAt)).all();
}

/** Keeps the session that has begun at a window, in place of the one before. */
export function keepSession(
  client: Database.Database,
  session: Omit<KeptSession, 'locked' | 'lastActiveAt' | 'endedBy'>,
): void {
  const { resumeHash, terminalId, accountId, startedAt } = session;
  client
    .prepare(
      `insert or replace into terminal_sessions (resume_hash, terminal_id, account_id, started_at, last_active_at)
         values (?, ?, ?, ?, ?)`,
    )
    .run(resumeHash, terminalId, accountId, startedAt, startedAt);
}

/** Keeps how a session stands. */
export function keepSessionState(
  client: Database.Database,
  { resumeHash, lastActiveAt, locked }: Pick<KeptSession, 'resumeHash' | 'lastActiveAt' | 'locked'>,
): void {
  client
    .prepare('update terminal_sessions set last_active_at = ?, locked = ? where resume_hash = ?')
    .run(lastActiveAt, locked ? 1 : 0, resumeHash);
}

/** Keeps that a session was ended from elsewhere, until its window hears of it. */
export function keepSessionEnd(client: Database.Database, resumeHash: string, by: string): void {
  client.prepare('update terminal_sessions set ended_by = ? where resume_hash = ?').run(by, resumeHash);
}

/** Forgets the session of a window. */
export function dropSession(client: Database.Database, resumeHash: string): void {
  client.prepare('delete from terminal_sessions where resume_hash = ?').run(resumeHash);
}

/** Forgets every session of an account. */
export function dropSessionsOfAccount(client: Database.Database, accountId: number): void {
  client.prepare('delete from terminal_sessions where account_id = ?').run(accountId);
}

/** Forgets every session at a terminal. */
export function dropSessionsOfTerminal(client: Database.Database, terminalId: number): void {
  client.prepare('delete from terminal_sessions where terminal_id = ?').run(terminalId);
}

/** Forgets the sessions that began before an instant. */
export function dropSessionsBefore(client: Database.Database, instant: number): void {
  client.prepare('delete from terminal_sessions where started_at < ?').run(instant);
}

/** Keeps when and as what a terminal was seen. */
export function keepSighting(
  client: Database.Database,
  { terminalId, seenAt, address, program }: { terminalId: number; seenAt: number; address: string; program: string },
): void {
  client
    .prepare('insert or replace into terminal_sightings (terminal_id, seen_at, address, program) values (?, ?, ?, ?)')
    .run(terminalId, seenAt, address, program);
}
