/** English sentences of the refusals about small bookings, holds and seizures. */
export const claimErrors = {
  HOLD_RENEWALS_USED:
    'A hold is extended at most {{limit}} times, and that is used up. Subscribe or book the home, or withdraw the hold.',
  UNIT_NOT_MORTGAGED:
    'This step of the release is not open: the home is not mortgaged, or its release was not asked for yet. Refresh and look at what burdens it.',
  UNIT_NOT_SEIZED: 'This home is not seized, so there is nothing to lift.',
  BOOKING_NOT_OPEN:
    'This can’t be done with the small booking now: it hasn’t begun, or it has ended. Look at how it stands.',
  BOOKING_EXTENSIONS_USED:
    'A small booking is extended at most {{limit}} times, and that is used up. Subscribe the home, or end the booking.',
  BOOKING_PAYMENT_OPEN: 'The time for paying the booking money still runs; the home is free once it is over.',
  RECEIPT_OF_BOOKING: 'This is the receipt of booking money, which isn’t voided by itself. Pay the money back instead.',
} as const;
