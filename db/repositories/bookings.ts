import { and, asc, desc, eq, inArray, isNotNull, lte, or, sql } from 'drizzle-orm';
import { liveBookingStates } from '#shared/domain/bookings/states.ts';
import { standingOf } from '#shared/domain/payments/owned-money.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { Fen } from '#shared/kernel/money.ts';
import type { ReadDb } from '../access.ts';
import { among, given, listOf, prepared, preparedForSome } from '../prepared.ts';
import { unitBookings } from '../schema/claims.ts';
import { customers } from '../schema/customers.ts';
import { buildings, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';
import { receipts } from '../schema/papers.ts';
import { ownedMoney } from './owned-money.ts';

/** A small booking as stored. */
export type BookingRow = typeof unitBookings.$inferSelect;

const oneBooking = prepared((db) =>
  db
    .select()
    .from(unitBookings)
    .where(eq(unitBookings.id, given('id')))
    .prepare(),
);

/** One small booking. */
export function bookingById(db: ReadDb, id: number): BookingRow | undefined {
  return oneBooking(db).get({ id });
}

const liveBooking = prepared((db) =>
  db
    .select({ booking: unitBookings, by: accounts.name })
    .from(unitBookings)
    .innerJoin(accounts, eq(accounts.id, unitBookings.consultantId))
    .where(and(eq(unitBookings.unitId, given('unitId')), inArray(unitBookings.state, [...liveBookingStates])))
    .prepare(),
);

/** The small booking that keeps a unit, asked for or open, with its consultant's name. */
export function liveBookingOf(db: ReadDb, unitId: number) {
  return liveBooking(db).get({ unitId });
}

const bookedNow = preparedForSome((db, some) =>
  db
    .select({
      unitId: unitBookings.unitId,
      accountId: unitBookings.consultantId,
      by: accounts.name,
      until: unitBookings.expiresAt,
    })
    .from(unitBookings)
    .innerJoin(accounts, eq(accounts.id, unitBookings.consultantId))
    .where(and(eq(unitBookings.state, 'open'), among(unitBookings.unitId, some)))
    .prepare(),
);

/** Open bookings as the board names them: whose they are and until when. */
export function openBookings(db: ReadDb, unitIds: readonly number[] | null) {
  return bookedNow(db, unitIds).all(listOf(unitIds));
}

/** Money of a booking that is still with the office as such: taken, neither paid back nor taken over into a deal. */
export function moneyHeldOf(db: ReadDb, bookingId: number): Fen {
  return standingOf(ownedMoney(db, { noun: 'bookings', id: bookingId })).held;
}

/** The bookings for which money came in that was neither voided nor exchanged; no other can hold any. */
export function bookingsWithMoney(db: ReadDb): ReadonlySet<number> {
  const rows = db
    .selectDistinct({ id: receipts.bookingId })
    .from(receipts)
    .where(and(isNotNull(receipts.bookingId), eq(receipts.state, 'valid')))
    .all();
  return new Set(rows.flatMap(({ id }) => id ?? []));
}

const receiptsInOrder = preparedForSome((db, some) =>
  db
    .select({ receipt: receipts, cashier: accounts.name, payer: customers.name })
    .from(receipts)
    .innerJoin(accounts, eq(accounts.id, receipts.cashierId))
    .innerJoin(customers, eq(customers.id, receipts.payerId))
    .where(among(receipts.bookingId, some))
    .orderBy(asc(receipts.id))
    .prepare(),
);

/** The receipts of some bookings, in their order. */
export function receiptsOfBookings(db: ReadDb, bookingIds: readonly number[]) {
  return receiptsInOrder(db, bookingIds).all(listOf(bookingIds));
}

/** The small bookings of some customers. */
export function bookingsOfCustomers(db: ReadDb, customerIds: readonly number[]) {
  if (customerIds.length === 0) return [];
  return listBookings(db, { whose: null, customerIds: [...customerIds] });
}

/** Which bookings: of which consultants (null for everybody's), of which customers, or one. */
type BookingFilter = {
  readonly whose: readonly number[] | null;
  readonly customerIds?: readonly number[];
  readonly id?: number;
};

/** Bookings of a filter with their people and homes, the newest first. */
export function listBookings(db: ReadDb, { whose, customerIds, id }: BookingFilter) {
  return db
    .select({
      booking: unitBookings,
      consultant: accounts.name,
      customer: customers.name,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
      unitState: units.commercialState,
    })
    .from(unitBookings)
    .innerJoin(accounts, eq(accounts.id, unitBookings.consultantId))
    .innerJoin(customers, eq(customers.id, unitBookings.customerId))
    .innerJoin(units, eq(units.id, unitBookings.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(
      and(
        whose === null ? undefined : inArray(unitBookings.consultantId, [...whose]),
        customerIds === undefined ? undefined : inArray(unitBookings.customerId, [...customerIds]),
        id === undefined ? undefined : eq(unitBookings.id, id),
      ),
    )
    .orderBy(desc(unitBookings.id))
    .all()
    .map(({ building, entrance, floorName, roomNo, ...row }) => ({
      ...row,
      unit: unitLabel({ building, entrance, floorName, roomNo }),
    }));
}

/** What a search goes by: a part of the number, and the homes and customers that it found. */
type Found = { readonly number: string; readonly units: readonly number[]; readonly customers: readonly number[] };

/** The newest small bookings that a search means, of consultants whose bookings the person sees. */
export function bookingsFound(db: ReadDb, whose: BookingFilter['whose'], found: Found, most: number) {
  return db
    .select({ id: unitBookings.id })
    .from(unitBookings)
    .where(
      and(
        whose === null ? undefined : inArray(unitBookings.consultantId, [...whose]),
        or(
          found.number === '' ? undefined : sql`instr(lower(${unitBookings.number}), lower(${found.number})) > 0`,
          inArray(unitBookings.unitId, [...found.units]),
          inArray(unitBookings.customerId, [...found.customers]),
        ),
      ),
    )
    .orderBy(desc(unitBookings.id))
    .limit(most)
    .all()
    .flatMap(({ id }) => listBookings(db, { whose: null, id }));
}

/** Bookings whose time has run out: those for which no money came, and those that are open on a booked home. */
export function overdueBookings(db: ReadDb, now: number) {
  return db
    .select({ id: unitBookings.id, unitId: unitBookings.unitId, state: unitBookings.state })
    .from(unitBookings)
    .innerJoin(units, eq(units.id, unitBookings.unitId))
    .where(
      and(
        lte(unitBookings.expiresAt, now),
        // A frozen home's booking runs out once the home is free of it; one under review waits for that.
        sql`((${unitBookings.state} = 'agreed' and ${units.commercialState} = 'held')
          or (${unitBookings.state} = 'open' and ${units.commercialState} = 'booked'
            and not exists (select 1 from unit_holds where unit_id = ${units.id} and ended_at is null and purpose = 'approval')))`,
      ),
    )
    .all();
}
