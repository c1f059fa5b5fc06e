/** States of a batch of price changes (调价批次). */
export const priceBatchStates = [
  'draft',
  'pending',
  'returned',
  'approved',
  'effective',
  'rejected',
  'withdrawn',
] as const;
/** State of a batch of price changes. */
export type PriceBatchState = (typeof priceBatchStates)[number];

/** States in which a batch has fixed lines that are asked for or agreed to: a home is in one such batch at most. */
export const bindingBatchStates = ['pending', 'approved'] as const satisfies readonly PriceBatchState[];
