import type { ErrorFamily } from './errors.ts';

/** Refusals about small bookings, holds and seizures. */
export const claimErrorCodes = {} as const satisfies Record<string, ErrorFamily>;
