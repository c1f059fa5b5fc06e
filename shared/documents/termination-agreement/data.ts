import { z } from 'zod';
import { terminationMoney } from '#shared/domain/agreements/termination-money.ts';
import { receiptItems } from '#shared/domain/payments/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { agreementHead } from '../agreements/data.ts';

const blank = z.string().trim().max(200);

/** Who wants the contract to end. */
export const terminationAskers = ['buyer', 'seller', 'both'] as const;

/** What a termination agreement (解除协议) is built from; the money table follows from what was paid and the terms. */
export const terminationAgreementDataSchema = z
  .strictObject({
    ...agreementHead,
    reason: z.string().trim().min(1).max(500),
    askedBy: z.enum(terminationAskers),
    paid: z
      .array(
        z.strictObject({
          item: z.enum(receiptItems),
          paidOn: localDateSchema,
          receipt: z.string().trim().min(1).max(40),
          amount: amountSchema,
        }),
      )
      .max(200),
    penalty: amountSchema,
    interest: amountSchema,
    back: amountSchema,
    refund: z.strictObject({
      /** Whoever paid; money goes back to nobody else. */
      payees: z.array(z.strictObject({ name: z.string().trim().min(1).max(100), amount: amountSchema })).max(10),
      days: z.int().min(1).max(365),
      /** Bank or fund that gets the loan back; empty without a loan. */
      lender: blank,
    }),
    /** What the buyers give back: papers with their copies, invoices, keys. */
    returns: z
      .array(z.strictObject({ what: z.string().trim().min(1).max(100), count: z.int().min(0).max(99) }))
      .max(60),
    /** Days in which both apply for the end of filing and of the advance notice. */
    cancelDays: z.int().min(1).max(365),
  })
  .refine(
    ({ paid, penalty, back }) => {
      const own = paid.filter(({ item }) => item !== 'loan').reduce((sum, { amount }) => sum + amount, 0);
      return penalty + back <= own;
    },
    { path: ['penalty'], message: 'more is kept and returned than the buyers paid' },
  );
/** What a termination agreement is built from. */
export type TerminationAgreementData = z.output<typeof terminationAgreementDataSchema>;

/** The money table of the agreement. */
export function moneyOfTermination({ paid, penalty, interest, back }: TerminationAgreementData) {
  return terminationMoney(paid, { penalty, interest, back });
}
