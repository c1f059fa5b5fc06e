import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, fenSchema } from '#shared/kernel/money.ts';
import { planItems, planKinds } from '../plans/states.ts';
import { priceLineKinds } from '../pricing/build-up.ts';
import { priceBases } from '../pricing/catalogue.ts';
import { feeKinds } from './fees.ts';
import { loanKinds } from './loans.ts';

/** Most payment ways side by side: what fits one sheet of A4. */
export const MOST_WAYS = 3;

const summary = z.strictObject({ first: amountSchema, last: amountSchema, interest: amountSchema });

const loan = z.strictObject({
  kind: z.enum(loanKinds),
  principal: amountSchema,
  ratePpm: z.int(),
  months: z.int(),
});

const way = z.strictObject({
  planKind: z.enum(planKinds),
  /** The plan among those of the office; plans of before there were several of a kind have none. */
  planCode: z.string().default(''),
  label: z.string(),
  loanYears: z.int(),
  downPayment: z.strictObject({ amount: amountSchema, ratePpm: z.int() }),
  plan: z.array(
    z.strictObject({
      position: z.int(),
      item: z.enum(planItems),
      amount: amountSchema,
      dueOn: localDateSchema,
      inPrice: z.boolean(),
    }),
  ),
  loans: z.array(loan),
  repayment: z.strictObject({ equalInstalments: summary, equalPrincipal: summary }).nullable(),
});

const fee = z.strictObject({
  kind: z.enum(feeKinds),
  ratePpm: z.int().nullable(),
  perSquareMetre: amountSchema.nullable(),
  months: z.int().nullable(),
  amount: amountSchema,
});

/** What the office reckons of a purchase plan, and what is kept and printed as it was reckoned. */
export const quoteReckoningSchema = z.strictObject({
  listPrice: amountSchema,
  lines: z.array(
    z.strictObject({
      kind: z.enum(priceLineKinds),
      label: z.string(),
      ratePpm: z.int().nullable(),
      amount: fenSchema,
      after: fenSchema,
    }),
  ),
  price: amountSchema,
  unitPrice: amountSchema.nullable(),
  basis: z.enum(priceBases),
  belowListPpm: z.int(),
  ways: z.array(way),
  fees: z.array(fee),
  feesTogether: amountSchema,
});
/** A purchase plan as the office reckons it. */
export type QuoteReckoning = z.output<typeof quoteReckoningSchema>;
