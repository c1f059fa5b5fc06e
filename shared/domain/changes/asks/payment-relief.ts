import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';

/** 延期减免: a line of the plan of a signed contract is due later, or some of its penalty is waived, or both. */
export const paymentReliefAsk = z.strictObject({
  kind: z.literal('paymentRelief'),
  /** Position of the line in the plan. */
  position: z.int().min(1),
  /** The day on which it is due instead; null where that stays. */
  dueOn: localDateSchema.nullable(),
  /** What of the penalty that has accrued is waived, in fen. */
  waived: amountSchema,
});
