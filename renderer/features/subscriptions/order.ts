import { z } from 'zod';
import { planCodeSchema } from '#shared/domain/plans/template.ts';
import {
  type Adjustment,
  adjustmentSchema,
  type Discount,
  isByHand,
  listedOf,
  type WantedAdjustment,
} from '#shared/domain/pricing/catalogue.ts';
import { buyerSchema, buyersRefusal } from '#shared/domain/subscriptions/buyers.ts';
import { namedSignerSchema } from '#shared/domain/subscriptions/signers.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, ONE_PPM } from '#shared/kernel/money.ts';

/** A subscription as it is being put together; of people it names only who signs for a buyer, and is kept encrypted. */
export const orderSchema = z.strictObject({
  buyers: z.array(buyerSchema).max(10),
  /** Who signs for whom, as far as it was said here. */
  signers: z.array(namedSignerSchema).max(10).default([]),
  /** Codes of the catalogue's discounts that were chosen. */
  discounts: z.array(z.string()),
  /** What was agreed beyond the catalogue. */
  byHand: z.array(adjustmentSchema).max(10),
  planCode: planCodeSchema,
  deposit: amountSchema.nullable(),
  signBy: localDateSchema.nullable(),
  consent: z.boolean(),
  mortgageDisclosed: z.boolean(),
  reason: z.string(),
});
/** A subscription as it is being put together. */
export type Order = z.output<typeof orderSchema>;

/** The changes to the list price: the chosen discounts in the order of the catalogue, then what was agreed by hand. */
export function adjustmentsOf(order: Order, catalogue: readonly Discount[]): WantedAdjustment[] {
  return [...listedOf(catalogue, order.discounts), ...order.byHand];
}

/** What else the form is asked: whether a mortgage must be told of, the price approved, and whose documents are there. */
export type OrderCircumstances = {
  readonly mortgaged: boolean;
  readonly needsApproval: boolean;
  /** Buyers whose identity document the office has. */
  readonly identified: readonly number[];
};

/** What the form itself still lacks, in the order of the screen; the office checks it all again. */
export function missingOf(order: Order, { mortgaged, needsApproval, identified }: OrderCircumstances): Refusal[] {
  const buyers = buyersRefusal(order.buyers);
  const papers = order.buyers.every(({ customerId }) => identified.includes(customerId));
  const missing: (Refusal | undefined)[] = [
    buyers ?? (papers ? undefined : { code: 'BUYER_IDENTITY_MISSING' }),
    order.consent ? undefined : { code: 'CONSENT_MISSING', params: { article: 'pipl29' } },
    mortgaged && !order.mortgageDisclosed
      ? { code: 'MORTGAGE_NOT_DISCLOSED', params: { article: 'shandong35' } }
      : undefined,
    needsApproval && order.reason.trim() === '' ? { code: 'REASON_MISSING' } : undefined,
  ];
  return missing.filter((one) => one !== undefined);
}

/** A purchase plan as far as a subscription follows it. */
export type FollowedPlan = {
  readonly row: { readonly customer: { readonly id: number }; readonly planCodes: readonly string[] };
  readonly adjustments: readonly Adjustment[];
};

/**
 * An order filled from a purchase plan: its customer, its discounts as far as the catalogue still has them, what was
 * agreed by hand, and the chosen way to pay. The office reckons the rest as for any other order.
 */
export function orderFromPlan(
  order: Order,
  plan: FollowedPlan,
  way: Order['planCode'] | undefined,
  catalogue: readonly Discount[],
): Order {
  const codes = catalogue.map(({ code }) => code);
  return {
    ...order,
    buyers: [{ customerId: plan.row.customer.id, sharePpm: ONE_PPM }],
    discounts: plan.adjustments.map(({ code }) => code).filter((code) => codes.includes(code)),
    byHand: plan.adjustments.filter(isByHand),
    planCode: way ?? plan.row.planCodes[0] ?? order.planCode,
  };
}

/** A subscription as far as it is corrected and sent in again. */
export type CorrectedDeal = {
  readonly row: { readonly depositDue: Order['deposit']; readonly signBy: Order['signBy'] };
  readonly buyers: readonly Order['buyers'][number][];
  readonly adjustments: readonly Adjustment[];
  readonly planCode: Order['planCode'];
  readonly consent: boolean;
  readonly mortgageDisclosed: boolean;
  readonly approval: { readonly reason: string } | null;
};

/** An order filled from the subscription that was sent back, with its discounts as far as the catalogue still has them. */
export function orderFromDeal(deal: CorrectedDeal, catalogue: readonly Discount[]): Order {
  const codes = catalogue.map(({ code }) => code);
  return {
    buyers: deal.buyers.map(({ customerId, sharePpm }) => ({ customerId, sharePpm })),
    // What is on record stays there: only what is said anew is sent.
    signers: [],
    discounts: deal.adjustments.map(({ code }) => code).filter((code) => codes.includes(code)),
    byHand: deal.adjustments.filter(isByHand),
    planCode: deal.planCode,
    deposit: deal.row.depositDue,
    signBy: deal.row.signBy,
    consent: deal.consent,
    mortgageDisclosed: deal.mortgageDisclosed,
    reason: deal.approval?.reason ?? '',
  };
}
