import { and, asc, desc, eq, getTableColumns, inArray, lte, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { approvalConditionsSchema, isConditional } from '#shared/domain/approvals/conditions.ts';
import type { ApprovalState } from '#shared/domain/approvals/kinds.ts';
import type { EventNoun } from '#shared/domain/events/kinds.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { ReadDb } from '../access.ts';
import { approvalSteps, approvals } from '../schema/approvals.ts';
import { changes } from '../schema/changes.ts';
import { unitBookings } from '../schema/claims.ts';
import { customers } from '../schema/customers.ts';
import { subscriptionBuyers } from '../schema/deals.ts';
import { buildings, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';
import { refunds } from '../schema/papers.ts';

const requesters = alias(accounts, 'requesters');
const deciders = alias(accounts, 'deciders');

/** Which requests: by requester, by state, or one. */
export type ApprovalFilter = {
  readonly requestedBy: readonly number[] | null;
  readonly state: ApprovalState | null;
  readonly id: number | null;
};

/** Whom a request is about: the first buyer of its deal, whoever books or is paid back, or for whom a home is to be held. */
export const customerOfRequest = sql<string | null>`(select ${customers.name} from ${customers} where ${customers.id} =
  case ${approvals.noun}
    when 'subscriptions' then ${firstBuyerOf(sql`${approvals.subjectId}`)}
    when 'changes' then ${firstBuyerOf(sql`(select ${changes.subscriptionId} from ${changes} where ${changes.id} = ${approvals.subjectId})`)}
    when 'bookings' then (select ${unitBookings.customerId} from ${unitBookings} where ${unitBookings.id} = ${approvals.subjectId})
    when 'refunds' then (select ${refunds.payeeId} from ${refunds} where ${refunds.id} = ${approvals.subjectId})
    when 'units' then ${approvals.facts} ->> 'customerId'
  end)`;

function firstBuyerOf(subscriptionId: SQL): SQL {
  const { customerId, position, subscriptionId: of } = subscriptionBuyers;
  return sql`(select ${customerId} from ${subscriptionBuyers} where ${of} = ${subscriptionId} and ${position} = 1)`;
}

/** Requests of a filter with the names of their people, whom they are about and the label of the unit, newest first. */
export function listApprovals(db: ReadDb, filter: ApprovalFilter) {
  const conditions: SQL[] = [];
  if (filter.requestedBy !== null) conditions.push(inArray(approvals.requestedBy, [...filter.requestedBy]));
  if (filter.state !== null) conditions.push(eq(approvals.state, filter.state));
  if (filter.id !== null) conditions.push(eq(approvals.id, filter.id));
  return db
    .select({
      approval: approvals,
      requester: requesters.name,
      requesterPost: requesters.post,
      decider: deciders.name,
      deciderPost: deciders.post,
      customer: customerOfRequest,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
    })
    .from(approvals)
    .innerJoin(requesters, eq(requesters.id, approvals.requestedBy))
    .leftJoin(deciders, eq(deciders.id, approvals.decidedBy))
    .leftJoin(units, eq(units.id, approvals.unitId))
    .leftJoin(buildings, eq(buildings.id, units.buildingId))
    .where(and(...conditions))
    .orderBy(desc(approvals.id))
    .all()
    .map(({ building, entrance, floorName, roomNo, ...row }) => ({
      ...row,
      unit:
        building === null
          ? null
          : unitLabel({ building, entrance: entrance ?? '', floorName: floorName ?? '', roomNo: roomNo ?? '' }),
    }));
}

/** The newest request to a second person about a record, with the name of whoever decided it. */
export function latestRequestOn(db: ReadDb, noun: EventNoun, subjectId: number) {
  return db
    .select({ ...getTableColumns(approvals), decider: accounts.name })
    .from(approvals)
    .leftJoin(accounts, eq(accounts.id, approvals.decidedBy))
    .where(and(eq(approvals.noun, noun), eq(approvals.subjectId, subjectId)))
    .orderBy(desc(approvals.id))
    .get();
}

/** The latest request for the price of a subscription, whatever became of it or in one state; undefined where there is none. */
export function priceRequestOf(db: ReadDb, subscriptionId: number, state?: ApprovalState) {
  return db
    .select()
    .from(approvals)
    .where(
      and(
        eq(approvals.kind, 'priceBelowAuthority'),
        eq(approvals.noun, 'subscriptions'),
        eq(approvals.subjectId, subscriptionId),
        state === undefined ? undefined : eq(approvals.state, state),
      ),
    )
    .orderBy(desc(approvals.id))
    .get();
}

/** The latest agreement to the price of a subscription; undefined where nobody was asked or nobody agreed. */
export function approvedPriceOf(db: ReadDb, subscriptionId: number) {
  return priceRequestOf(db, subscriptionId, 'approved');
}

/** One request as stored. */
export function approvalById(db: ReadDb, id: number) {
  return db.select().from(approvals).where(eq(approvals.id, id)).get();
}

/** Pending requests whose time has run out. */
export function overdueApprovals(db: ReadDb, now: number) {
  return db
    .select({ id: approvals.id })
    .from(approvals)
    .where(and(eq(approvals.state, 'pending'), lte(approvals.expiresAt, now)))
    .all();
}

/** What the posts did with a request so far, the first one first, with the names of the people. */
export function stepsOf(db: ReadDb, approvalId: number) {
  return db
    .select({ step: approvalSteps, name: accounts.name })
    .from(approvalSteps)
    .innerJoin(accounts, eq(accounts.id, approvalSteps.accountId))
    .where(eq(approvalSteps.approvalId, approvalId))
    .orderBy(asc(approvalSteps.id))
    .all();
}

/** Requests on which a person has acted: decided them, passed a level or passed them up. */
export function actedOn(db: ReadDb, accountId: number): ReadonlySet<number> {
  const rows = db
    .select({ id: approvalSteps.approvalId })
    .from(approvalSteps)
    .where(eq(approvalSteps.accountId, accountId))
    .all();
  return new Set(rows.map(({ id }) => id));
}

/** What the approvals of a record were tied to, by whom; those that were refused or withdrawn tie nobody. */
export function conditionsOf(db: ReadDb, noun: EventNoun, subjectId: number) {
  return db
    .select({ by: accounts.name, conditions: approvalSteps.conditions })
    .from(approvalSteps)
    .innerJoin(approvals, eq(approvals.id, approvalSteps.approvalId))
    .innerJoin(accounts, eq(accounts.id, approvalSteps.accountId))
    .where(
      and(
        eq(approvals.noun, noun),
        eq(approvals.subjectId, subjectId),
        inArray(approvals.state, ['pending', 'approved']),
        eq(approvalSteps.verdict, 'approved'),
      ),
    )
    .orderBy(asc(approvalSteps.id))
    .all()
    .map(({ by, conditions }) => ({ by, conditions: approvalConditionsSchema.parse(conditions) }))
    .filter(({ conditions }) => isConditional(conditions))
    .map(({ by, conditions }) => ({ by, ...conditions }));
}

/** The request of a person to take a list along that waits; undefined where none does. */
export function pendingExportOf(db: ReadDb, requestedBy: number) {
  return db
    .select()
    .from(approvals)
    .where(and(eq(approvals.kind, 'export'), eq(approvals.subjectId, requestedBy), eq(approvals.state, 'pending')))
    .get();
}

/** Requests of a person to take lists along that were agreed to, not used and have not run out. */
export function usableExportOf(db: ReadDb, requestedBy: number, now: number) {
  return db
    .select()
    .from(approvals)
    .where(and(eq(approvals.kind, 'export'), eq(approvals.subjectId, requestedBy), eq(approvals.state, 'approved')))
    .all()
    .filter(({ expiresAt, facts }) => expiresAt > now && facts['exportNumber'] === undefined);
}
