import { and, desc, eq, getTableColumns, inArray, type SQL } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { customers } from '../schema/customers.ts';
import { quotes } from '../schema/deals.ts';
import { buildings, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';

/** A purchase plan as stored. */
export type QuoteRow = typeof quotes.$inferSelect;

/** Which purchase plans a list shows. */
export type QuoteFilter = {
  readonly id?: number;
  readonly customerId?: number;
  readonly customerIds?: readonly number[];
  readonly unitId?: number;
  /** Only those of some consultants. */
  readonly whose?: readonly number[] | null;
};

/** One purchase plan. */
export function quoteById(db: ReadDb, id: number): QuoteRow | undefined {
  return db.select().from(quotes).where(eq(quotes.id, id)).get();
}

/** The purchase plan that a subscription came from, if any. */
export function quoteOfSubscription(db: ReadDb, subscriptionId: number): QuoteRow | undefined {
  return db.select().from(quotes).where(eq(quotes.subscriptionId, subscriptionId)).get();
}

/** Purchase plans of a filter, the newest first, with their unit, customer and consultant. */
export function listQuotes(db: ReadDb, filter: QuoteFilter) {
  const conditions: SQL[] = [];
  if (filter.id !== undefined) conditions.push(eq(quotes.id, filter.id));
  if (filter.customerId !== undefined) conditions.push(eq(quotes.customerId, filter.customerId));
  if (filter.customerIds !== undefined) conditions.push(inArray(quotes.customerId, [...filter.customerIds]));
  if (filter.unitId !== undefined) conditions.push(eq(quotes.unitId, filter.unitId));
  if (filter.whose !== undefined && filter.whose !== null)
    conditions.push(inArray(quotes.consultantId, [...filter.whose]));
  return db
    .select({
      quote: getTableColumns(quotes),
      customer: customers.name,
      consultant: accounts.name,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
    })
    .from(quotes)
    .innerJoin(customers, eq(customers.id, quotes.customerId))
    .innerJoin(accounts, eq(accounts.id, quotes.consultantId))
    .innerJoin(units, eq(units.id, quotes.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(and(...conditions))
    .orderBy(desc(quotes.id))
    .all();
}
