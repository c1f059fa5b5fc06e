import { z } from 'zod';
import { terminationMoney } from '#shared/domain/agreements/termination-money.ts';
import { receiptItems } from '#shared/domain/payments/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, sumFen } from '#shared/kernel/money.ts';
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
    /** By which yearly rate (ppm, 0 for none) and up to which day what goes back bears interest. */
    interest: z.strictObject({ yearlyPpm: z.int().min(0).max(1_000_000), until: localDateSchema }),
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
  )
  .refine(
    ({ paid, penalty, interest, back, refund }) =>
      sumFen(refund.payees.map(({ amount }) => amount)) === terminationMoney(paid, { penalty, interest, back }).toBuyer,
    {
      path: ['refund', 'payees'],
      message: 'the payees do not get what goes back to the buyers',
      // What is more than the buyers paid cannot be settled at all.
      when: ({ issues }) => issues.length === 0,
    },
  );
/** What a termination agreement is built from. */
export type TerminationAgreementData = z.output<typeof terminationAgreementDataSchema>;

/** The money table of the agreement. */
export function moneyOfTermination({ paid, penalty, interest, back }: TerminationAgreementData) {
  return terminationMoney(paid, { penalty, interest, back });
}
