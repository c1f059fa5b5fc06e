import type { ReadDb } from '#db/access.ts';
import { bookingById, overdueBookings } from '#db/repositories/bookings.ts';
import { unitById } from '#db/repositories/units.ts';
import type { Corridor } from '../kernel/corridor.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import { dropBooking } from './booking-effects.ts';

/** Lets bookings end whose time has run out, one act of the office each. Answers how many ended. */
export async function sweepBookings(corridor: Corridor, db: ReadDb, now: number): Promise<number> {
  const ended = await Promise.allSettled(
    overdueBookings(db, now).map(({ id, state }) =>
      corridor.act({
        procedure: state === 'open' ? 'office.bookingExpires' : 'office.bookingLapses',
        run: (context) => {
          const booking = bookingById(context.db, id);
          const unit = booking === undefined ? undefined : unitById(context.db, booking.unitId);
          if (booking === undefined || unit === undefined || booking.state !== state) return;
          const data = { number: booking.number, unitId: unit.id };
          if (state === 'open') {
            applyUnitEvent(context, unit, 'bookingExpires', { customerId: booking.customerId });
            context.happened({ kind: 'bookingExpired', noun: 'bookings', id, data });
          } else {
            dropBooking(context, booking, 'lapse', '');
            context.happened({ kind: 'bookingLapsed', noun: 'bookings', id, data });
          }
        },
      }),
    ),
  );
  return ended.filter(({ status }) => status === 'fulfilled').length;
}
