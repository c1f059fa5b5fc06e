import type { Database } from 'better-sqlite3';
import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { nextEpoch } from '#shared/domain/terminals/standing.ts';
import type { ReadDb } from '../access.ts';
import { given, prepared } from '../prepared.ts';
import { accounts } from '../schema/office.ts';
import { hostIdentity, terminalSightings, terminals } from '../schema/terminals.ts';

/** A terminal as stored. */
export type TerminalRow = typeof terminals.$inferSelect;

const byToken = prepared((db) =>
  db
    .select()
    .from(terminals)
    .where(eq(terminals.tokenHash, given('tokenHash')))
    .prepare(),
);

/** The terminal that has a token, revoked or not. */
export function terminalByToken(db: ReadDb, tokenHash: string): TerminalRow | undefined {
  return byToken(db).get({ tokenHash });
}

/** A terminal by its number. */
export function terminalById(db: ReadDb, id: number): TerminalRow | undefined {
  return db.select().from(terminals).where(eq(terminals.id, id)).get();
}

/** True when a terminal is in use under a name. */
export function isTerminalName(db: ReadDb, name: string): boolean {
  // The state written out: only then is the index of the active names known to hold the answer.
  const active = and(eq(terminals.name, name), sql`${terminals.state} = 'active'`);
  return db.select({ id: terminals.id }).from(terminals).where(active).get() !== undefined;
}

const revoker = alias(accounts, 'revoker');

/** Every terminal, with who paired and revoked it and when it was last seen. */
export function allTerminals(db: ReadDb) {
  return db
    .select({
      terminal: terminals,
      pairedBy: accounts.name,
      revokedBy: revoker.name,
      seenAt: terminalSightings.seenAt,
      address: terminalSightings.address,
      program: terminalSightings.program,
    })
    .from(terminals)
    .innerJoin(accounts, eq(accounts.id, terminals.pairedBy))
    .leftJoin(revoker, eq(revoker.id, terminals.revokedBy))
    .leftJoin(terminalSightings, eq(terminalSightings.terminalId, terminals.id))
    .orderBy(asc(terminals.name), asc(terminals.id))
    .all();
}

/** Writes down which PC serves the office, and in which epoch. */
export function writeServing(
  client: Database,
  { installation, name, epoch }: { readonly installation: string; readonly name: string; readonly epoch: number },
): void {
  client
    .prepare('update host_identity set served_by = ?, served_by_name = ?, epoch = ? where id = 1')
    .run(installation, name, epoch);
}

/** Lets the next PC that serves the office do so unasked, in an epoch of its own: its folder has moved. */
export function releaseServing(client: Database, now: number): void {
  const epoch = client.prepare<[], number>('select epoch from host_identity').pluck().get();
  if (epoch === undefined) return;
  client
    .prepare('update host_identity set served_by = null, served_by_name = null, epoch = ?')
    .run(nextEpoch(epoch, now));
}

/** By what terminals know this office; undefined before it was made. */
export function hostIdentityOf(db: ReadDb): typeof hostIdentity.$inferSelect | undefined {
  return db.select().from(hostIdentity).get();
}
