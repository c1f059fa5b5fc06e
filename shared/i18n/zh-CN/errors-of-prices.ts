/** Chinese sentences of the refusals about price batches, payment plans and discounts. */
export const priceErrors = {} as const;
