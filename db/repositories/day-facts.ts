import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { EventKind } from '#shared/domain/events/kinds.ts';
import { type FigureMeasure, type FigureRow, figureSpans } from '#shared/domain/tasks/figures.ts';
import type { OverduePayment } from '#shared/domain/tasks/reminders.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { addDays, instantOf, type LocalDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import type { ReadDb } from '../access.ts';
import { customers, visits } from '../schema/customers.ts';
import { contracts, subscriptions } from '../schema/deals.ts';
import { events } from '../schema/events.ts';
import { buildings, permits, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';
import { receipts } from '../schema/papers.ts';
import { openLines } from './receipts.ts';

type Spans = ReturnType<typeof figureSpans>;
type Sums = { readonly today: number; readonly week: number; readonly month: number };

const label = { building: buildings.name, entrance: units.entrance, floorName: units.floorName, roomNo: units.roomNo };

/** Counts or sums the rows of the three spans in one pass; `since` gives the beginning of a span in the column's unit. */
function sumsBy(value: SQL, column: AnySQLiteColumn, since: (day: LocalDate) => number | string, spans: Spans) {
  const from = (day: LocalDate) =>
    sql<number>`coalesce(sum(case when ${column} >= ${since(day)} then ${value} else 0 end), 0)`.mapWith(Number);
  return { today: from(spans.today), week: from(spans.week), month: from(spans.month) };
}

function row(measure: FigureMeasure, sums: Sums | undefined): FigureRow {
  return { measure, today: sums?.today ?? 0, week: sums?.week ?? 0, month: sums?.month ?? 0 };
}

/** Calls, first and return visits of the office or of one who received them. */
export function visitFigures(db: ReadDb, today: LocalDate, receivedBy: readonly number[] | null): FigureRow[] {
  const spans = figureSpans(today);
  const rows = db
    .select({ kind: visits.kind, ...sumsBy(sql`1`, visits.receivedAt, (day) => instantOf(day), spans) })
    .from(visits)
    .where(
      and(
        gte(visits.receivedAt, instantOf(spans.earliest)),
        lt(visits.receivedAt, instantOf(addDays(today, 1))),
        receivedBy === null ? undefined : inArray(visits.receivedBy, [...receivedBy]),
      ),
    )
    .groupBy(visits.kind)
    .all();
  const of = (kind: string) => rows.find((one) => one.kind === kind);
  return [row('calls', of('call')), row('firstVisits', of('firstVisit')), row('returnVisits', of('returnVisit'))];
}

/**
 * Subscriptions and signed contracts of the office or of some consultants, pieces and amounts. A subscription counts on
 * its day once it is approved and as long as it stands: what was cancelled or never approved is no sale.
 */
export function saleFigures(db: ReadDb, today: LocalDate, whose: readonly number[] | null): FigureRow[] {
  const spans = figureSpans(today);
  const own = whose === null ? undefined : inArray(subscriptions.consultantId, [...whose]);
  const subscribed = db
    .select({
      pieces: sumsBy(sql`1`, subscriptions.subscribedOn, (day) => day, spans),
      amount: sumsBy(sql`${subscriptions.price}`, subscriptions.subscribedOn, (day) => day, spans),
    })
    .from(subscriptions)
    .where(
      and(
        inArray(subscriptions.state, ['approved', 'depositComplete', 'converted']),
        gte(subscriptions.subscribedOn, spans.earliest),
        lte(subscriptions.subscribedOn, today),
        own,
      ),
    )
    .get();
  const signed = db
    .select({
      pieces: sumsBy(sql`1`, contracts.signedOn, (day) => day, spans),
      amount: sumsBy(sql`${contracts.price}`, contracts.signedOn, (day) => day, spans),
    })
    .from(contracts)
    .innerJoin(subscriptions, eq(subscriptions.id, contracts.subscriptionId))
    .where(
      and(
        inArray(contracts.state, ['signed', 'filed']),
        gte(contracts.signedOn, spans.earliest),
        lte(contracts.signedOn, today),
        own,
      ),
    )
    .get();
  return [
    row('subscriptions', subscribed?.pieces),
    row('subscribedAmount', subscribed?.amount),
    row('contracts', signed?.pieces),
    row('contractAmount', signed?.amount),
  ];
}

/** Money received in the office or on some consultants' deals; a voided receipt is none. */
export function moneyFigures(db: ReadDb, today: LocalDate, whose: readonly number[] | null): FigureRow[] {
  const spans = figureSpans(today);
  const sums = db
    .select(sumsBy(sql`${receipts.amount}`, receipts.receivedOn, (day) => day, spans))
    .from(receipts)
    .leftJoin(subscriptions, eq(subscriptions.id, receipts.subscriptionId))
    .where(
      and(
        // What was exchanged came in on its day; by the receipt that was given for it nothing did.
        ne(receipts.state, 'voided'),
        isNull(receipts.replacesId),
        gte(receipts.receivedOn, spans.earliest),
        lte(receipts.receivedOn, today),
        whose === null ? undefined : inArray(subscriptions.consultantId, [...whose]),
      ),
    )
    .get();
  return [row('receivedAmount', sums)];
}

/** The last who came to the office, newest first: everybody, or whom some people own or received. */
export function latestVisitors(db: ReadDb, whose: readonly number[] | null, limit: number) {
  return (
    db
      .select({
        visitId: visits.id,
        customerId: customers.id,
        name: customers.name,
        rating: customers.rating,
        kind: visits.kind,
        channel: visits.channel,
        receivedBy: accounts.name,
        at: visits.receivedAt,
        leftAt: visits.leftAt,
      })
      .from(visits)
      .innerJoin(customers, eq(customers.id, visits.customerId))
      .innerJoin(accounts, eq(accounts.id, visits.receivedBy))
      .where(
        and(
          ne(visits.kind, 'call'),
          ne(customers.state, 'anonymised'),
          whose === null
            ? undefined
            : or(inArray(visits.receivedBy, [...whose]), inArray(customers.ownerId, [...whose])),
        ),
      )
      // Whoever is in the hall now comes first.
      .orderBy(sql`${visits.leftAt} is not null`, desc(visits.receivedAt))
      .limit(limit)
      .all()
  );
}

/** What happened last today to units and their deals, in the given kinds of events, newest first. */
export function latestUnitNews<Kind extends EventKind>(
  db: ReadDb,
  today: LocalDate,
  kinds: readonly Kind[],
  limit: number,
) {
  return db
    .select({ seq: events.seq, at: events.happenedAt, kind: events.kind, actor: accounts.name, ...label })
    .from(events)
    .leftJoin(accounts, eq(accounts.id, events.actorId))
    .leftJoin(subscriptions, and(eq(events.noun, 'subscriptions'), eq(subscriptions.id, events.subjectId)))
    .innerJoin(units, eq(units.id, sql`coalesce(${subscriptions.unitId}, ${events.subjectId})`))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(
      and(
        eq(events.businessDate, today),
        inArray(events.noun, ['units', 'subscriptions']),
        // By their bare kinds the log would be read by years, for the few of one day.
        inArray(sql`+${events.kind}`, [...kinds]),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(limit)
    .all()
    .flatMap(({ seq, at, kind, actor, ...unit }) => {
      const known = kinds.find((one) => one === kind);
      return known === undefined ? [] : [{ seq, at, kind: known, actor, unit: unitLabel(unit) }];
    });
}

/** Payments of signed deals whose day has passed and that are not whole, of the office or of some consultants. */
export function overduePayments(db: ReadDb, today: LocalDate, whose: readonly number[] | null): OverduePayment[] {
  return openLines(db, addDays(today, -1), whose)
    .filter(({ subscription }) => subscription.state === 'converted')
    .map(({ line, paid, subscription, unit }) => ({
      subscriptionId: subscription.id,
      unit,
      item: line.item,
      open: fen(line.amount - paid),
      dueOn: line.dueOn,
    }));
}

/** Last days of protection of one person's customers, from today on. */
export function protectionsOf(db: ReadDb, ownerId: number, from: LocalDate, to: LocalDate): LocalDate[] {
  return db
    .select({ last: customers.protectedUntil })
    .from(customers)
    .where(
      and(
        eq(customers.ownerId, ownerId),
        eq(customers.state, 'prospect'),
        gte(customers.protectedUntil, from),
        lte(customers.protectedUntil, to),
      ),
    )
    .all()
    .flatMap(({ last }) => last ?? []);
}

/** Pre-sale permits that end, with their last day. */
export function endingPermits(db: ReadDb): { number: string; validTo: LocalDate }[] {
  return db
    .select({ number: permits.number, validTo: permits.validTo })
    .from(permits)
    .where(and(eq(permits.kind, 'preSalePermit'), isNotNull(permits.validTo)))
    .all()
    .flatMap(({ number, validTo }) => (validTo === null ? [] : [{ number, validTo }]));
}

/** How many buildings have units and no pre-sale permit. */
export function uncoveredBuildings(db: ReadDb): number {
  const found = db
    .select({ count: sql<number>`count(distinct ${buildings.id})`.mapWith(Number) })
    .from(buildings)
    .innerJoin(units, eq(units.buildingId, buildings.id))
    .where(isNull(buildings.permitId))
    .get();
  return found?.count ?? 0;
}
