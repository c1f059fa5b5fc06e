import type { PriceBasis } from '#shared/domain/pricing/catalogue.ts';

/** How a price is agreed, in the words of the contract. */
export const basisWords = {
  innerArea: '按套内建筑面积',
  builtArea: '按建筑面积',
  perSet: '按套',
} as const satisfies Record<PriceBasis, string>;
