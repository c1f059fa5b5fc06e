import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';

const line = z.string().trim().min(1).max(200);
const blank = z.string().trim().max(200);

/** What a list of receivables (应收款清单) is built from: the plan of one deal, line by line, as it stands on a day. */
export const receivablesListDataSchema = z.strictObject({
  asOf: localDateSchema,
  seller: z.strictObject({ name: line, phone: blank }),
  project: line,
  consultant: line,
  subscription: line,
  /** Empty before there is a contract. */
  contract: blank,
  unit: line,
  buyers: z.array(line).min(1).max(10),
  account: z.strictObject({ name: line, bank: blank, number: blank }),
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
        /** Days late on the day of the list. */
        days: z.int().min(0),
        /** Paid by a lender. */
        loan: z.boolean(),
      }),
    )
    .min(1)
    .max(140),
});

/** What a list of receivables is built from. */
export type ReceivablesListData = z.output<typeof receivablesListDataSchema>;
