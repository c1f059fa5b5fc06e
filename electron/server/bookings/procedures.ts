import {
  type BookingRow,
  bookingById,
  listBookings,
  liveBookingOf,
  receiptsOfBookings,
} from '#db/repositories/bookings.ts';
import { type UnitRow, unitById } from '#db/repositories/units.ts';
import { unitBookings } from '#db/schema/claims.ts';
import type { bookings as bookingsApi } from '#shared/api/bookings.ts';
import { receiptRefusal } from '#shared/domain/payments/receipt-rules.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { voidPapersOf } from '../documents/void-papers.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import { writeClaimReceipt } from '../payments/take-money.ts';
import { checkSeen } from '../subscriptions/own-deals.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import { dropBooking } from './booking-effects.ts';
import { createBooking } from './create-booking.ts';
import { presentBooking, presentBookings } from './present.ts';
import { turnBooking } from './turn-booking.ts';

/** A booking that the caller sees, as its screen saw it. Throws NOT_FOUND, DEAL_OF_OTHER, STALE. */
function ownBooking(
  context: Pick<QueryContext, 'db' | 'sees'>,
  bookingId: number,
  version?: number,
  noun: 'subscriptions' | 'payments' = 'subscriptions',
): BookingRow {
  const booking = bookingById(context.db, bookingId);
  if (booking === undefined) throw new DomainError('NOT_FOUND');
  checkSeen(context, noun, booking.consultantId);
  if (version !== undefined && booking.version !== version) throw new DomainError('STALE');
  return booking;
}

function homeOf({ db }: Pick<CommandContext, 'db'>, { unitId }: BookingRow): UnitRow {
  const unit = unitById(db, unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  return unit;
}

/** Handlers of small bookings. */
export const bookingsHandlers: Handlers<typeof bookingsApi> = {
  list: (context, { scope, open }) => {
    const whose = scope === 'mine' ? [context.actor.id] : context.reach('subscriptions');
    return presentBookings(context, listBookings(context.db, { whose }), open);
  },

  detail: (context, { bookingId }) => {
    const { openedAt, endedAt, endReason, reason } = ownBooking(context, bookingId);
    const [found] = listBookings(context.db, { whose: null, id: bookingId });
    if (found === undefined) throw new DomainError('NOT_FOUND');
    const receipts = context.can('payments.read') ? receiptsOfBookings(context.db, [bookingId]) : [];
    return {
      row: presentBooking(context, found),
      reason,
      endReason,
      methods: [...context.setting('paymentMethods')],
      openedAt,
      endedAt,
      receipts: receipts.map(({ receipt, cashier, payer }) => {
        const { id, number, method, amount, receivedAt, state } = receipt;
        return { id, number, method, amount, payer, receivedAt, cashier, state };
      }),
    };
  },

  create: createBooking,

  receive: (context, { bookingId, version, method, reference }) => {
    const { db, today, actor, setting, happened } = context;
    const booking = ownBooking(context, bookingId, version, 'payments');
    if (booking.state !== 'agreed') throw new DomainError('BOOKING_NOT_OPEN');
    const { customerId, money } = booking;
    const refused = receiptRefusal(
      { method, amount: money, balance: money, reference, receivedOn: today, today },
      { receiptNeedsReference: setting('receiptNeedsReference'), paymentMethods: setting('paymentMethods') },
    );
    if (refused !== undefined) throw DomainError.from(refused);
    const taken = {
      payerId: customerId,
      cashierId: actor.id,
      item: 'bookingMoney',
      method,
      amount: money,
      reference,
    } as const;
    const receipt = writeClaimReceipt(context, { bookingId }, taken);
    applyUnitEvent(context, homeOf(context, booking), 'book', { customerId, approved: ['book'] });
    const { number } = booking;
    happened({
      kind: 'booked',
      noun: 'bookings',
      id: bookingId,
      data: { number, receipt: receipt.number, amountFen: money, unitId: booking.unitId },
    });
    return {
      receiptId: receipt.id,
      number: receipt.number,
      expiresAt: liveBookingOf(db, booking.unitId)?.booking.expiresAt ?? 0,
    };
  },

  extend: (context, { bookingId, version }) => {
    const { db, happened } = context;
    const booking = ownBooking(context, bookingId, version);
    if (booking.state !== 'open') throw new DomainError('BOOKING_NOT_OPEN');
    applyUnitEvent(context, homeOf(context, booking), 'extendBooking', { customerId: booking.customerId });
    happened({
      kind: 'bookingExtended',
      noun: 'bookings',
      id: bookingId,
      data: { number: booking.number, unitId: booking.unitId },
    });
    return { expiresAt: bookingById(db, bookingId)?.expiresAt ?? booking.expiresAt };
  },

  drop: (context, { bookingId, version, reason }) => {
    const booking = ownBooking(context, bookingId, version);
    if (booking.state !== 'agreed') throw new DomainError('BOOKING_NOT_OPEN');
    dropBooking(context, booking, 'drop', reason);
    context.happened({
      kind: 'bookingDropped',
      noun: 'bookings',
      id: bookingId,
      data: { number: booking.number, unitId: booking.unitId },
    });
    return { state: 'dropped' };
  },

  refund: (context, { bookingId, version, reason }) => {
    const booking = ownBooking(context, bookingId, version);
    if (booking.state === 'open') {
      const { customerId, number } = booking;
      applyUnitEvent(context, homeOf(context, booking), 'refundBooking', { customerId }, { reason: number });
      context.tx.update(unitBookings, bookingId, { endReason: reason });
    } else turnBooking(context, booking, 'refund', { endReason: reason });
    voidPapersOf(context, 'bookings', bookingId, reason);
    context.happened({
      kind: 'bookingRefunded',
      noun: 'bookings',
      id: bookingId,
      data: { number: booking.number, unitId: booking.unitId },
    });
    return { state: 'refunded' };
  },
};
