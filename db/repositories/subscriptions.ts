import { and, asc, desc, eq, inArray, isNull, lt, lte, ne, type SQL } from 'drizzle-orm';
import type { SubscriptionState } from '#shared/domain/subscriptions/states.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { among, given, listOf, prepared, preparedForSome } from '../prepared.ts';
import { customers } from '../schema/customers.ts';
import { planLines, subscriptionBuyers, subscriptionPriceLines, subscriptions } from '../schema/deals.ts';
import { buildings, unitHolds, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';
import { receipts } from '../schema/papers.ts';
import { latestRequestOn } from './approvals.ts';

/** A subscription as stored. */
export type SubscriptionRow = typeof subscriptions.$inferSelect;

/** Which subscriptions a list shows; `ids` narrows to those that a search found. */
export type SubscriptionFilter = {
  /** Whose; null: everybody's. */
  readonly whose: readonly number[] | null;
  readonly state: SubscriptionState | null;
  readonly ids: readonly number[] | null;
};

const oneSubscription = prepared((db) =>
  db
    .select()
    .from(subscriptions)
    .where(eq(subscriptions.id, given('id')))
    .prepare(),
);

/** One subscription. */
export function subscriptionById(db: ReadDb, id: number): SubscriptionRow | undefined {
  return oneSubscription(db).get({ id });
}

/** Subscriptions of a filter, the newest first, with their unit and consultant. */
export function listSubscriptions(db: ReadDb, filter: SubscriptionFilter) {
  const conditions: SQL[] = [];
  if (filter.whose !== null) conditions.push(inArray(subscriptions.consultantId, [...filter.whose]));
  if (filter.state !== null) conditions.push(eq(subscriptions.state, filter.state));
  if (filter.ids !== null) conditions.push(inArray(subscriptions.id, [...filter.ids]));
  return db
    .select({
      subscription: subscriptions,
      consultant: accounts.name,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
    })
    .from(subscriptions)
    .innerJoin(accounts, eq(accounts.id, subscriptions.consultantId))
    .innerJoin(units, eq(units.id, subscriptions.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(and(...conditions))
    .orderBy(desc(subscriptions.id))
    .all();
}

const buyersInOrder = preparedForSome((db, some) =>
  db
    .select({
      subscriptionId: subscriptionBuyers.subscriptionId,
      sharePpm: subscriptionBuyers.sharePpm,
      customer: customers,
    })
    .from(subscriptionBuyers)
    .innerJoin(customers, eq(customers.id, subscriptionBuyers.customerId))
    .where(among(subscriptionBuyers.subscriptionId, some))
    .orderBy(asc(subscriptionBuyers.subscriptionId), asc(subscriptionBuyers.position))
    .prepare(),
);

/** The buyers of some subscriptions in their order, with what the papers need of them. */
export function buyersOf(db: ReadDb, subscriptionIds: readonly number[]) {
  return buyersInOrder(db, subscriptionIds).all(listOf(subscriptionIds));
}

/** The buyers of one subscription as their rows, in their order. */
export function buyerRowsOf(db: ReadDb, subscriptionId: number) {
  return db
    .select()
    .from(subscriptionBuyers)
    .where(eq(subscriptionBuyers.subscriptionId, subscriptionId))
    .orderBy(asc(subscriptionBuyers.position))
    .all();
}

/** The price build-up of a subscription, line by line. */
export function priceLinesOf(db: ReadDb, subscriptionId: number) {
  return db
    .select()
    .from(subscriptionPriceLines)
    .where(eq(subscriptionPriceLines.subscriptionId, subscriptionId))
    .orderBy(asc(subscriptionPriceLines.position))
    .all();
}

const planInOrder = prepared((db) =>
  db
    .select()
    .from(planLines)
    .where(eq(planLines.subscriptionId, given('subscriptionId')))
    .orderBy(asc(planLines.position))
    .prepare(),
);

/** The payment plan of a subscription. */
export function planLinesOf(db: ReadDb, subscriptionId: number) {
  return planInOrder(db).all({ subscriptionId });
}

const receiptsInOrder = preparedForSome((db, some) =>
  db
    .select({ receipt: receipts, subscriptionId: subscriptions.id, cashier: accounts.name, payer: customers.name })
    .from(receipts)
    .innerJoin(subscriptions, eq(subscriptions.id, receipts.subscriptionId))
    .innerJoin(accounts, eq(accounts.id, receipts.cashierId))
    .innerJoin(customers, eq(customers.id, receipts.payerId))
    .where(among(receipts.subscriptionId, some))
    .orderBy(asc(receipts.id))
    .prepare(),
);

/** The receipts of some subscriptions with their cashiers and payers, oldest first. */
export function receiptsOf(db: ReadDb, subscriptionIds: readonly number[]) {
  return receiptsInOrder(db, subscriptionIds).all(listOf(subscriptionIds));
}

/** Drafts that were sent back and whose home is kept no longer. */
export function sentBackOver(db: ReadDb, now: number) {
  return db
    .selectDistinct({ id: subscriptions.id })
    .from(subscriptions)
    .innerJoin(unitHolds, eq(unitHolds.unitId, subscriptions.unitId))
    .where(
      and(
        eq(subscriptions.state, 'draft'),
        eq(unitHolds.purpose, 'approval'),
        isNull(unitHolds.endedAt),
        lte(unitHolds.expiresAt, now),
      ),
    )
    .all();
}

/** The newest request to a second person about a subscription, with the name of whoever decided it. */
export function latestApprovalOf(db: ReadDb, subscriptionId: number) {
  return latestRequestOn(db, 'subscriptions', subscriptionId);
}

/**
 * Agreed subscriptions of whose deposit nothing has come by a day, and when it was due: the first day comes first. Those of
 * seized homes are left out: their deposit would be refused.
 */
export function unpaidSubscriptions(db: ReadDb, today: LocalDate): { id: number; dueOn: LocalDate }[] {
  return db
    .select({ id: subscriptions.id, dueOn: planLines.dueOn })
    .from(subscriptions)
    .innerJoin(planLines, and(eq(planLines.subscriptionId, subscriptions.id), eq(planLines.item, 'deposit')))
    .innerJoin(units, eq(units.id, subscriptions.unitId))
    .leftJoin(receipts, and(eq(receipts.subscriptionId, subscriptions.id), eq(receipts.state, 'valid')))
    .where(
      and(
        eq(subscriptions.state, 'approved'),
        ne(units.encumbrance, 'seized'),
        lt(planLines.dueOn, today),
        isNull(receipts.id),
      ),
    )
    .orderBy(asc(planLines.dueOn))
    .all();
}
