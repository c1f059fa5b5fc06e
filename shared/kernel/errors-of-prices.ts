import type { ErrorFamily } from './errors.ts';

/** Refusals about price batches, payment plans and discounts. */
export const priceErrorCodes = {
  DISCOUNT_NOT_AS_LISTED: 'refused',
  DISCOUNT_ABOVE_AUTHORITY: 'refused',
  PLAN_PERCENT_SHORT: 'invalid',
  PLAN_PERCENT_OVER: 'invalid',
  PLAN_REST_MISSING: 'invalid',
  PLAN_KIND_TWICE: 'invalid',
} as const satisfies Record<string, ErrorFamily>;
