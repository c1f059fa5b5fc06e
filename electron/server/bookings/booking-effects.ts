import { type BookingRow, bookingById } from '#db/repositories/bookings.ts';
import { unitById } from '#db/repositories/units.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ApprovalEffects } from '../approvals/effects.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import type { UnitCommand } from '../units/unit-facts.ts';
import { waitForMoney } from './create-booking.ts';
import { turnBooking } from './turn-booking.ts';

/** Ends a booking for which no money was taken: its home is free again. */
export function dropBooking(command: UnitCommand, booking: BookingRow, event: 'drop' | 'lapse', reason: string): void {
  const unit = unitById(command.db, booking.unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  turnBooking(command, booking, event, { endReason: reason });
  applyUnitEvent(command, unit, 'unpark', { customerId: booking.customerId });
}

function asked({ db }: UnitCommand, bookingId: number): BookingRow {
  const booking = bookingById(db, bookingId);
  if (booking === undefined) throw new DomainError('NOT_FOUND');
  return booking;
}

/** What a decision about a small booking does: agreed to, it waits for its money; else its home is free again. */
export const bookingEffects: ApprovalEffects = {
  approve: (command, { subjectId }) => {
    const booking = asked(command, subjectId);
    turnBooking(command, booking, 'agree', { expiresAt: waitForMoney(command, booking.unitId) });
  },
  drop: (command, { subjectId }, reason) => dropBooking(command, asked(command, subjectId), 'drop', reason),
};
