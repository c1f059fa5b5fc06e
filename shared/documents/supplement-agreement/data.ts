import { z } from 'zod';
import { planItems } from '#shared/domain/plans/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { agreementBuyerSchema, agreementHead } from '../agreements/data.ts';

const text = z.string().trim().max(1000);

/**
 * What a supplementary agreement (补充协议) is built from: what the contract said and what it says instead, in words, with
 * the money in fen. `article` 0 is the block of the parties.
 */
export const supplementAgreementDataSchema = z.strictObject({
  ...agreementHead,
  /** Which supplement of the contract this is, from 1. */
  position: z.int().min(1).max(99),
  newcomers: z.array(agreementBuyerSchema).max(10),
  changes: z
    .array(
      z.strictObject({
        article: z.int().min(0).max(40),
        title: z.string().trim().min(1).max(60),
        name: z.string().trim().min(1).max(60),
        before: text,
        after: text,
      }),
    )
    .max(60),
  /** The price before and after; the same where it stays. */
  price: z.strictObject({ before: amountSchema, after: amountSchema }),
  /** The new plan of annex four; empty where it stays. */
  plan: z
    .array(
      z.strictObject({
        item: z.enum(planItems),
        amount: amountSchema,
        dueOn: localDateSchema,
        inPrice: z.boolean(),
      }),
    )
    .max(120),
  /** Days in which the registry is told of it; null where it need not be. */
  refileDays: z.int().min(1).max(365).nullable(),
});
/** What a supplementary agreement is built from. */
export type SupplementAgreementData = z.output<typeof supplementAgreementDataSchema>;
