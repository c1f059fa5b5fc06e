import type { ErrorFamily } from './errors.ts';

/** Refusals about price batches, payment plans and discounts. */
export const priceErrorCodes = {
  DISCOUNT_NOT_AS_LISTED: 'refused',
  DISCOUNT_ABOVE_AUTHORITY: 'refused',
} as const satisfies Record<string, ErrorFamily>;
