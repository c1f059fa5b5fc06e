import { and, asc, eq, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ReadDb } from '../access.ts';
import { given, prepared } from '../prepared.ts';
import { accounts, office } from '../schema/office.ts';

/** An account as stored. */
export type AccountRow = typeof accounts.$inferSelect;

/** The office itself; undefined before it was founded. */
export function theOffice(db: ReadDb): typeof office.$inferSelect | undefined {
  return db.select().from(office).get();
}

const oneAccount = prepared((db) =>
  db
    .select()
    .from(accounts)
    .where(eq(accounts.id, given('id')))
    .prepare(),
);

/** The account of a number. */
export function accountById(db: ReadDb, id: number): AccountRow | undefined {
  return oneAccount(db).get({ id });
}

/** The account of a login name; names are kept in lower case. */
export function accountByLogin(db: ReadDb, loginName: string): AccountRow | undefined {
  return db.select().from(accounts).where(eq(accounts.loginName, loginName.toLowerCase())).get();
}

/** Accounts that may log in, in the order they were made. */
export function activeAccounts(db: ReadDb): AccountRow[] {
  return db.select().from(accounts).where(eq(accounts.state, 'active')).orderBy(asc(accounts.id)).all();
}

/** Every account. */
export function allAccounts(db: ReadDb): AccountRow[] {
  return db.select().from(accounts).orderBy(asc(accounts.id)).all();
}

/** True while the office has no account at all: before its first administrator. */
export function hasNoAccounts(db: ReadDb): boolean {
  return db.select({ id: accounts.id }).from(accounts).limit(1).get() === undefined;
}

/** Active administrators. */
export function activeAdministrators(db: ReadDb): AccountRow[] {
  return db
    .select()
    .from(accounts)
    .where(and(eq(accounts.state, 'active'), eq(accounts.post, 'administrator')))
    .all();
}

const team = prepared((db) => {
  const own = alias(accounts, 'own');
  return db
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(own, eq(own.team, accounts.team))
    .where(and(eq(own.id, given('id')), ne(own.team, '')))
    .prepare();
});

/** Everybody of the team of an account, itself included, whether at work or gone; nobody where it has no team. */
export function teamOf(db: ReadDb, id: number): number[] {
  return team(db)
    .all({ id })
    .map((one) => one.id);
}
