import type { ErrorFamily } from './errors.ts';

/** Refusals about price batches, payment plans and discounts. */
export const priceErrorCodes = {} as const satisfies Record<string, ErrorFamily>;
