import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';

const line = z.string().trim().max(120);

/** What a payment slip (缴款单) is built from: what a customer is to pay at the cashier, and for which home. */
export const paymentSlipDataSchema = z.strictObject({
  company: z.strictObject({ name: line, project: line }),
  customer: line,
  unit: line,
  /** The slip of the pick that it follows. */
  pick: line,
  deposit: amountSchema,
  account: z.strictObject({ name: line, bank: line, number: line }),
  payBy: z.strictObject({ on: localDateSchema, at: z.string().regex(/^\d{2}:\d{2}$/) }),
  by: line,
});

/** What a payment slip is built from. */
export type PaymentSlipData = z.output<typeof paymentSlipDataSchema>;
