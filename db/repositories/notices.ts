import { and, asc, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { isNoticeKind, type NoticeKind, noticeKinds } from '#shared/domain/notices/rules.ts';
import { lostActSchema } from '#shared/domain/restores/lost-acts.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { approvalSteps, approvals } from '../schema/approvals.ts';
import { customers } from '../schema/customers.ts';
import { contracts, subscriptionBuyers, subscriptions } from '../schema/deals.ts';
import { events, requests } from '../schema/events.ts';
import { buildings, imports, units } from '../schema/inventory.ts';
import { noticeMarks } from '../schema/notices.ts';
import { accounts } from '../schema/office.ts';
import { receipts } from '../schema/papers.ts';

/** An event of the log that may concern somebody. */
export type NoticeEvent = {
  readonly seq: number;
  readonly at: number;
  readonly actorId: number | null;
  readonly by: string | null;
  readonly noun: string;
  readonly subjectId: number;
  readonly kind: NoticeKind;
  readonly data: Readonly<Record<string, unknown>>;
};

/** Events that may concern somebody, since a day, the newest first; no more than that many. */
export function noticeEvents(db: ReadDb, since: LocalDate, limit: number): NoticeEvent[] {
  return (
    db
      .select({
        seq: events.seq,
        at: events.happenedAt,
        actorId: events.actorId,
        by: accounts.name,
        noun: events.noun,
        subjectId: events.subjectId,
        kind: events.kind,
        data: events.data,
      })
      .from(events)
      .leftJoin(accounts, eq(accounts.id, events.actorId))
      // By its bare number or kind the log would be read by years, for the few of some days.
      .where(and(gte(events.businessDate, since), inArray(sql`+${events.kind}`, [...noticeKinds])))
      .orderBy(desc(sql`+${events.seq}`))
      .limit(limit)
      .all()
      .flatMap(({ kind, data, ...event }) => (isNoticeKind(kind) ? [{ ...event, kind, data: JSON.parse(data) }] : []))
  );
}

/** Deals by their subscriptions: number, consultant, home and first buyer. */
export function dealsOfNotices(db: ReadDb, ids: readonly number[]) {
  return db
    .select({
      id: subscriptions.id,
      number: subscriptions.number,
      consultantId: subscriptions.consultantId,
      person: customers.name,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
    })
    .from(subscriptions)
    .innerJoin(units, eq(units.id, subscriptions.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .leftJoin(
      subscriptionBuyers,
      and(eq(subscriptionBuyers.subscriptionId, subscriptions.id), eq(subscriptionBuyers.position, 1)),
    )
    .leftJoin(customers, eq(customers.id, subscriptionBuyers.customerId))
    .where(inArray(subscriptions.id, [...ids]))
    .all()
    .map(({ id, number, consultantId, person, ...place }) => ({
      id,
      number,
      consultantId,
      person,
      unit: unitLabel(place),
    }));
}

/** Contracts by number, with who wrote them and where their review stands; not their terms. */
export function contractsOfNotices(db: ReadDb, ids: readonly number[]) {
  const { id, number, subscriptionId, state, draftedBy, submittedBy, reviewRound } = contracts;
  return db
    .select({ id, number, subscriptionId, state, draftedBy, submittedBy, reviewRound })
    .from(contracts)
    .where(inArray(contracts.id, [...ids]))
    .all();
}

/** Requests about some subscriptions or by their own numbers, the oldest first, with those who acted on each. */
export function requestsOfNotices(db: ReadDb, by: { readonly subjectIds?: number[]; readonly ids?: number[] }) {
  const wanted =
    by.ids === undefined
      ? and(eq(approvals.noun, 'subscriptions'), inArray(approvals.subjectId, by.subjectIds ?? []))
      : inArray(approvals.id, by.ids);
  const rows = db.select().from(approvals).where(wanted).orderBy(asc(approvals.id)).all();
  const steps = db
    .select({ approvalId: approvalSteps.approvalId, accountId: approvalSteps.accountId })
    .from(approvalSteps)
    .where(
      inArray(
        approvalSteps.approvalId,
        rows.map(({ id }) => id),
      ),
    )
    .all();
  const deciders = new Map<number, number[]>();
  for (const { approvalId, accountId } of steps)
    deciders.set(approvalId, [...(deciders.get(approvalId) ?? []), accountId]);
  return rows.map((row) => ({ ...row, deciderIds: deciders.get(row.id) ?? [] }));
}

/** Who took the money of some receipts, by their numbers. */
export function cashiersOf(db: ReadDb, numbers: readonly string[]): ReadonlyMap<string, number> {
  const rows = db
    .select({ number: receipts.number, cashierId: receipts.cashierId })
    .from(receipts)
    .where(inArray(receipts.number, [...numbers]))
    .all();
  return new Map(rows.map(({ number, cashierId }) => [number, cashierId]));
}

/** Who brought some imports in, and their files' names. */
export function importersOf(db: ReadDb, ids: readonly number[]) {
  return db
    .select({ id: imports.id, fileName: imports.fileName, importerId: imports.committedBy })
    .from(imports)
    .where(inArray(imports.id, [...ids]))
    .all();
}

/** How far a person has read; undefined for one who has marked nothing yet. */
export function noticeMarkOf(db: ReadDb, accountId: number) {
  return db.select().from(noticeMarks).where(eq(noticeMarks.accountId, accountId)).get();
}

const RESTORINGS_TOLD = 10;

const lostActsSchema = z.object({ count: z.int(), acts: z.array(lostActSchema) });

/** What restorings took away from a person, the newest first, and which of it has come again by itself. */
export function lostActsOf(db: ReadDb, accountId: number) {
  const found = db
    .select({ seq: events.seq, at: events.happenedAt, data: events.data })
    .from(events)
    .where(and(eq(events.noun, 'accounts'), eq(events.subjectId, accountId), eq(events.kind, 'actsLost')))
    .orderBy(desc(events.seq))
    .limit(RESTORINGS_TOLD)
    .all()
    .map(({ data, ...restoring }) => ({ ...restoring, ...lostActsSchema.parse(JSON.parse(data)) }));
  const wished = found.flatMap(({ acts }) => acts.map(({ requestId }) => requestId));
  const answered = db
    .select({ requestId: requests.requestId })
    .from(requests)
    .where(sql`${requests.requestId} in (select value from json_each(${JSON.stringify(wished)}))`)
    .all();
  const again = new Set(answered.map(({ requestId }) => requestId));
  return found.map(({ seq, at, count, acts }) => ({
    ...{ seq, at, count },
    acts: acts.map(({ requestId, ...lost }) => ({ ...lost, again: again.has(requestId) })),
  }));
}
