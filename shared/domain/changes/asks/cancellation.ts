import { z } from 'zod';
import { amountSchema } from '#shared/kernel/money.ts';
import { exitCauses } from '../settlement.ts';

/** 退房: the deal ends before its contract is signed; how much of the money is kept follows from whose doing it is. */
export const cancellationAsk = z.strictObject({
  kind: z.literal('cancellation'),
  cause: z.enum(exitCauses),
  keep: amountSchema,
});
