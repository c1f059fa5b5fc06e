import { z } from 'zod';
import { paymentMethods, receiptItems, receiptStates } from '#shared/domain/payments/states.ts';
import { subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { canSchema, idSchema, reasonSchema, versionSchema } from './common.ts';
import { command, query } from './procedure.ts';

/** Money taken, with its receipts and double entry. */
export const payments = {
  /** Takes money on a subscription and gives the receipt its number. A whole deposit completes it (齐定). */
  receive: command({
    permission: 'payments.receive',
    input: z.strictObject({
      subscriptionId: idSchema,
      version: versionSchema,
      item: z.enum(receiptItems),
      method: z.enum(paymentMethods),
      amount: amountSchema,
      payerId: idSchema,
      reference: z.string().trim().max(80),
    }),
    output: z.strictObject({
      receiptId: idSchema,
      number: z.string(),
      state: z.enum(subscriptionStates),
      remaining: amountSchema,
    }),
  }),
  /** Voids a receipt of today's book with a reason; the entries are reversed, never removed. */
  voidReceipt: command({
    permission: 'payments.void',
    input: z.strictObject({ receiptId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: z.strictObject({ state: z.enum(receiptStates) }),
  }),
  /** The cashier's book of some days. */
  book: query({
    permission: 'payments.read',
    input: z.strictObject({ from: localDateSchema, to: localDateSchema }),
    output: z.strictObject({
      /** Valid money; voided receipts are shown and do not count. */
      total: amountSchema,
      byMethod: z.array(z.strictObject({ method: z.enum(paymentMethods), receipts: z.int(), amount: amountSchema })),
      voided: z.strictObject({ receipts: z.int(), amount: amountSchema }),
      rows: z.array(
        z.strictObject({
          id: idSchema,
          number: z.string(),
          subscriptionId: idSchema,
          subscription: z.string(),
          unit: z.string(),
          payer: z.string(),
          item: z.enum(receiptItems),
          method: z.enum(paymentMethods),
          amount: amountSchema,
          receivedOn: localDateSchema,
          receivedAt: z.int(),
          cashier: z.string(),
          reference: z.string(),
          state: z.enum(receiptStates),
          voidReason: z.string(),
          can: canSchema,
          version: versionSchema,
        }),
      ),
    }),
  }),
};
