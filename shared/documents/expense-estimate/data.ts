import { z } from 'zod';
import { expenseKinds, expenseSums } from '#shared/domain/quotes/expenses.ts';
import { homeOrders } from '#shared/domain/quotes/states.ts';
import { unitUses } from '#shared/domain/units/states.ts';
import { areaSchema } from '#shared/kernel/area.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';

const blank = z.string().trim().max(200);
const name = z.string().trim().min(1).max(100);

/**
 * What an expense estimate (购房费用明细) is built from: every expense as it was reckoned, and the settings it rests on.
 * Amounts in fen, areas in 0.01 m². Refused when its sums are not those of its rows.
 */
export const expenseEstimateDataSchema = z
  .strictObject({
    estimatedOn: localDateSchema,
    /** The purchase plan or subscription that it goes with. */
    basedOn: name,
    project: name,
    seller: z.strictObject({ name, phone: blank }),
    customer: z.string().trim().min(1).max(400),
    consultant: name,
    unit: z.strictObject({ label: name, use: z.enum(unitUses), builtArea: areaSchema }),
    price: amountSchema,
    /** Which home of the family it is, as the customer says; null where nobody has said. */
    homeOrder: z.enum(homeOrders).nullable(),
    expenses: z
      .array(
        z.strictObject({
          kind: z.enum(expenseKinds),
          ratePpm: z.int().nullable(),
          perSquareMetre: amountSchema.nullable(),
          months: z.int().nullable(),
          amount: amountSchema,
        }),
      )
      .min(1)
      .max(expenseKinds.length),
    sums: z.strictObject({
      toSeller: amountSchema,
      toOthers: amountSchema,
      together: amountSchema,
      optional: amountSchema,
    }),
    /** On what each rate rests: since when it holds (null for what the program came with) and the source that was noted. */
    sources: z.array(z.strictObject({ name, from: localDateSchema.nullable(), note: z.string().max(500) })).max(20),
  })
  .refine(({ expenses, sums }) => {
    const reckoned = expenseSums(expenses);
    return (['toSeller', 'toOthers', 'together', 'optional'] as const).every((one) => reckoned[one] === sums[one]);
  }, 'the sums are not those of the rows');

/** What an expense estimate is built from. */
export type ExpenseEstimateData = z.output<typeof expenseEstimateDataSchema>;
