/**
 * States of a small booking (小订). `asked` waits for the supervisor, `agreed` for the money; both keep the home parked.
 * `dropped` came to nothing before any money was taken.
 */
export const bookingStates = ['asked', 'agreed', 'open', 'converted', 'refunded', 'expired', 'dropped'] as const;
/** State of a small booking. */
export type BookingState = (typeof bookingStates)[number];

/** States in which a booking keeps its home: one home has at most one of these. */
export const liveBookingStates = ['asked', 'agreed', 'open'] as const satisfies readonly BookingState[];
