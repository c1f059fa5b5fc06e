import { z } from 'zod';
import { posts } from '#shared/domain/accounts/posts.ts';
import { moneyNouns } from '#shared/domain/payments/owned-money.ts';
import {
  dealItems,
  paymentMethods,
  receiptItems,
  receiptStates,
  refundStates,
} from '#shared/domain/payments/states.ts';
import { planFields } from '#shared/domain/plans/naming.ts';
import { planItems } from '#shared/domain/plans/states.ts';
import { subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { canSchema, idSchema, reasonSchema, versionSchema } from './common.ts';
import { command, query } from './procedure.ts';

/** The record that money belongs to: a deal, a small booking or an intent. */
const ownerSchema = z.strictObject({ noun: z.enum(moneyNouns), id: idSchema });

/** Names such a record where somebody asks about its money. */
const ofRecord = { noun: z.enum(moneyNouns), recordId: idSchema };

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
  /**
   * Turns money of a small booking or of an intent into the deposit of a deal (换票): a receipt of its own, no cash. The
   * old one counts no more and its paper is taken back.
   */
  exchange: command({
    permission: 'payments.receive',
    input: z.strictObject({ receiptId: idSchema, version: versionSchema, subscriptionId: idSchema }),
    output: z.strictObject({ receiptId: idSchema, number: z.string(), state: z.enum(subscriptionStates) }),
  }),
  /** Money of small bookings and intents of a deal's buyers that can become its deposit. */
  exchangeable: query({
    permission: 'payments.read',
    input: z.strictObject({ subscriptionId: idSchema }),
    output: z.array(
      z.strictObject({
        receiptId: idSchema,
        number: z.string(),
        item: z.enum(receiptItems),
        amount: amountSchema,
        payer: z.string(),
        /** `exchange`. */
        can: canSchema,
        version: versionSchema,
      }),
    ),
  }),
  /** How the money of a record stands, and how much of it may go back to whom. */
  held: query({
    permission: 'payments.read',
    input: z.strictObject(ofRecord),
    output: z.strictObject({
      received: amountSchema,
      back: amountSchema,
      kept: amountSchema,
      held: amountSchema,
      /** Asked for or agreed to, not yet paid out. */
      promised: amountSchema,
      payers: z.array(z.strictObject({ customerId: idSchema, name: z.string(), most: amountSchema })),
      /** `ask`. */
      can: canSchema,
    }),
  }),
  /** Asks for money to go back to whoever brought it (退款申请); by the ladder somebody else agrees to it. */
  askRefund: command({
    permission: 'payments.refund',
    input: z.strictObject({ ...ofRecord, payeeId: idSchema, amount: amountSchema, reason: reasonSchema }),
    output: z.strictObject({ refundId: idSchema, number: z.string(), state: z.enum(refundStates) }),
  }),
  /** Pays out a refund that was agreed to (付款). */
  refund: command({
    permission: 'payments.refund',
    input: z.strictObject({
      refundId: idSchema,
      version: versionSchema,
      method: z.enum(paymentMethods),
      reference: z.string().trim().max(80),
    }),
    output: z.strictObject({ state: z.enum(refundStates), held: amountSchema }),
  }),
  /** Takes back a refund that was asked for or agreed to and is not paid out. */
  withdrawRefund: command({
    permission: 'payments.refund',
    input: z.strictObject({ refundId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: z.strictObject({ state: z.enum(refundStates) }),
  }),
  /** Voids a refund that somebody else paid out, with a reason (冲红): the money is held again. */
  voidRefund: command({
    permission: 'payments.void',
    input: z.strictObject({ refundId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: z.strictObject({ state: z.enum(refundStates) }),
  }),
  /** Refunds that wait for somebody, and what was paid back on some days. */
  refunds: query({
    permission: 'payments.read',
    input: z.strictObject({ from: localDateSchema, to: localDateSchema }),
    output: z.strictObject({
      /** Paid out in these days with interest; what was voided is shown and does not count. */
      total: amountSchema,
      waiting: amountSchema,
      /** The ways of paying that the office uses. */
      methods: z.array(z.enum(paymentMethods)),
      rows: z.array(
        z.strictObject({
          id: idSchema,
          number: z.string(),
          owner: ownerSchema,
          /** Number of the record it belongs to, and its home. */
          of: z.string(),
          unit: z.string(),
          payee: z.string(),
          /** The bank or fund that gets it as the repayment of a loan; empty where the payee does. */
          lender: z.string(),
          amount: amountSchema,
          /** Interest beside it, reckoned up to today while it waits; the sum is what is paid out. */
          interest: amountSchema,
          sum: amountSchema,
          reason: z.string(),
          requestedBy: z.string(),
          requestedAt: z.int(),
          /** The post that has to agree; null once it was decided. */
          waitsFor: z.enum(posts).nullable(),
          approvalId: idSchema.nullable(),
          method: z.enum(paymentMethods).nullable(),
          reference: z.string(),
          refundedOn: localDateSchema.nullable(),
          cashier: z.string().nullable(),
          state: z.enum(refundStates),
          voidReason: z.string(),
          /** `pay`, `withdraw`, `void`. */
          can: canSchema,
          version: versionSchema,
        }),
      ),
    }),
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
          ...planFields,
          position: z.int(),
          item: z.enum(planItems),
          /** Bank or fund that pays the line, where it is a loan and somebody entered whose. */
          lender: z.string(),
          dueOn: localDateSchema,
          /** The day first agreed, where the line was put off since. */
          contractDueOn: localDateSchema.nullable(),
          amount: amountSchema,
          paid: amountSchema,
          open: amountSchema,
          overdueDays: z.int(),
          /** `receive`, `letter`. */
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
          /** The record it was taken for, with its number. */
          owner: ownerSchema,
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
          /** Given in exchange for another: no money came in by it. */
          exchanged: z.boolean(),
          voidReason: z.string(),
          can: canSchema,
          version: versionSchema,
        }),
      ),
    }),
  }),
};
