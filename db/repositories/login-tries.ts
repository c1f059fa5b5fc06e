import type Database from 'better-sqlite3';
import { and, asc, count, eq, gt, min } from 'drizzle-orm';
import type { LoginTries } from '#shared/domain/accounts/login.ts';
import type { ReadDb } from '../access.ts';
import { loginTries } from '../schema/terminals.ts';

/** No wait is longer than a day; what is older than two counts nowhere. */
const KEPT_MS = 2 * 86_400_000;

/** A login name at a place: the name as its keyed hash, for people type passwords into the wrong field. */
export type TriedName = { readonly place: string; readonly nameHash: string };

/** Wrong passwords in a row of a name at a place; undefined when there are none. */
export function triesOf(db: ReadDb, { place, nameHash }: TriedName): LoginTries | undefined {
  const { failed, lastAt, lockedUntil } = loginTries;
  return db
    .select({ failed, lastAt, lockedUntil })
    .from(loginTries)
    .where(and(eq(loginTries.place, place), eq(loginTries.nameHash, nameHash)))
    .get();
}

/** How many names had a wrong password at a place since an instant, and when the oldest of them had its last. */
export function triedNames(db: ReadDb, place: string, since: number): { names: number; oldest: number | null } {
  const row = db
    .select({ names: count(), oldest: min(loginTries.lastAt) })
    .from(loginTries)
    .where(and(eq(loginTries.place, place), gt(loginTries.lastAt, since)))
    .get();
  return row ?? { names: 0, oldest: null };
}

/** Where a name waits, and until when. */
export function waitsOf(db: ReadDb, nameHash: string, now: number): { place: string; until: number }[] {
  const { place, lockedUntil } = loginTries;
  return db
    .select({ place, until: lockedUntil })
    .from(loginTries)
    .where(and(eq(loginTries.nameHash, nameHash), gt(lockedUntil, now)))
    .orderBy(asc(place))
    .all()
    .flatMap(({ until, ...at }) => (until === null ? [] : [{ ...at, until }]));
}

/** Remembers wrong passwords of a name at a place, and forgets what is older than any wait. */
export function keepTries(client: Database.Database, { place, nameHash }: TriedName, tries: LoginTries): void {
  client
    .prepare(
      'insert or replace into login_tries (place, name_hash, failed, last_at, locked_until) values (?, ?, ?, ?, ?)',
    )
    .run(place, nameHash, tries.failed, tries.lastAt, tries.lockedUntil);
  client.prepare('delete from login_tries where last_at < ?').run(tries.lastAt - KEPT_MS);
}

/** The right password: what was wrong before counts no more. */
export function dropTries(client: Database.Database, { place, nameHash }: TriedName): void {
  client.prepare('delete from login_tries where place = ? and name_hash = ?').run(place, nameHash);
}

/** Lifts every wait of a name. */
export function dropTriesOf(client: Database.Database, nameHash: string): void {
  client.prepare('delete from login_tries where name_hash = ?').run(nameHash);
}
