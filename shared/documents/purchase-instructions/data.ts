import { z } from 'zod';
import { unitUses } from '#shared/domain/units/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';

const blank = z.string().trim().max(200);
const name = z.string().trim().min(1).max(100);
const told = z.string().trim().max(2000);

/** What purchase instructions (认购须知) are built from: the deal, the office's steps and days, and its own texts. */
export const purchaseInstructionsDataSchema = z.strictObject({
  subscription: name,
  subscribedOn: localDateSchema,
  project: name,
  seller: z.strictObject({ name, phone: blank, address: blank }),
  buyers: z.string().trim().min(1).max(400),
  consultant: name,
  unit: z.strictObject({ label: name, use: z.enum(unitUses), permit: name, deliveryOn: localDateSchema.nullable() }),
  /** What lies open on site for every buyer. */
  shown: z.array(z.string().trim().min(1).max(200)).min(1).max(40),
  deposit: amountSchema,
  /** Days after which a subscription lapses whose deposit was not paid. */
  graceDays: z.int().min(0),
  signBy: localDateSchema,
  place: name,
  borrows: z.boolean(),
  filingDays: z.int().min(0),
  refundDays: z.int().min(0),
  account: z.strictObject({ bank: blank, number: blank }),
  /** Mortgage, seizure, lease as disclosed; empty: none. */
  encumbrances: blank,
  /** The office's own texts; an empty one is struck. */
  texts: z.strictObject({
    eligibility: told,
    bring: told,
    refund: told,
    sampleFlat: told,
    disadvantages: told,
    complaints: told,
  }),
});

/** What purchase instructions are built from. */
export type PurchaseInstructionsData = z.output<typeof purchaseInstructionsDataSchema>;
