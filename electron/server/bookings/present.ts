import type { z } from 'zod';
import { type listBookings, moneyHeldOf } from '#db/repositories/bookings.ts';
import { unitById } from '#db/repositories/units.ts';
import type { bookings as bookingsApi } from '#shared/api/bookings.ts';
import { bookingLifecycle } from '#shared/domain/bookings/lifecycle.ts';
import { canOf, decide } from '#shared/domain/lifecycle.ts';
import { unitCommercial } from '#shared/domain/units/commercial.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { gatherUnitFacts } from '../units/unit-facts.ts';
import { bookingFacts } from './turn-booking.ts';

/** A booking as a list finds it. */
type ListedBooking = ReturnType<typeof listBookings>[number];

type Row = z.input<(typeof bookingsApi)['list']['output']>[number];

/** What the caller may do with a booking, and why not; nothing of what their post never does. */
function canWith(context: QueryContext, { booking }: ListedBooking): Row['can'] {
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

/** A booking as a row of a list, with what the caller may do with it. */
export function presentBooking(context: QueryContext, listed: ListedBooking): Row {
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
    held: moneyHeldOf(context.db, booking.id),
    createdAt: booking.createdAt,
    expiresAt: booking.expiresAt,
    frozen: booking.state === 'open' && unitState === 'frozen',
    extensions: booking.extensions,
    approvalId: booking.approvalId,
    can: canWith(context, listed),
    version: booking.version,
  };
}
