import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';

const line = z.string().trim().min(1).max(200);
const blank = z.string().trim().max(200);

const row = z.strictObject({
  position: z.int().min(1),
  item: line,
  dueOn: localDateSchema,
  amount: amountSchema,
  paid: amountSchema,
  open: amountSchema,
  /** Days late on the day of the letter, and what they cost by the contract. */
  days: z.int().min(0),
  penalty: amountSchema,
});
/** One line of the plan as a letter names it. */
export type LetterRow = z.output<typeof row>;

/** What all letters to the buyers about money say. */
const letter = {
  issuedOn: localDateSchema,
  seller: z.strictObject({ name: line, phone: blank, address: blank }),
  project: line,
  maker: line,
  /** All buyers, as the contract names them: a letter to one of two binds neither. */
  buyers: z
    .array(z.strictObject({ name: line, address: blank }))
    .min(1)
    .max(10),
  subscription: z.strictObject({ number: line, subscribedOn: localDateSchema }),
  /** Null before both sides have signed it. */
  contract: z.strictObject({ number: line, signedOn: localDateSchema }).nullable(),
  unit: line,
  /** The permit with its kind. */
  permit: blank,
  /** From the project's record, never typed. */
  account: z.strictObject({ name: line, bank: line, number: line }),
  /** What is written into the transfer: number, home and names. */
  memo: line,
  rows: z.array(row).min(1).max(40),
};

/** What a payment notice (缴款通知书) is built from. */
export const paymentNoticeDataSchema = z.strictObject({
  ...letter,
  /** Null where it is left out. */
  price: amountSchema.nullable(),
  /** False where it is left out. */
  showsLateFee: z.boolean(),
  dueBy: localDateSchema,
  /** What was paid before, oldest first. */
  history: z
    .array(z.strictObject({ receipt: line, item: line, receivedOn: localDateSchema, amount: amountSchema }))
    .max(200),
});
/** What a payment notice is built from. */
export type PaymentNoticeData = z.output<typeof paymentNoticeDataSchema>;

const late = {
  ...letter,
  contract: z.strictObject({ number: line, signedOn: localDateSchema }),
  /** Article 8 of the contract: rates a day in parts per million, and the days after which the seller may rescind. */
  terms: z.strictObject({
    bandDays: z.int().min(0),
    ratePpm: z.int().min(0),
    laterRatePpm: z.int().min(0),
  }),
  /** When money last came in; null where none did. */
  lastPaidOn: localDateSchema.nullable(),
  /** How article 25 of the contract agrees to serve letters. */
  service: line,
};

/** What an overdue demand (催款函) is built from. */
export const overdueDemandDataSchema = z.strictObject({
  ...late,
  /** Which demand of these lines it is. */
  round: z.int().min(1).max(99),
  dueBy: localDateSchema,
});
/** What an overdue demand is built from. */
export type OverdueDemandData = z.output<typeof overdueDemandDataSchema>;

/** What a rescission notice (解除合同通知书) is built from. */
export const rescissionNoticeDataSchema = z.strictObject({
  ...late,
  /** The end of the last period; null where it takes effect on its arrival. */
  dueBy: localDateSchema.nullable(),
  objectionDays: z.int().min(1),
  /** The demands before it, each with the day on which it had reached everybody. */
  demands: z
    .array(z.strictObject({ number: line, arrivedOn: localDateSchema }))
    .min(1)
    .max(40),
  price: amountSchema,
  received: amountSchema,
  /** What of the late sum is claimed by the contract, in parts per million, and within how many days; null where struck. */
  claimPpm: z.int().min(0).nullable(),
  claimDays: z.int().min(0).nullable(),
});
/** What a rescission notice is built from. */
export type RescissionNoticeData = z.output<typeof rescissionNoticeDataSchema>;
