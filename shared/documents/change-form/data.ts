import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { decisionsSchema } from '../kit/decisions.ts';

const name = z.string().trim().min(1).max(100);
const text = z.string().trim().max(500);

/** What a change approval form (变更审批表) is built from: the change as it was reckoned, and who decided what. */
export const changeFormDataSchema = z.strictObject({
  company: z.strictObject({ name, project: name }),
  /** The kind of change, as the paper calls it. */
  kind: name,
  number: name,
  subscription: name,
  unit: name,
  buyers: z.string().trim().min(1).max(400),
  consultant: name,
  askedBy: name,
  askedOn: localDateSchema,
  /** What changes: each figure before and after, in words. */
  figures: z.array(z.strictObject({ name, before: text, after: text })).max(40),
  reason: text,
  /** The customers' money: what is here, what they pay more, what goes back and what is kept. */
  money: z.strictObject({ received: amountSchema, toPay: amountSchema, toReturn: amountSchema, kept: amountSchema }),
  /** What it does to the deal amount that the consultant's commission is reckoned by, in words. */
  commission: z.string().trim().min(1).max(200),
  /** What else it brings about. */
  effects: z.array(text).max(20),
  /** Papers that come back, with how many copies are outside. */
  papers: z.array(text).max(20),
  decisions: decisionsSchema,
  /** The day since which it holds; empty until it is carried out. */
  effectiveOn: localDateSchema.nullable(),
});

/** What a change approval form is built from. */
export type ChangeFormData = z.output<typeof changeFormDataSchema>;
