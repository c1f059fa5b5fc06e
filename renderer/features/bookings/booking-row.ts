import type { z } from 'zod';
import type { bookings } from '#shared/api/bookings.ts';
import type { BookingState } from '#shared/domain/bookings/states.ts';

/** A small booking as the office lists it. */
export type BookingRow = z.output<typeof bookings.list.output>[number];

/** How a state is marked: what waits is amber, what keeps a home is sound, what ended is quiet. */
export const bookingTones = {
  asked: 'amber',
  agreed: 'amber',
  open: 'ok',
  converted: 'ink',
  refunded: 'plain',
  expired: 'seal',
  dropped: 'plain',
} as const satisfies Record<BookingState, string>;
