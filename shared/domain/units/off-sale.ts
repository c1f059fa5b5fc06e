/** For what a home is kept off sale (不售用途). */
export const offSaleUses = ['ownUse', 'showHome', 'debtSettlement', 'soldElsewhere', 'other'] as const;
/** For what a home is kept off sale. */
export type OffSaleUse = (typeof offSaleUses)[number];
