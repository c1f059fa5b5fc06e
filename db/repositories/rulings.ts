import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { TimelineEntry } from '#shared/domain/rulings/rulings.ts';
import { followUpCounts } from '#shared/domain/rulings/rulings.ts';
import type { ReadDb } from '../access.ts';
import { customers, followUps, visits } from '../schema/customers.ts';
import { accounts } from '../schema/office.ts';
import { rulingParties, rulings } from '../schema/rulings.ts';

const opener = alias(accounts, 'opener');
const decider = alias(accounts, 'decider');
const appellant = alias(accounts, 'appellant');
const firstDecider = alias(accounts, 'first_decider');

function withPeople(db: ReadDb) {
  return db
    .select({
      row: rulings,
      opener: opener.name,
      decider: decider.name,
      appellant: appellant.name,
      firstDecider: firstDecider.name,
      customer: { name: customers.name, ownerId: customers.ownerId, restrictedAt: customers.restrictedAt },
    })
    .from(rulings)
    .innerJoin(opener, eq(opener.id, rulings.raisedBy))
    .innerJoin(customers, eq(customers.id, rulings.customerId))
    .leftJoin(decider, eq(decider.id, rulings.decidedBy))
    .leftJoin(appellant, eq(appellant.id, rulings.appealedBy))
    .leftJoin(firstDecider, eq(firstDecider.id, rulings.firstDecidedBy));
}

/** A conflict with the people around it. */
export type RulingWithPeople = ReturnType<typeof newestRulings>[number];

/** The newest conflicts. */
export function newestRulings(db: ReadDb, limit: number) {
  return withPeople(db).orderBy(desc(rulings.id)).limit(limit).all();
}

/** One conflict. */
export function rulingById(db: ReadDb, id: number): RulingWithPeople | undefined {
  return withPeople(db).where(eq(rulings.id, id)).get();
}

/** The conflict about a customer that waits for its ruling. */
export function openRulingOf(db: ReadDb, customerId: number) {
  return db
    .select()
    .from(rulings)
    .where(and(eq(rulings.customerId, customerId), eq(rulings.state, 'open')))
    .get();
}

/** Every conflict about a customer. */
export function rulingsOfCustomer(db: ReadDb, customerId: number) {
  return db.select().from(rulings).where(eq(rulings.customerId, customerId)).all();
}

/** Conflicts that wait for their ruling, the oldest first. */
export function openRulings(db: ReadDb) {
  return db.select().from(rulings).where(eq(rulings.state, 'open')).orderBy(asc(rulings.id)).all();
}

/** Rulings that were appealed against and wait for the manager, the oldest first. */
export function appealedRulings(db: ReadDb) {
  return db.select().from(rulings).where(eq(rulings.state, 'appealed')).orderBy(asc(rulings.id)).all();
}

/** The parties of some conflicts, in their order. */
export function partiesOf(db: ReadDb, rulingIds: readonly number[]) {
  return db
    .select({ party: rulingParties, name: accounts.name, post: accounts.post })
    .from(rulingParties)
    .innerJoin(accounts, eq(accounts.id, rulingParties.accountId))
    .where(inArray(rulingParties.rulingId, [...rulingIds]))
    .orderBy(asc(rulingParties.rulingId), asc(rulingParties.position))
    .all();
}

/** Everything that was written down about some people up to an instant (UTC ms), the oldest first. */
export function timelineOf(db: ReadDb, customerIds: readonly number[], until: number): TimelineEntry[] {
  const came = db
    .select({ at: visits.receivedAt, kind: visits.kind, accountId: visits.receivedBy, by: accounts.name })
    .from(visits)
    .innerJoin(accounts, eq(accounts.id, visits.receivedBy))
    .where(inArray(visits.customerId, [...customerIds]))
    .all()
    .map(({ kind, ...entry }) => ({
      ...entry,
      kind: kind === 'call' ? ('call' as const) : ('visit' as const),
      counted: true,
    }));
  const followed = db
    .select({
      at: followUps.doneAt,
      method: followUps.method,
      accountId: followUps.accountId,
      by: accounts.name,
      content: followUps.content,
      nextOn: followUps.nextOn,
    })
    .from(followUps)
    .innerJoin(accounts, eq(accounts.id, followUps.accountId))
    .where(inArray(followUps.customerId, [...customerIds]))
    .all()
    .map(({ content, nextOn, method, ...entry }) => ({
      ...entry,
      kind: method === 'visit' ? ('visit' as const) : ('followUp' as const),
      counted: followUpCounts({ content, nextOn, method, at: entry.at }),
    }));
  return [...came, ...followed].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
}
