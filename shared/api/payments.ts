import { z } from 'zod';
import { dealItems, paymentMethods, receiptItems, receiptStates } from '#shared/domain/payments/states.ts';
import { planItems, planKinds } from '#shared/domain/plans/states.ts';
import { subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { canSchema, idSchema, reasonSchema, versionSchema } from './common.ts';
import { command, query } from './procedure.ts';

const lineShare = z.strictObject({ position: z.int().min(1), amount: amountSchema });

/** Money taken, with its receipts and double entry. */
export const payments = {
  /**
   * Takes money on a deal and gives the receipt its number. A whole deposit completes the subscription (齐定), the last of
   * the price pays the home up (结清). More than is open on a line is refused: the office keeps no advances.
   */
  receive: command({
    permission: 'payments.receive',
    input: z.strictObject({
      subscriptionId: idSchema,
      version: versionSchema,
      item: z.enum(dealItems),
      method: z.enum(paymentMethods),
      amount: amountSchema,
      payerId: idSchema,
      reference: z.string().trim().max(80),
      /** The lines of the plan that are paid, and how much of each; without them it goes to the earliest due. */
      lines: z.array(lineShare).min(1).max(4).optional(),
    }),
    output: z.strictObject({
      receiptId: idSchema,
      number: z.string(),
      state: z.enum(subscriptionStates),
      remaining: amountSchema,
    }),
  }),
  /** Voids a receipt somebody else took, with a reason (冲红): its lines are open again, the entries are reversed. */
  voidReceipt: command({
    permission: 'payments.void',
    input: z.strictObject({ receiptId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: z.strictObject({ state: z.enum(receiptStates) }),
  }),
  /** Lines of the plans that are open and due by a day, the earliest first; consultants see those of their own deals. */
  due: query({
    permission: 'payments.read',
    input: z.strictObject({ until: localDateSchema }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          id: idSchema,
          subscriptionId: idSchema,
          subscription: z.string(),
          unit: z.string(),
          buyer: z.string(),
          consultant: z.string(),
          planKind: z.enum(planKinds),
          position: z.int(),
          item: z.enum(planItems),
          dueOn: localDateSchema,
          amount: amountSchema,
          paid: amountSchema,
          open: amountSchema,
          overdueDays: z.int(),
          /** `receive`. */
          can: canSchema,
        }),
      ),
    }),
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
          /** The lines of the plan it was taken for. */
          lines: z.array(lineShare.extend({ item: z.enum(planItems) })),
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
