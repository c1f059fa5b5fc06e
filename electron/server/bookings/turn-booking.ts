import { type BookingRow, moneyHeldOf } from '#db/repositories/bookings.ts';
import { documentsOf, printsOf } from '#db/repositories/documents.ts';
import { receiptsOfOwner } from '#db/repositories/owned-money.ts';
import { unitBookings } from '#db/schema/claims.ts';
import type { BookingEvent, BookingFacts } from '#shared/domain/bookings/lifecycle.ts';
import { bookingLifecycle } from '#shared/domain/bookings/lifecycle.ts';
import { copiesOutside } from '#shared/domain/documents/copies.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';

type Asking = Pick<QueryContext<unknown>, 'db' | 'now' | 'setting'>;
type Turning = Asking & Pick<CommandContext<unknown>, 'tx'>;

const ends: readonly BookingEvent[] = ['drop', 'lapse', 'convert', 'expire', 'refund'];

/** Copies of the slip and of the receipts of a booking that have not come back. */
export function papersOutside({ db }: Pick<Asking, 'db'>, booking: BookingRow): number {
  const slips = documentsOf(db, 'bookings', booking.id);
  const owned = receiptsOfOwner(db, { noun: 'bookings', id: booking.id });
  const taken = owned.flatMap(({ id }) => documentsOf(db, 'receipts', id));
  const papers = [...slips, ...taken].map(({ id }) => id);
  return copiesOutside(printsOf(db, papers).map(({ print }) => print));
}

/** Everything that the guards of a small booking look at. */
export function bookingFacts(context: Asking, booking: BookingRow): BookingFacts {
  return {
    now: context.now,
    expiresAt: booking.expiresAt,
    extensions: booking.extensions,
    extensionLimit: context.setting('bookingExtensions'),
    heldFen: moneyHeldOf(context.db, booking.id),
    papersRecovered: papersOutside(context, booking) === 0,
  };
}

/**
 * Brings an event about on a small booking: decides by the table and writes the state. Its home is turned by whoever calls.
 * Throws the refusal of the table.
 */
export function turnBooking(
  command: Turning,
  booking: BookingRow,
  event: BookingEvent,
  patch: Partial<typeof unitBookings.$inferInsert> = {},
): BookingRow {
  const { next } = decideOrRefuse(bookingLifecycle, booking.state, event, bookingFacts(command, booking));
  const ended = ends.includes(event) ? { endedAt: command.now } : {};
  return command.tx.update(unitBookings, booking.id, { state: next, ...ended, ...patch });
}
