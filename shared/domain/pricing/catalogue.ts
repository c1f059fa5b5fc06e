import { z } from 'zod';
import { type LocalDate, localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, ONE_PPM } from '#shared/kernel/money.ts';

/** What a price is agreed by (计价方式, contract article 6): 套内面积, 建筑面积, 按套. */
export const priceBases = ['innerArea', 'builtArea', 'perSet'] as const;
/** What a price is agreed by. */
export type PriceBasis = (typeof priceBases)[number];

/**
 * In which order a price is built up from the list price (优惠计算顺序, domain 4.2):
 * (a) add-ons and reductions, then percents · (b) percents, then add-ons, then reductions · (c) reductions, then percents, then add-ons.
 */
export const discountOrders = [
  'addOnsReductionsPercents',
  'percentsAddOnsReductions',
  'reductionsPercentsAddOns',
] as const;
/** Order of a price build-up. */
export type DiscountOrder = (typeof discountOrders)[number];

/** To what a built-up price is rounded, half up (取整单位). */
export const roundingUnits = ['fen', 'yuan', 'thousandYuan', 'tenThousandYuan'] as const;
/** To what a built-up price is rounded. */
export type RoundingUnit = (typeof roundingUnits)[number];

/** The rounding units in fen. */
export const roundingFen = {
  fen: 1,
  yuan: 100,
  thousandYuan: 100_000,
  tenThousandYuan: 1_000_000,
} as const satisfies Record<RoundingUnit, number>;

const named = { code: z.string().min(1).max(40), label: z.string().min(1).max(60) };

/** A percent taken off (折扣): 99折 is a rate of 10 000 ppm off. Several are applied one after the other, never added. */
const percentSchema = z.strictObject({
  kind: z.literal('percent'),
  ...named,
  ratePpm: z
    .int()
    .min(1)
    .max(ONE_PPM - 1),
});
/** An amount taken off (直减). */
const reductionSchema = z.strictObject({ kind: z.literal('reduction'), ...named, amount: amountSchema });
/** An amount that comes on top, such as a fit-out standard (加价). It does not count against the discounts. */
const addOnSchema = z.strictObject({ kind: z.literal('addOn'), ...named, amount: amountSchema });

/** One change to the list price, from the catalogue or agreed by hand. */
export const adjustmentSchema = z.discriminatedUnion('kind', [percentSchema, reductionSchema, addOnSchema]);
/** One change to the list price. */
export type Adjustment = z.output<typeof adjustmentSchema>;

/** Kind of change to a price. */
export type AdjustmentKind = Adjustment['kind'];

const inForce = { from: localDateSchema.nullable(), until: localDateSchema.nullable(), stackable: z.boolean() };

/** A discount of the catalogue (优惠目录): an adjustment with its days and whether it goes together with others. */
export const discountSchema = z.discriminatedUnion('kind', [
  percentSchema.extend(inForce),
  reductionSchema.extend(inForce),
  addOnSchema.extend(inForce),
]);
/** A discount of the catalogue. */
export type Discount = z.output<typeof discountSchema>;

/** True on the days, both included, on which a discount may be given. */
export function isInForce(discount: Discount, day: LocalDate): boolean {
  return (discount.from === null || discount.from <= day) && (discount.until === null || day <= discount.until);
}

/** The discounts that a consultant may offer on a day, in the order of the catalogue. */
export function discountsOn(catalogue: readonly Discount[], day: LocalDate): Discount[] {
  return catalogue.filter((discount) => isInForce(discount, day));
}

/** A catalogue discount as an adjustment of one price. */
export function adjustmentOf(discount: Discount): Adjustment {
  const { from: _from, until: _until, stackable: _stackable, ...adjustment } = discount;
  return adjustment;
}
