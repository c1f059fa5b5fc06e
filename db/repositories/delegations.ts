import { and, desc, eq, gte, isNull, lte } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { given, prepared } from '../prepared.ts';
import { delegations } from '../schema/delegations.ts';
import { accounts } from '../schema/office.ts';

/** A delegation as stored. */
export type DelegationRow = typeof delegations.$inferSelect;

const runningFor = prepared((db) =>
  db
    .select({
      accountId: delegations.fromId,
      name: accounts.name,
      post: accounts.post,
      permissions: delegations.permissions,
      toOn: delegations.toOn,
    })
    .from(delegations)
    .innerJoin(accounts, eq(accounts.id, delegations.fromId))
    .where(
      and(
        eq(delegations.toId, given('toId')),
        lte(delegations.fromOn, given('today')),
        gte(delegations.toOn, given('today')),
        isNull(delegations.revokedAt),
        eq(accounts.state, 'active'),
      ),
    )
    .orderBy(delegations.id)
    .prepare(),
);

/** For whom a person acts on a day: only people who are at work themselves lend anything. */
export function delegationsTo(db: ReadDb, toId: number, today: LocalDate) {
  return runningFor(db).all({ toId, today });
}

/** One delegation. */
export function delegationById(db: ReadDb, id: number): DelegationRow | undefined {
  return db.select().from(delegations).where(eq(delegations.id, id)).get();
}

/** Delegations with the names of their people, the newest first; only those that end on a day or later when one is given. */
export function listDelegations(db: ReadDb, since: LocalDate | null) {
  const from = alias(accounts, 'from_account');
  const to = alias(accounts, 'to_account');
  return db
    .select({ row: delegations, from: from.name, fromPost: from.post, to: to.name, toPost: to.post })
    .from(delegations)
    .innerJoin(from, eq(from.id, delegations.fromId))
    .innerJoin(to, eq(to.id, delegations.toId))
    .where(since === null ? undefined : gte(delegations.toOn, since))
    .orderBy(desc(delegations.id))
    .all();
}
