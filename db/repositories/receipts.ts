import { and, desc, eq, gte, lte } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { customers } from '../schema/customers.ts';
import { subscriptions } from '../schema/deals.ts';
import { buildings, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';
import { receipts } from '../schema/papers.ts';

const cashiers = alias(accounts, 'cashiers');

/** One receipt. */
export function receiptById(db: ReadDb, id: number) {
  return db.select().from(receipts).where(eq(receipts.id, id)).get();
}

/** The cashier's book of some days, newest first. */
export function receiptBook(db: ReadDb, from: LocalDate, to: LocalDate) {
  return db
    .select({
      receipt: receipts,
      cashier: cashiers.name,
      payer: customers.name,
      subscription: subscriptions.number,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
    })
    .from(receipts)
    .innerJoin(cashiers, eq(cashiers.id, receipts.cashierId))
    .innerJoin(customers, eq(customers.id, receipts.payerId))
    .innerJoin(subscriptions, eq(subscriptions.id, receipts.subscriptionId))
    .innerJoin(units, eq(units.id, subscriptions.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(and(gte(receipts.receivedOn, from), lte(receipts.receivedOn, to)))
    .orderBy(desc(receipts.id))
    .all()
    .map(({ building, entrance, floorName, roomNo, ...row }) => ({
      ...row,
      unit: unitLabel({ building, entrance, floorName, roomNo }),
    }));
}
