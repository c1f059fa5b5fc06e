import { z } from 'zod';
import { paymentMethods, receiptItems } from '#shared/domain/payments/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';

const blank = z.string().trim().max(200);
const name = z.string().trim().min(1).max(100);

/**
 * What a receipt (收据) is built from. Amounts in fen; the total is summed, never given. `form241` holds four lines,
 * more need a receipt of their own.
 */
export const depositReceiptDataSchema = z.strictObject({
  receivedOn: localDateSchema,
  company: z.strictObject({ name, project: name }),
  /** All who pay, as they stand in the subscription. */
  payers: z.array(name).min(1).max(10),
  /** Unit as people speak of it, and the subscription it belongs to. */
  unit: name,
  subscription: name,
  item: z.enum(receiptItems),
  lines: z
    .array(z.strictObject({ content: name, amount: amountSchema }))
    .min(1)
    .max(4),
  method: z.enum(paymentMethods),
  /** Number of the bank slip or cheque. */
  reference: blank,
  /** Account the money came into: bank and number; empty for cash. */
  account: blank,
  cashier: name,
  checker: blank,
  remark: blank,
});

/** What a receipt is built from. */
export type DepositReceiptData = z.output<typeof depositReceiptDataSchema>;
