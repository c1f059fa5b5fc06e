import { z } from 'zod';
import { posts } from '#shared/domain/accounts/posts.ts';
import { planCodeSchema } from '#shared/domain/plans/template.ts';
import { adjustmentSchema, discountSchema, wantedAdjustmentSchema } from '#shared/domain/pricing/catalogue.ts';
import { MOST_WAYS, quoteReckoningSchema } from '#shared/domain/quotes/reckoning.ts';
import { homeOrders, quoteStates } from '#shared/domain/quotes/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { canSchema, idSchema, offeredPlan, personSchema, refusalSchema, versionSchema } from './common.ts';
import { command, query } from './procedure.ts';

const wish = z.strictObject({ planCode: planCodeSchema, loanYears: z.int().min(1).max(30) });

/** What is to be quoted: everything else follows from the unit and the office's settings of the day. */
const termsSchema = z.strictObject({
  unitId: idSchema,
  adjustments: z.array(wantedAdjustmentSchema).max(20),
  homeOrder: z.enum(homeOrders),
  ways: z
    .array(wish)
    .min(1)
    .max(MOST_WAYS)
    .refine((ways) => new Set(ways.map(({ planCode }) => planCode)).size === ways.length, 'a payment way twice'),
});

const row = z.strictObject({
  id: idSchema,
  number: z.string(),
  unitId: idSchema,
  unit: z.string(),
  customer: z.strictObject({ id: idSchema, name: z.string() }),
  consultant: personSchema,
  quotedOn: localDateSchema,
  validUntil: localDateSchema,
  price: amountSchema,
  /** Its payment plans, by their codes. */
  planCodes: z.array(z.string()),
  state: z.enum(quoteStates),
});

/** Purchase plans for customers (置业计划): what a home costs, how it is paid, what comes on top. */
export const quotes = {
  /** What the office offers today for a unit: discounts, payment ways, the longest loan. */
  offer: query({
    permission: 'subscriptions.write',
    input: z.strictObject({ unitId: idSchema }),
    output: z.strictObject({
      discounts: z.array(discountSchema),
      plans: z.array(offeredPlan.extend({ lends: z.boolean() })),
      loanYearsMost: z.int(),
    }),
  }),
  /** Price, payment ways, loans, taxes and fees of some terms; writes nothing. Asked with every change of the form. */
  reckon: query({
    permission: 'subscriptions.write',
    input: z.strictObject({ terms: termsSchema }),
    output: quoteReckoningSchema.extend({
      /** The last day on which the plan would hold. */
      validUntil: localDateSchema,
      /** The post that would have to agree to this price; null within the caller's own authority. */
      needsApprovalOf: z.enum(posts).nullable(),
      refusals: z.array(refusalSchema),
      warnings: z.array(refusalSchema),
    }),
  }),
  /** Keeps a purchase plan for a customer under its number. Reserves nothing. */
  create: command({
    permission: 'subscriptions.write',
    input: z.strictObject({
      terms: termsSchema,
      customerId: idSchema,
      /** The price that the screen showed; refused when the office now reckons another. */
      shownPrice: amountSchema,
    }),
    output: z.strictObject({ quoteId: idSchema, number: z.string() }),
  }),
  /** The purchase plans of a customer or of a unit, the newest first; others' only for who may see all customers. */
  list: query({
    permission: 'subscriptions.read',
    input: z.discriminatedUnion('of', [
      z.strictObject({ of: z.literal('customer'), customerId: idSchema }),
      z.strictObject({ of: z.literal('unit'), unitId: idSchema }),
    ]),
    output: z.array(row),
  }),
  detail: query({
    permission: 'subscriptions.read',
    input: z.strictObject({ quoteId: idSchema }),
    output: z.strictObject({
      row,
      reckoning: quoteReckoningSchema,
      homeOrder: z.enum(homeOrders),
      adjustments: z.array(adjustmentSchema),
      subscriptionId: idSchema.nullable(),
      /** `issuePlan`, `subscribe`. */
      can: canSchema,
      version: versionSchema,
    }),
  }),
};
