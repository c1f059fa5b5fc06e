import { and, count, desc, eq, gte, inArray, lt, ne, or } from 'drizzle-orm';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { ReadDb } from '../access.ts';
import { given, prepared } from '../prepared.ts';
import { customers, followUps, visits } from '../schema/customers.ts';
import { subscriptionBuyers, subscriptions } from '../schema/deals.ts';
import { buildings, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';

/** A customer with the owner's name. */
export type CustomerWithOwner = typeof customers.$inferSelect & { readonly ownerName: string | null };

function withOwner(db: ReadDb) {
  return db
    .select({ customer: customers, ownerName: accounts.name })
    .from(customers)
    .leftJoin(accounts, eq(accounts.id, customers.ownerId));
}

function flat(row: { customer: typeof customers.$inferSelect; ownerName: string | null }): CustomerWithOwner {
  return { ...row.customer, ownerName: row.ownerName };
}

const oneCustomer = prepared((db) =>
  withOwner(db)
    .where(eq(customers.id, given('id')))
    .prepare(),
);

/** One customer. */
export function customerById(db: ReadDb, id: number): CustomerWithOwner | undefined {
  const row = oneCustomer(db).get({ id });
  return row === undefined ? undefined : flat(row);
}

/** Customers of some numbers, in no order. */
export function customersByIds(db: ReadDb, ids: readonly number[]): CustomerWithOwner[] {
  return withOwner(db)
    .where(inArray(customers.id, [...ids]))
    .all()
    .map(flat);
}

/** The customer whose first or second phone this is, in its stored form. */
export function customerByPhone(db: ReadDb, phone: string): CustomerWithOwner | undefined {
  const row = withOwner(db)
    .where(or(eq(customers.phone, phone), eq(customers.secondPhone, phone)))
    .get();
  return row === undefined ? undefined : flat(row);
}

/** Customers whose first phone begins with these digits, at most five. */
export function customersByPhoneStart(db: ReadDb, digits: string): CustomerWithOwner[] {
  return (
    withOwner(db)
      // A range, which the index answers; `:` is the sign after 9.
      .where(and(gte(customers.phone, digits), lt(customers.phone, `${digits}:`)))
      .orderBy(desc(customers.lastContactAt))
      .limit(5)
      .all()
      .map(flat)
  );
}

/** Others of the household. */
export function householdOf(db: ReadDb, customer: CustomerWithOwner): CustomerWithOwner[] {
  if (customer.householdId === null) return [];
  return withOwner(db)
    .where(and(eq(customers.householdId, customer.householdId), ne(customers.id, customer.id)))
    .all()
    .map(flat);
}

/** How many people of a household there are. */
export function householdSize(db: ReadDb, householdId: number): number {
  return db.select({ n: count() }).from(customers).where(eq(customers.householdId, householdId)).get()?.n ?? 0;
}

/** Calls and visits of a customer, newest first. */
export function visitsOf(db: ReadDb, customerId: number) {
  return db
    .select({
      id: visits.id,
      kind: visits.kind,
      at: visits.receivedAt,
      channel: visits.channel,
      partySize: visits.partySize,
      receivedBy: accounts.name,
      notes: visits.notes,
    })
    .from(visits)
    .innerJoin(accounts, eq(accounts.id, visits.receivedBy))
    .where(eq(visits.customerId, customerId))
    .orderBy(desc(visits.receivedAt))
    .all();
}

/** Follow-ups of a customer, newest first. */
export function followUpsOf(db: ReadDb, customerId: number) {
  return db
    .select({
      id: followUps.id,
      at: followUps.doneAt,
      by: accounts.name,
      method: followUps.method,
      content: followUps.content,
      nextOn: followUps.nextOn,
    })
    .from(followUps)
    .innerJoin(accounts, eq(accounts.id, followUps.accountId))
    .where(eq(followUps.customerId, customerId))
    .orderBy(desc(followUps.doneAt))
    .all();
}

/** Subscriptions in which a customer buys, newest first, with unit and consultant. */
export function subscriptionsOfCustomer(db: ReadDb, customerId: number) {
  return subscriptionsOfCustomers(db, [customerId]);
}

/** Subscriptions in which any of some customers buys, newest first, each once, with unit and consultant. */
export function subscriptionsOfCustomers(db: ReadDb, customerIds: readonly number[]) {
  return db
    .select({
      subscription: subscriptions,
      consultant: accounts.name,
      unitState: units.commercialState,
      builtArea: units.builtArea,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
    })
    .from(subscriptionBuyers)
    .innerJoin(subscriptions, eq(subscriptions.id, subscriptionBuyers.subscriptionId))
    .innerJoin(accounts, eq(accounts.id, subscriptions.consultantId))
    .innerJoin(units, eq(units.id, subscriptions.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(inArray(subscriptionBuyers.customerId, [...customerIds]))
    .groupBy(subscriptions.id)
    .orderBy(desc(subscriptions.id))
    .all()
    .map(({ building, entrance, floorName, roomNo, ...row }) => ({
      ...row,
      unit: unitLabel({ building, entrance, floorName, roomNo }),
    }));
}
