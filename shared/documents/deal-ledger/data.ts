import { z } from 'zod';
import { ageBands } from '#shared/domain/payments/ageing.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, ZERO_FEN } from '#shared/kernel/money.ts';

const line = z.string().trim().min(1).max(200);
const blank = z.string().trim().max(200);

/**
 * What the ledger of a deal (收款台账) is built from: each line of its plan with what is due, in and open on a day, where
 * the money of its loans comes from, and each receipt and refund.
 */
export const dealLedgerDataSchema = z.strictObject({
  asOf: localDateSchema,
  company: line,
  project: line,
  maker: line,
  consultant: line,
  subscription: line,
  /** Empty before there is a contract. */
  contract: blank,
  unit: line,
  buyers: z.array(line).min(1).max(10),
  price: amountSchema,
  plan: line,
  rows: z
    .array(
      z.strictObject({
        position: z.int().min(1),
        item: line,
        dueOn: localDateSchema,
        /** The day first agreed, where the line was put off since. */
        contractDueOn: localDateSchema.nullable().default(null),
        amount: amountSchema,
        paid: amountSchema,
        open: amountSchema,
        /** Days late on the day of the ledger. */
        days: z.int().min(0),
        age: z.enum(ageBands),
        /** Of a loan: which kind, from whom, and how far it is; null for the buyers' own money. */
        loan: z
          .strictObject({ kind: line, lender: blank, stands: line, expectedOn: localDateSchema.nullable() })
          .nullable(),
      }),
    )
    .min(1)
    .max(140),
  receipts: z
    .array(
      z.strictObject({
        on: localDateSchema,
        number: line,
        item: line,
        /** Positions of the plan that it was taken for. */
        lines: z.array(z.int().min(1)).max(20),
        payer: line,
        method: line,
        reference: blank,
        amount: amountSchema,
        /** What is said of it where it counts no more; empty where it does. */
        gone: blank,
      }),
    )
    .max(300),
  refunds: z
    .array(
      z.strictObject({
        on: localDateSchema,
        number: line,
        payee: line,
        /** The lender that got it as the repayment of its loan; empty where the payee did. */
        lender: blank,
        method: line,
        reference: blank,
        amount: amountSchema,
        /** Interest that went out beside it. */
        interest: amountSchema.default(ZERO_FEN),
      }),
    )
    .max(100),
  /** What of the money the office kept for good. */
  kept: amountSchema,
});

/** What the ledger of a deal is built from. */
export type DealLedgerData = z.output<typeof dealLedgerDataSchema>;
