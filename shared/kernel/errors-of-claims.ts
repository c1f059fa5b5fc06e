import type { ErrorFamily } from './errors.ts';

/** Refusals about small bookings, holds and seizures. */
export const claimErrorCodes = {
  HOLD_RENEWALS_USED: 'refused',
  UNIT_NOT_SEIZED: 'refused',
  UNIT_NOT_MORTGAGED: 'refused',
  BOOKING_NOT_OPEN: 'refused',
  BOOKING_EXTENSIONS_USED: 'refused',
  BOOKING_PAYMENT_OPEN: 'refused',
  RECEIPT_OF_BOOKING: 'refused',
} as const satisfies Record<string, ErrorFamily>;
