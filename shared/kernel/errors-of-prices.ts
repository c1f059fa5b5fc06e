import type { ErrorFamily } from './errors.ts';

/** Refusals about price batches, payment plans and discounts. */
export const priceErrorCodes = {
  DISCOUNT_NOT_AS_LISTED: 'refused',
  DISCOUNT_ABOVE_AUTHORITY: 'refused',
  PLAN_PERCENT_SHORT: 'invalid',
  PLAN_PERCENT_OVER: 'invalid',
  PLAN_REST_MISSING: 'invalid',
  PLAN_TWICE: 'invalid',
  IMPORT_PRICES_TO_BATCH: 'refused',
  IMPORT_IN_BATCH: 'refused',
  BATCH_NOT_DRAFT: 'refused',
  BATCH_IMPORTED: 'refused',
  BATCH_EMPTY: 'refused',
  BATCH_DAY_PAST: 'refused',
  BATCH_DAY_TO_COME: 'refused',
  BATCH_PRICE_IMPOSSIBLE: 'refused',
  BATCH_BREAKS_BAND: 'refused',
  BATCH_OVERLAPS: 'refused',
  BATCH_FILED_TOO_EARLY: 'refused',
  FLOOR_PRICE_HIDDEN: 'forbidden',
} as const satisfies Record<string, ErrorFamily>;
