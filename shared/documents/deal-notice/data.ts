import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';

const line = z.string().trim().min(1).max(200);

/** What both notices to the buyers of a deal say of it. */
const deal = {
  issuedOn: localDateSchema,
  seller: z.strictObject({ name: line, phone: z.string().trim().max(200), address: z.string().trim().max(200) }),
  project: line,
  /** Number of the subscription book, its day and its home. */
  subscription: line,
  subscribedOn: localDateSchema,
  unit: line,
  price: amountSchema,
  buyers: z.array(line).min(1).max(10),
  /** The day that was agreed for signing. */
  signBy: localDateSchema,
  consultant: line,
};

/** What a notice to sign (签约通知书) is built from. */
export const signingNoticeDataSchema = z.strictObject({
  ...deal,
  /** Until when the buyers are asked to come, and where. */
  dueOn: localDateSchema,
  place: line,
  /** What they bring along. */
  bring: z.array(line).min(1).max(12),
});
/** What a notice to sign is built from. */
export type SigningNoticeData = z.output<typeof signingNoticeDataSchema>;

/** What a notice of termination (终止通知书) is built from. */
export const terminationNoticeDataSchema = z.strictObject({
  ...deal,
  /** The notice to sign that was served before. */
  called: z.strictObject({ number: line, servedOn: localDateSchema }),
  /** Days after the service until the deal is at an end. */
  graceDays: z.int().min(1).max(90),
  /** What of the money is not returned, and what is. */
  kept: amountSchema,
  back: amountSchema,
});
/** What a notice of termination is built from. */
export type TerminationNoticeData = z.output<typeof terminationNoticeDataSchema>;
