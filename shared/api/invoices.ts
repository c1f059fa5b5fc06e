import { z } from 'zod';
import { invoiceStates, invoiceTakers } from '#shared/domain/payments/invoices.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, totalAmountSchema } from '#shared/kernel/money.ts';
import { canSchema, idSchema, reasonSchema, versionSchema } from './common.ts';
import { command, query } from './procedure.ts';

const number = z.string().trim().min(1).max(40);

const row = z.strictObject({
  id: idSchema,
  number: z.string(),
  subscriptionId: idSchema,
  amount: amountSchema,
  issuedOn: localDateSchema,
  state: z.enum(invoiceStates),
  /** Number of the invoice that a red one reverses. */
  reverses: z.string().nullable(),
  remark: z.string(),
  takenBy: z.string(),
  takenOn: localDateSchema.nullable(),
  /** Who took it to the title office, and when. */
  titleTakenBy: z.string(),
  titleTakenOn: localDateSchema.nullable(),
  /** `reverse`, `handOver`, `handOverTitle`. */
  can: canSchema,
  version: versionSchema,
});

/** Invoices (发票登记) of the money of deals: entered, handed over, reversed by red ones. */
export const invoices = {
  /** The invoices of a deal, and what of its money has none yet: less than nothing where money went back. */
  ofDeal: query({
    permission: 'payments.read',
    input: z.strictObject({ subscriptionId: idSchema }),
    output: z.strictObject({
      received: amountSchema,
      invoiced: amountSchema,
      /** In fen. */
      open: z.int(),
      rows: z.array(row),
      /** `record`. */
      can: canSchema,
    }),
  }),
  /** The register of some days, newest first. */
  list: query({
    permission: 'payments.read',
    input: z.strictObject({ from: localDateSchema, to: localDateSchema }),
    output: z.strictObject({
      /** What stands, and what red ones took back. */
      total: totalAmountSchema,
      reversed: totalAmountSchema,
      rows: z.array(
        row.extend({ subscription: z.string(), unit: z.string(), buyers: z.string(), recorder: z.string() }),
      ),
    }),
  }),
  /** Enters an invoice of a deal's money, never above what was received and has none. */
  record: command({
    permission: 'payments.invoice',
    input: z.strictObject({
      subscriptionId: idSchema,
      number,
      amount: amountSchema,
      issuedOn: localDateSchema,
      remark: z.string().trim().max(200),
    }),
    output: z.strictObject({ invoiceId: idSchema, open: amountSchema }),
  }),
  /** Enters the red invoice that reverses another (红冲): neither counts any more. */
  reverse: command({
    permission: 'payments.invoice',
    input: z.strictObject({
      invoiceId: idSchema,
      version: versionSchema,
      number,
      issuedOn: localDateSchema,
      reason: reasonSchema,
    }),
    output: z.strictObject({ invoiceId: idSchema }),
  }),
  /** Enters who took an invoice, for the customer or to the title office, and when. */
  handOver: command({
    permission: 'payments.invoice',
    input: z.strictObject({
      invoiceId: idSchema,
      version: versionSchema,
      taker: z.enum(invoiceTakers).default('customer'),
      takenBy: z.string().trim().min(1).max(60),
      takenOn: localDateSchema,
    }),
    output: z.strictObject({ takenOn: localDateSchema }),
  }),
};
