import { bookingById } from '#db/repositories/bookings.ts';
import { unitById } from '#db/repositories/units.ts';
import { standingOf } from '#shared/domain/payments/owned-money.ts';
import { fen } from '#shared/kernel/money.ts';
import { voidPapersOf } from '../documents/void-papers.ts';
import type { OwnerKind } from '../payments/owners.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import { papersOutside, turnBooking } from './turn-booking.ts';

/**
 * The money of small bookings: all of it may go back. With the last of it a booking ends and its home is free, unless
 * papers of it are still outside; then it ends by its own act once they are back.
 */
export const bookingMoney: OwnerKind = {
  find: (db, id) => bookingById(db, id),
  free: (_context, _id, money) => {
    const { held, promised } = standingOf(money);
    return fen(held - promised);
  },
  moneyMoved: (command, id, held) => {
    const booking = bookingById(command.db, id);
    if (booking === undefined || held > 0 || papersOutside(command, booking) > 0) return;
    const { customerId, unitId, number, state } = booking;
    if (state === 'expired') turnBooking(command, booking, 'refund');
    else if (state === 'open') {
      const unit = unitById(command.db, unitId);
      // A frozen home is freed by whoever thaws it: its booking runs out then.
      if (unit?.commercialState !== 'booked') return;
      applyUnitEvent(command, unit, 'refundBooking', { customerId, approved: ['refundBooking'] }, { reason: number });
    } else return;
    voidPapersOf(command, 'bookings', id, number);
  },
};
