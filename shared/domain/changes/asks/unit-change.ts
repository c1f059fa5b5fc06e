import { z } from 'zod';
import { planCodeSchema } from '../../plans/template.ts';
import { wantedAdjustmentSchema } from '../../pricing/catalogue.ts';

/** 换房: the deal moves to another home at its price of today; what is paid moves along. */
export const unitChangeAsk = z.strictObject({
  kind: z.literal('unitChange'),
  unitId: z.int().positive(),
  adjustments: z.array(wantedAdjustmentSchema).max(20),
  planCode: planCodeSchema,
  /** The buyers were told in writing of the mortgage of the other home, where it has one. */
  mortgageDisclosed: z.boolean(),
});
