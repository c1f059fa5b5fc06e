import { z } from 'zod';
import { wantedAdjustmentSchema } from '../../pricing/catalogue.ts';

/** 优惠变更: other discounts on the deal's own list price. */
export const priceChangeAsk = z.strictObject({
  kind: z.literal('priceChange'),
  adjustments: z.array(wantedAdjustmentSchema).max(20),
});
