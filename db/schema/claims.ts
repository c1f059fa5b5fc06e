import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type BookingState, bookingStates, liveBookingStates } from '#shared/domain/bookings/states.ts';
import { type PlanKind, planKinds } from '#shared/domain/plans/states.ts';
import { type UnitEncumbrance, unitEncumbrances } from '#shared/domain/units/states.ts';
import { approvals } from './approvals.ts';
import { dayColumn, fenColumn, holds, id, instantColumn, oneOf, oneOfSql, version } from './columns.ts';
import { customers } from './customers.ts';
import { units } from './inventory.ts';
import { accounts } from './office.ts';

/**
 * Small bookings (小订): a home kept for days against refundable money, at the list price of the day of the booking. One
 * home has at most one that lives.
 */
export const unitBookings = sqliteTable(
  'unit_bookings',
  {
    id: id(),
    number: text().notNull(),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    customerId: integer()
      .notNull()
      .references(() => customers.id),
    consultantId: integer()
      .notNull()
      .references(() => accounts.id),
    state: text().$type<BookingState>().notNull(),
    listPrice: fenColumn().notNull(),
    money: fenColumn().notNull(),
    /** How the customer means to pay, and what they ask to be taken off the list price (ppm) and why: wishes, not terms. */
    planKind: text().$type<PlanKind>(),
    planCode: text().notNull().default(''),
    planName: text().notNull().default(''),
    askedPpm: integer().notNull().default(0),
    reason: text().notNull().default(''),
    createdAt: instantColumn().notNull(),
    /** Until when the request or the payment is waited for; once the money is in, until when the home is kept. */
    expiresAt: instantColumn().notNull(),
    /** When the money came in and the booking began. */
    openedAt: instantColumn(),
    extensions: integer().notNull().default(0),
    approvalId: integer().references(() => approvals.id),
    endedAt: instantColumn(),
    endReason: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('unit_bookings_number_once').on(table.number),
    uniqueIndex('unit_bookings_one_live').on(table.unitId).where(oneOfSql('state', liveBookingStates)),
    index('unit_bookings_of_customer').on(table.customerId),
    index('unit_bookings_of_state').on(table.state, table.expiresAt),
    oneOf('unit_bookings', 'state', bookingStates),
    oneOf('unit_bookings', 'plan_kind', planKinds),
    holds('unit_bookings_asked_with_reason', `"asked_ppm" = 0 or "reason" <> ''`),
    holds('unit_bookings_money_positive', '"money" > 0 and "list_price" > 0'),
  ],
);

/** Seizures of units by a court (查封), with what burdened the unit before; at most one that is not lifted. */
export const seizures = sqliteTable(
  'seizures',
  {
    id: id(),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    court: text().notNull(),
    paperNo: text().notNull(),
    fromOn: dayColumn().notNull(),
    untilOn: dayColumn(),
    before: text().$type<UnitEncumbrance>().notNull(),
    seizedBy: integer()
      .notNull()
      .references(() => accounts.id),
    seizedAt: instantColumn().notNull(),
    liftedBy: integer().references(() => accounts.id),
    liftedAt: instantColumn(),
    liftReason: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('seizures_one_live').on(table.unitId).where(sql.raw('"lifted_at" is null')),
    oneOf('seizures', 'before', unitEncumbrances),
  ],
);
