import type { z } from 'zod';
import { bookingsWithMoney, type listBookings, moneyHeldOf } from '#db/repositories/bookings.ts';
import { unitById } from '#db/repositories/units.ts';
import type { bookings as bookingsApi } from '#shared/api/bookings.ts';
import { bookingLifecycle } from '#shared/domain/bookings/lifecycle.ts';
import { type BookingState, liveBookingStates } from '#shared/domain/bookings/states.ts';
import { canOf, decide } from '#shared/domain/lifecycle.ts';
import { unitCommercial } from '#shared/domain/units/commercial.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { type Fen, ZERO_FEN } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { gatherUnitFacts } from '../units/unit-facts.ts';
import { bookingFacts } from './turn-booking.ts';

/** A booking as a list finds it. */
type ListedBooking = ReturnType<typeof listBookings>[number];

const live: readonly BookingState[] = liveBookingStates;

type Row = z.input<(typeof bookingsApi)['list']['output']>[number];

/** States of which nothing is left to do but, where money is still here, to give it back. */
const over: readonly BookingState[] = ['asked', 'converted', 'refunded', 'expired', 'dropped'];

/** What the caller may do with a booking, and why not; nothing of what their post never does. */
function canWith(context: QueryContext, { booking }: ListedBooking, held: Fen): Row['can'] {
  // Most bookings of a list ended long ago: nothing is asked about those.
  if (over.includes(booking.state) && !(booking.state === 'expired' && held > 0)) return {};
  const unit = unitById(context.db, booking.unitId);
  if (unit === undefined) return {};
  const facts = bookingFacts(context, booking);
  const own = canOf(bookingLifecycle, booking.state, facts, ['open', 'extend', 'refund', 'drop']);
  const about = gatherUnitFacts(context, unit, { customerId: booking.customerId });
  const home = (event: 'extendBooking' | 'refundBooking'): Refusal | undefined =>
    decide(unitCommercial, unit.commercialState, event, about).refused;
  const can: Record<string, true | Refusal> = {};
  if (context.can('payments.receive') && booking.state === 'agreed') can['receive'] = own.open;
  if (!context.can('bookings.write')) return can;
  if (booking.state === 'open') {
    can['extend'] = own.extend === true ? (home('extendBooking') ?? true) : own.extend;
    can['refund'] = own.refund === true ? (home('refundBooking') ?? true) : own.refund;
  }
  if (booking.state === 'expired' && facts.heldFen > 0) can['refund'] = own.refund;
  if (booking.state === 'agreed') can['drop'] = own.drop;
  return can;
}

/** Bookings as rows of a list: all of them, or those that keep a home or hold money. */
export function presentBookings(context: QueryContext, listed: readonly ListedBooking[], open: boolean): Row[] {
  const { db } = context;
  const withMoney = bookingsWithMoney(db);
  return listed
    .map((one) => ({ one, held: withMoney.has(one.booking.id) ? moneyHeldOf(db, one.booking.id) : ZERO_FEN }))
    .filter(({ one, held }) => !open || live.includes(one.booking.state) || held > 0)
    .map(({ one, held }) => presentBooking(context, one, held));
}

/** A booking as a row of a list, with what the caller may do with it. */
export function presentBooking(
  context: QueryContext,
  listed: ListedBooking,
  held: Fen = moneyHeldOf(context.db, listed.booking.id),
): Row {
  const { booking, consultant, customer, unit, unitState } = listed;
  return {
    id: booking.id,
    number: booking.number,
    unitId: booking.unitId,
    unit,
    state: booking.state,
    customer,
    customerId: booking.customerId,
    consultant: { id: booking.consultantId, name: consultant },
    listPrice: booking.listPrice,
    money: booking.money,
    planKind: booking.planKind,
    planName: booking.planName,
    askedPpm: booking.askedPpm,
    held,
    createdAt: booking.createdAt,
    expiresAt: booking.expiresAt,
    frozen: booking.state === 'open' && unitState === 'frozen',
    extensions: booking.extensions,
    approvalId: booking.approvalId,
    can: canWith(context, listed, held),
    version: booking.version,
  };
}
