import { z } from 'zod';
import { amountSchema } from '#shared/kernel/money.ts';
import { exitGrounds } from '../../agreements/refund-interest.ts';
import { exitCauses } from '../settlement.ts';

/** 退房: the deal ends; how much of the money is kept, and what interest is added, follows from whose doing it is. */
export const cancellationAsk = z.strictObject({
  kind: z.literal('cancellation'),
  cause: z.enum(exitCauses),
  keep: amountSchema,
  /** The article of a signed contract on which the seller's answering for its end rests; absent before, and where it ends by consent. */
  ground: z.enum(exitGrounds).optional(),
});
