import { and, asc, desc, eq, gt, gte, inArray, lte, notInArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Incoming, LineShare } from '#shared/domain/payments/allocation.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { among, given, listOf, prepared, preparedForSome } from '../prepared.ts';
import { customers } from '../schema/customers.ts';
import { planLines, subscriptionBuyers, subscriptions } from '../schema/deals.ts';
import { buildings, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';
import { receiptLines, receipts } from '../schema/papers.ts';

const cashiers = alias(accounts, 'cashiers');

/** One receipt. */
export function receiptById(db: ReadDb, id: number) {
  return db.select().from(receipts).where(eq(receipts.id, id)).get();
}

/** The receipts of some days, newest first, with the deal of those that have one; whose they are is for the caller. */
export function receiptBook(db: ReadDb, from: LocalDate, to: LocalDate) {
  return db
    .select({
      receipt: receipts,
      cashier: cashiers.name,
      payer: customers.name,
      subscription: subscriptions.number,
      consultantId: subscriptions.consultantId,
      dealState: subscriptions.state,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
    })
    .from(receipts)
    .innerJoin(cashiers, eq(cashiers.id, receipts.cashierId))
    .innerJoin(customers, eq(customers.id, receipts.payerId))
    .leftJoin(subscriptions, eq(subscriptions.id, receipts.subscriptionId))
    .leftJoin(units, eq(units.id, subscriptions.unitId))
    .leftJoin(buildings, eq(buildings.id, units.buildingId))
    .where(and(gte(receipts.receivedOn, from), lte(receipts.receivedOn, to)))
    .orderBy(desc(receipts.id))
    .all()
    .map(({ building, entrance, floorName, roomNo, ...row }) => ({
      ...row,
      unit:
        building === null
          ? ''
          : unitLabel({ building, entrance: entrance ?? '', floorName: floorName ?? '', roomNo: roomNo ?? '' }),
    }));
}

const linesInOrder = preparedForSome((db, some) =>
  db
    .select({ line: receiptLines, position: planLines.position, item: planLines.item, due: planLines.amount })
    .from(receiptLines)
    .innerJoin(planLines, eq(planLines.id, receiptLines.planLineId))
    .where(among(receiptLines.receiptId, some))
    .orderBy(asc(receiptLines.receiptId), asc(planLines.position))
    .prepare(),
);

/** The lines of the plan that some receipts were taken for, in the order of the plan. */
export function receiptLinesOf(db: ReadDb, receiptIds: readonly number[]) {
  return linesInOrder(db, receiptIds).all(listOf(receiptIds));
}

const receiptsOfDeal = prepared((db) =>
  db
    .select()
    .from(receipts)
    .where(eq(receipts.subscriptionId, given('subscriptionId')))
    .prepare(),
);

/** The money of one deal as the plan is settled with it: each receipt with the lines it was taken for. */
export function incomingOf(db: ReadDb, subscriptionId: number): Incoming[] {
  const rows = receiptsOfDeal(db).all({ subscriptionId });
  const shares = new Map<number, LineShare[]>();
  const ids = rows.map(({ id }) => id);
  for (const { line, position } of receiptLinesOf(db, ids)) {
    const own = shares.get(line.receiptId) ?? [];
    shares.set(line.receiptId, [...own, { position, amount: line.amount }]);
  }
  return rows.map(({ id, item, amount, receivedOn, state }) => ({
    item,
    amount,
    receivedOn,
    state,
    lines: shares.get(id) ?? [],
  }));
}

/** Deals in which something can be due. */
const owing = ['approved', 'depositComplete', 'converted'] as const;

/**
 * Lines of plans that are not whole and due by a day, the earliest first, of the office or of some consultants; with what
 * was paid on each, the home and the first buyer.
 */
export function openLines(db: ReadDb, until: LocalDate, whose: readonly number[] | null) {
  const paid = db
    .select({ planLineId: receiptLines.planLineId, sum: sql<number>`sum(${receiptLines.amount})`.as('paid_sum') })
    .from(receiptLines)
    .innerJoin(receipts, and(eq(receipts.id, receiptLines.receiptId), eq(receipts.state, 'valid')))
    .groupBy(receiptLines.planLineId)
    .as('paid');
  return db
    .select({
      line: planLines,
      paid: sql<number>`coalesce(${paid.sum}, 0)`.mapWith(Number),
      subscription: subscriptions,
      home: { encumbrance: units.encumbrance, state: units.commercialState },
      consultant: accounts.name,
      buyer: customers.name,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
    })
    .from(planLines)
    .innerJoin(subscriptions, eq(subscriptions.id, planLines.subscriptionId))
    .innerJoin(accounts, eq(accounts.id, subscriptions.consultantId))
    .innerJoin(units, eq(units.id, subscriptions.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .leftJoin(
      subscriptionBuyers,
      and(eq(subscriptionBuyers.subscriptionId, subscriptions.id), eq(subscriptionBuyers.position, 1)),
    )
    .leftJoin(customers, eq(customers.id, subscriptionBuyers.customerId))
    .leftJoin(paid, eq(paid.planLineId, planLines.id))
    .where(
      and(
        inArray(subscriptions.state, [...owing]),
        // What is paid up owes nothing: of years of deals only the running ones are looked at.
        notInArray(units.commercialState, ['paidUp', 'available']),
        lte(planLines.dueOn, until),
        gt(planLines.amount, sql`coalesce(${paid.sum}, 0)`),
        whose === null ? undefined : inArray(subscriptions.consultantId, [...whose]),
      ),
    )
    .orderBy(asc(planLines.dueOn), asc(planLines.id))
    .all()
    .map(({ building, entrance, floorName, roomNo, ...row }) => ({
      ...row,
      buyer: row.buyer ?? '',
      unit: unitLabel({ building, entrance, floorName, roomNo }),
    }));
}
