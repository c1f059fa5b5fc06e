import { z } from 'zod';
import { planKinds } from '../../plans/states.ts';

/** 付款方式变更: another way to pay, at the same price. */
export const planChangeAsk = z.strictObject({
  kind: z.literal('planChange'),
  planKind: z.enum(planKinds),
});
