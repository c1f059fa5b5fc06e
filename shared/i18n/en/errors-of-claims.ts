/** English sentences of the refusals about small bookings, holds and seizures. */
export const claimErrors = {} as const;
