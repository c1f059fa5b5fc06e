import { and, asc, count, eq, inArray, max, ne, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { type CaseKind, openCaseStates } from '#shared/domain/cases/states.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { ReadDb } from '../access.ts';
import { casePapers, cases } from '../schema/cases.ts';
import { customers } from '../schema/customers.ts';
import { contracts, planLines, subscriptionBuyers, subscriptions } from '../schema/deals.ts';
import { events } from '../schema/events.ts';
import { buildings, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';

/** A case as stored. */
export type CaseRow = typeof cases.$inferSelect;

/** Which cases a list shows. */
export type CaseFilter = {
  readonly kind: CaseKind | null;
  readonly open: boolean;
  /** Whose deals; null: everybody's. */
  readonly whose: readonly number[] | null;
  readonly id?: number;
  readonly subscriptionIds?: readonly number[];
};

const consultants = alias(accounts, 'consultants');

/** One case. */
export function caseById(db: ReadDb, id: number): CaseRow | undefined {
  return db.select().from(cases).where(eq(cases.id, id)).get();
}

/** The cases of a deal that were not cancelled. */
export function casesOf(db: ReadDb, subscriptionId: number): CaseRow[] {
  return db.select().from(cases).where(eq(cases.subscriptionId, subscriptionId)).orderBy(asc(cases.id)).all();
}

/** The cases of a loan's line in the plan, cancelled ones too. */
export function caseOfLine(db: ReadDb, planLineId: number): CaseRow[] {
  return db.select().from(cases).where(eq(cases.planLineId, planLineId)).orderBy(asc(cases.id)).all();
}

/** The banks and funds that pay some lines of plans, by the line; a line whose lender nobody entered is left out. */
export function lendersOfLines(db: ReadDb, planLineIds: readonly number[]): ReadonlyMap<number, string> {
  const rows = db
    .select({ planLineId: cases.planLineId, bank: cases.bank })
    .from(cases)
    .where(and(inArray(cases.planLineId, [...planLineIds]), ne(cases.state, 'cancelled'), ne(cases.bank, '')))
    .all();
  return new Map(rows.flatMap(({ planLineId, bank }) => (planLineId === null ? [] : [[planLineId, bank] as const])));
}

/** Some cases. */
export function casesByIds(db: ReadDb, ids: readonly number[]): CaseRow[] {
  return db
    .select()
    .from(cases)
    .where(inArray(cases.id, [...ids]))
    .all();
}

/** What is open of some deals. */
export function openCasesOfDeals(db: ReadDb, subscriptionIds: readonly number[]): CaseRow[] {
  return db
    .select()
    .from(cases)
    .where(and(inArray(cases.subscriptionId, [...subscriptionIds]), inArray(cases.state, [...openCaseStates])))
    .orderBy(asc(cases.id))
    .all();
}

/** The checklist of a case. */
export function papersOfCase(db: ReadDb, caseId: number) {
  return db.select().from(casePapers).where(eq(casePapers.caseId, caseId)).orderBy(asc(casePapers.position)).all();
}

/** How many open cases each person is responsible for. */
export function openCasesByPerson(db: ReadDb): ReadonlyMap<number, number> {
  const rows = db
    .select({ personId: cases.responsibleId, open: count() })
    .from(cases)
    .where(inArray(cases.state, [...openCaseStates]))
    .groupBy(cases.responsibleId)
    .all();
  return new Map(rows.flatMap(({ personId, open }) => (personId === null ? [] : [[personId, open] as const])));
}

/** Cases of the given ones with which nothing happened since they were assigned, and who did that. */
export function justAssigned(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, string> {
  if (ids.length === 0) return new Map();
  const latest = db
    .select({ latestSeq: max(events.seq).as('latest_seq') })
    .from(events)
    .where(and(eq(events.noun, 'cases'), inArray(events.subjectId, [...ids])))
    .groupBy(events.subjectId)
    .as('latest');
  const rows = db
    .select({ caseId: events.subjectId, by: accounts.name })
    .from(events)
    .innerJoin(latest, eq(latest.latestSeq, events.seq))
    .leftJoin(accounts, eq(accounts.id, events.actorId))
    .where(eq(events.kind, 'caseAssigned'))
    .all();
  return new Map(rows.flatMap(({ caseId, by }) => (caseId === null ? [] : [[caseId, by ?? ''] as const])));
}

/** Cases with their deal, home, first buyer, loan and whoever is responsible, the one longest on its step first. */
export function listCases(db: ReadDb, filter: CaseFilter) {
  const conditions: SQL[] = [];
  if (filter.kind !== null) conditions.push(eq(cases.kind, filter.kind));
  if (filter.open) conditions.push(inArray(cases.state, [...openCaseStates]));
  if (filter.whose !== null) conditions.push(inArray(subscriptions.consultantId, [...filter.whose]));
  if (filter.id !== undefined) conditions.push(eq(cases.id, filter.id));
  if (filter.subscriptionIds !== undefined) conditions.push(inArray(cases.subscriptionId, [...filter.subscriptionIds]));
  const missing = db
    .select({ caseId: casePapers.caseId, missing: count().as('papers_missing') })
    .from(casePapers)
    .where(and(eq(casePapers.optional, false), sql`${casePapers.got} < ${casePapers.needed}`))
    .groupBy(casePapers.caseId)
    .as('missing');
  return db
    .select({
      row: cases,
      subscription: subscriptions,
      contract: contracts,
      buyer: customers.name,
      consultant: consultants.name,
      responsible: accounts.name,
      amount: planLines.amount,
      papersMissing: sql<number>`coalesce(${missing.missing}, 0)`.mapWith(Number),
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
    })
    .from(cases)
    .innerJoin(subscriptions, eq(subscriptions.id, cases.subscriptionId))
    .innerJoin(consultants, eq(consultants.id, subscriptions.consultantId))
    .innerJoin(units, eq(units.id, subscriptions.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .leftJoin(
      contracts,
      and(eq(contracts.subscriptionId, subscriptions.id), inArray(contracts.state, ['signed', 'filed'])),
    )
    .leftJoin(
      subscriptionBuyers,
      and(eq(subscriptionBuyers.subscriptionId, subscriptions.id), eq(subscriptionBuyers.position, 1)),
    )
    .leftJoin(customers, eq(customers.id, subscriptionBuyers.customerId))
    .leftJoin(accounts, eq(accounts.id, cases.responsibleId))
    .leftJoin(planLines, eq(planLines.id, cases.planLineId))
    .leftJoin(missing, eq(missing.caseId, cases.id))
    .where(and(...conditions))
    .orderBy(asc(cases.stepSince), asc(cases.id))
    .all()
    .map(({ building, entrance, floorName, roomNo, ...listed }) => ({
      ...listed,
      unit: unitLabel({ building, entrance, floorName, roomNo }),
    }));
}
