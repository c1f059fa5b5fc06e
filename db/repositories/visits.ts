import { and, asc, count, desc, eq, gte, inArray, isNull, lt, lte, max, ne, or, sql } from 'drizzle-orm';
import { addDays, instantOf, type LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { customers, rotas, visits } from '../schema/customers.ts';
import { accounts } from '../schema/office.ts';

function onDay(day: LocalDate) {
  return and(gte(visits.receivedAt, instantOf(day)), lt(visits.receivedAt, instantOf(addDays(day, 1))));
}

/** The register of a day, newest first. */
export function visitsOfDay(db: ReadDb, day: LocalDate, whose: readonly number[] | null) {
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
      partySize: visits.partySize,
      transport: visits.transport,
      referrer: visits.referrerName,
      turn: visits.turn,
      leftAt: visits.leftAt,
      ending: visits.ending,
      notes: visits.notes,
    })
    .from(visits)
    .innerJoin(customers, eq(customers.id, visits.customerId))
    .innerJoin(accounts, eq(accounts.id, visits.receivedBy))
    .where(
      and(
        onDay(day),
        whose === null ? undefined : or(inArray(visits.receivedBy, [...whose]), inArray(customers.ownerId, [...whose])),
      ),
    )
    .orderBy(desc(visits.receivedAt))
    .all();
}

/**
 * The register of some days, oldest first, of the office or of what some people received or own. People whose data are only
 * kept are left out.
 */
export function visitsBetween(db: ReadDb, from: LocalDate, to: LocalDate, whose: readonly number[] | null) {
  return db
    .select({
      id: visits.id,
      kind: visits.kind,
      at: visits.receivedAt,
      leftAt: visits.leftAt,
      customerId: customers.id,
      name: customers.name,
      phone: customers.phone,
      ownerId: customers.ownerId,
      partySize: visits.partySize,
      channel: visits.channel,
      transport: visits.transport,
      referrer: visits.referrerName,
      rating: customers.rating,
      intent: customers.intent,
      nextFollowUpOn: customers.nextFollowUpOn,
      receivedBy: accounts.name,
      notes: visits.notes,
      /** Nobody had registered them before. */
      fresh: sql<number>`not exists (select 1 from visits earlier
        where earlier.customer_id = ${visits.customerId} and earlier.id < ${visits.id})`.mapWith(Boolean),
    })
    .from(visits)
    .innerJoin(customers, eq(customers.id, visits.customerId))
    .innerJoin(accounts, eq(accounts.id, visits.receivedBy))
    .where(
      and(
        gte(visits.receivedAt, instantOf(from)),
        lt(visits.receivedAt, instantOf(addDays(to, 1))),
        isNull(customers.restrictedAt),
        whose === null ? undefined : or(inArray(visits.receivedBy, [...whose]), inArray(customers.ownerId, [...whose])),
      ),
    )
    .orderBy(asc(visits.receivedAt), asc(visits.id))
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

/** A visit as stored. */
export type VisitRow = typeof visits.$inferSelect;

/** One call or visit. */
export function visitById(db: ReadDb, id: number): VisitRow | undefined {
  return db.select().from(visits).where(eq(visits.id, id)).get();
}

const inHall = and(ne(visits.kind, 'call'), isNull(visits.leftAt));

/** Visits without an end that began before an instant, oldest first, at most so many. */
export function guestsHere(db: ReadDb, before: number, limit: number): VisitRow[] {
  return db
    .select()
    .from(visits)
    .where(and(inHall, lt(visits.receivedAt, before)))
    .orderBy(asc(visits.receivedAt))
    .limit(limit)
    .all();
}

/** Groups that one person has in the hall since a day began. */
export function groupsOf(db: ReadDb, accountId: number, day: LocalDate): number {
  return (
    db
      .select({ n: count() })
      .from(visits)
      .where(and(inHall, eq(visits.receivedBy, accountId), onDay(day)))
      .get()?.n ?? 0
  );
}

/** The groups that one person has in the hall since a day began, with their names. */
export function guestsOf(db: ReadDb, accountId: number, day: LocalDate) {
  return db
    .select({ visitId: visits.id, name: customers.name, receivedAt: visits.receivedAt })
    .from(visits)
    .innerJoin(customers, eq(customers.id, visits.customerId))
    .where(and(inHall, eq(visits.receivedBy, accountId), onDay(day)))
    .all();
}

/** The newest rota that was written on or before a day. */
export function latestRota(db: ReadDb, day: LocalDate): typeof rotas.$inferSelect | undefined {
  return db.select().from(rotas).where(lte(rotas.day, day)).orderBy(desc(rotas.day)).limit(1).get();
}

/** Who sent a customer, the first time somebody was named; undefined when nobody was. */
export function referrerOf(db: ReadDb, customerId: number) {
  return db
    .select({
      customerId: visits.referrerId,
      name: visits.referrerName,
      phone: visits.referrerPhone,
      at: visits.receivedAt,
    })
    .from(visits)
    .where(and(eq(visits.customerId, customerId), ne(visits.referrerName, '')))
    .orderBy(asc(visits.receivedAt))
    .limit(1)
    .get();
}

/** Whom a customer has sent, by file or by number, the newest first and each once. */
export function referredBy(db: ReadDb, customer: { readonly id: number; readonly phone: string | null }) {
  return db
    .select({ id: customers.id, at: sql<number>`min(${visits.receivedAt})`.mapWith(Number) })
    .from(visits)
    .innerJoin(customers, eq(customers.id, visits.customerId))
    .where(
      or(
        eq(visits.referrerId, customer.id),
        customer.phone === null ? undefined : eq(visits.referrerPhone, customer.phone),
      ),
    )
    .groupBy(customers.id)
    .orderBy(desc(sql`min(${visits.receivedAt})`))
    .all();
}
