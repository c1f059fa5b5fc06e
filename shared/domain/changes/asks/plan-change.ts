import { z } from 'zod';
import { planCodeSchema } from '../../plans/template.ts';

/** 付款方式变更: another way to pay, at the same price. */
export const planChangeAsk = z.strictObject({
  kind: z.literal('planChange'),
  planCode: planCodeSchema,
});
