import { z } from 'zod';
import { reliefFields } from '#shared/domain/changes/simulation.ts';
import { paymentLetterKinds } from '#shared/domain/payments/letters.ts';
import { planItems } from '#shared/domain/plans/states.ts';
import { serviceMethods } from '#shared/domain/subscriptions/notices.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { canSchema, idSchema, reasonSchema, versionSchema } from './common.ts';
import { command, query } from './procedure.ts';

const kind = z.enum(paymentLetterKinds);
const position = z.int().min(1);

/** Letters to the buyers of a deal about its money: notices of what is due, demands, rescissions, and their service. */
export const letters = {
  /** The letters of a deal with their service, and what of its plan the next can name. */
  ofDeal: query({
    permission: 'payments.read',
    input: z.strictObject({ subscriptionId: idSchema }),
    output: z.strictObject({
      letters: z.array(
        z.strictObject({
          id: idSchema,
          number: z.string(),
          kind,
          positions: z.array(position),
          round: z.int(),
          open: amountSchema,
          penalty: amountSchema,
          dueBy: localDateSchema.nullable(),
          writtenOn: localDateSchema,
          writtenBy: z.string(),
          voided: z.boolean(),
          voidReason: z.string(),
          /** Every buyer, with how the letter reached them; null while it has not. */
          services: z.array(
            z.strictObject({
              customerId: idSchema,
              name: z.string(),
              service: z
                .strictObject({
                  method: z.enum(serviceMethods),
                  sentOn: localDateSchema,
                  servedOn: localDateSchema,
                  trackingNo: z.string(),
                  note: z.string(),
                })
                .nullable(),
            }),
          ),
          /** When it had reached everybody. */
          arrivedOn: localDateSchema.nullable(),
          /** Of a rescission that arrived: when the contract ends, and until when the buyers may object. */
          endsOn: localDateSchema.nullable(),
          objectUntil: localDateSchema.nullable(),
          /** `paper`, `serve`, `void`. */
          can: canSchema,
          version: versionSchema,
        }),
      ),
      lines: z.array(
        z.strictObject({
          position,
          item: z.enum(planItems),
          dueOn: localDateSchema,
          open: amountSchema,
          /** Days late today and what they cost by the contract; no penalty where none can be reckoned. */
          days: z.int(),
          penalty: amountSchema.nullable(),
          disputedOn: localDateSchema.nullable(),
          ...reliefFields,
          /** By kind of letter: whether it may name this line. */
          can: canSchema,
        }),
      ),
      /** By kind of letter, and `dispute`. */
      can: canSchema,
    }),
  }),
  /** Writes a letter: it takes its number and keeps the figures of today. A rescission is for whoever may end contracts. */
  write: command({
    permission: 'payments.remind',
    input: z.strictObject({
      subscriptionId: idSchema,
      kind,
      positions: z.array(position).min(1).max(40),
      dueBy: localDateSchema.nullable(),
      hidesPrice: z.boolean().default(false),
      hidesLateFee: z.boolean().default(false),
    }),
    output: z.strictObject({ letterId: idSchema, number: z.string() }),
  }),
  /** Enters how and when a letter reached one buyer. */
  serve: command({
    permission: 'payments.remind',
    input: z.strictObject({
      letterId: idSchema,
      customerId: idSchema,
      method: z.enum(serviceMethods),
      sentOn: localDateSchema,
      servedOn: localDateSchema,
      trackingNo: z.string().trim().max(60),
      note: z.string().trim().max(200),
    }),
    output: z.strictObject({ arrivedOn: localDateSchema.nullable() }),
  }),
  /** Voids a letter that reached nobody yet, with its reason; its number and its paper stay, void. */
  void: command({
    permission: 'payments.remind',
    input: z.strictObject({ letterId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: z.strictObject({ voided: z.boolean() }),
  }),
  /** Enters that the buyers dispute a line of the plan, or how that was settled: no demand names it meanwhile. */
  dispute: command({
    permission: 'payments.remind',
    input: z.strictObject({
      subscriptionId: idSchema,
      position,
      disputed: z.boolean(),
      reason: reasonSchema,
    }),
    output: z.strictObject({ disputedOn: localDateSchema.nullable() }),
  }),
};
