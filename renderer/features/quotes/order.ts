import { z } from 'zod';
import type { PlanKind } from '#shared/domain/plans/states.ts';
import { planCodeSchema } from '#shared/domain/plans/template.ts';
import { adjustmentSchema, type Discount, listedOf, type WantedAdjustment } from '#shared/domain/pricing/catalogue.ts';
import { MOST_WAYS } from '#shared/domain/quotes/reckoning.ts';
import { homeOrders } from '#shared/domain/quotes/states.ts';

const waySchema = z.strictObject({ planCode: planCodeSchema, loanYears: z.int().min(1).max(30) });

/** A purchase plan as it is being put together; names no person. */
export const planOrderSchema = z.strictObject({
  customerId: z.int().positive().nullable(),
  homeOrder: z.enum(homeOrders),
  /** Codes of the catalogue's discounts that were chosen. */
  discounts: z.array(z.string()),
  /** What was agreed beyond the catalogue. */
  byHand: z.array(adjustmentSchema).max(10),
  ways: z.array(waySchema).max(MOST_WAYS),
});
/** A purchase plan as it is being put together. */
export type PlanOrder = z.output<typeof planOrderSchema>;

type Plan = { readonly code: string; readonly kind: PlanKind; readonly lends: boolean };

/** What a plan begins with: the first three ways of which most customers ask, over the longest term. */
export function firstPlanOrder(plans: readonly Plan[], years: number, customerId: number | null): PlanOrder {
  const usual = ['lumpSum', 'mortgage', 'combined'];
  const wanted = usual.flatMap((wish) => plans.find(({ kind }) => kind === wish) ?? []);
  const ways = (wanted.length > 0 ? wanted : plans).slice(0, MOST_WAYS);
  return {
    customerId,
    homeOrder: 'first',
    discounts: [],
    byHand: [],
    ways: ways.map(({ code }) => ({ planCode: code, loanYears: years })),
  };
}

/** Takes a way in or out; the ways stay in the order of the office's own list, and never become four. */
export function withWay(
  ways: PlanOrder['ways'],
  code: string,
  plans: readonly Plan[],
  years: number,
): PlanOrder['ways'] {
  if (ways.some(({ planCode }) => planCode === code)) return ways.filter(({ planCode }) => planCode !== code);
  if (ways.length >= MOST_WAYS) return ways;
  const order = plans.map((plan) => plan.code);
  return [...ways, { planCode: code, loanYears: years }].toSorted(
    (a, b) => order.indexOf(a.planCode) - order.indexOf(b.planCode),
  );
}

/** The changes to the list price: the chosen discounts in the order of the catalogue, then what was agreed by hand. */
export function planAdjustments(order: PlanOrder, catalogue: readonly Discount[]): WantedAdjustment[] {
  return [...listedOf(catalogue, order.discounts), ...order.byHand];
}

/**
 * What pressing 'save' comes to: `stay` while something is missing or refused, `wait` while the office still reckons what
 * stands on the form, else `save`.
 */
export function saveStep(form: {
  readonly missing: number;
  readonly reckoning: boolean;
  readonly plan: { readonly refusals: readonly unknown[] } | undefined;
}): 'stay' | 'wait' | 'save' {
  const { missing, reckoning, plan } = form;
  if (missing > 0) return 'stay';
  if (reckoning || plan === undefined) return 'wait';
  return plan.refusals.length > 0 ? 'stay' : 'save';
}
