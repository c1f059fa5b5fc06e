import { and, count, desc, eq, gte, lt, max, sql } from 'drizzle-orm';
import { addDays, instantOf, type LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { customers, visits } from '../schema/customers.ts';
import { accounts } from '../schema/office.ts';

function onDay(day: LocalDate) {
  return and(gte(visits.receivedAt, instantOf(day)), lt(visits.receivedAt, instantOf(addDays(day, 1))));
}

/** The register of a day, newest first. */
export function visitsOfDay(db: ReadDb, day: LocalDate) {
  return db
    .select({
      id: visits.id,
      kind: visits.kind,
      at: visits.receivedAt,
      customerId: customers.id,
      name: customers.name,
      phone: customers.phone,
      ownerId: customers.ownerId,
      channel: visits.channel,
      rating: customers.rating,
      receivedBy: accounts.name,
      notes: visits.notes,
    })
    .from(visits)
    .innerJoin(customers, eq(customers.id, visits.customerId))
    .innerJoin(accounts, eq(accounts.id, visits.receivedBy))
    .where(onDay(day))
    .orderBy(desc(visits.receivedAt))
    .all();
}

/** How many visits and calls each consultant has received on a day, and when the last. */
export function receptionsOfDay(db: ReadDb, day: LocalDate) {
  return db
    .select({
      id: accounts.id,
      name: accounts.name,
      received: sql<number>`sum(case when ${visits.kind} <> 'call' then 1 else 0 end)`.mapWith(Number),
      calls: sql<number>`sum(case when ${visits.kind} = 'call' then 1 else 0 end)`.mapWith(Number),
      lastAt: max(visits.receivedAt),
    })
    .from(accounts)
    .leftJoin(visits, and(eq(visits.receivedBy, accounts.id), onDay(day)))
    .where(and(eq(accounts.post, 'consultant'), eq(accounts.state, 'active')))
    .groupBy(accounts.id)
    .orderBy(accounts.id)
    .all();
}

/** How often a customer has come and called. */
export function visitCounts(db: ReadDb, customerId: number): { visits: number; calls: number } {
  const rows = db
    .select({ kind: visits.kind, n: count() })
    .from(visits)
    .where(eq(visits.customerId, customerId))
    .groupBy(visits.kind)
    .all();
  const of = (call: boolean) =>
    rows.filter(({ kind }) => (kind === 'call') === call).reduce((sum, { n }) => sum + n, 0);
  return { visits: of(false), calls: of(true) };
}
