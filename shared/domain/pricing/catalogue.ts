import { z } from 'zod';
import { posts } from '#shared/domain/accounts/posts.ts';
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

/** A discount of the catalogue by its code alone: what it takes off and what it is called, the office knows itself. */
const listedSchema = z.strictObject({ kind: z.literal('listed'), code: named.code });

/** What somebody wants changed of the list price: discounts of the catalogue by their code, the rest agreed by hand. */
export const wantedAdjustmentSchema = z.discriminatedUnion('kind', [
  listedSchema,
  percentSchema,
  reductionSchema,
  addOnSchema,
]);
/** One wanted change to the list price. */
export type WantedAdjustment = z.output<typeof wantedAdjustmentSchema>;

/** How the codes of discounts begin that were agreed beyond the catalogue (协议优惠). */
const BY_HAND = 'by-hand-';

/** True of what was agreed beyond the catalogue. */
export function isByHand({ code }: { readonly code: string }): boolean {
  return code.startsWith(BY_HAND);
}

/** The code of the next discount beyond the catalogue, after `count` others. */
export function byHandCode(count: number): string {
  return `${BY_HAND}${count + 1}`;
}

const inForce = {
  from: localDateSchema.nullable(),
  until: localDateSchema.nullable(),
  stackable: z.boolean(),
  /** The lowest post of the sales line that may give it; null: anybody who sells. */
  authority: z.enum(posts).nullable().default(null),
};

/**
 * A discount of the catalogue (优惠目录): an adjustment with its days, who may give it, and whether it goes together with
 * others.
 */
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

/** The chosen discounts in the order of the catalogue, each by its code. */
export function listedOf(catalogue: readonly Discount[], codes: readonly string[]): WantedAdjustment[] {
  return catalogue.filter(({ code }) => codes.includes(code)).map(({ code }) => ({ kind: 'listed', code }));
}

/** A catalogue discount as an adjustment of one price. */
export function adjustmentOf(discount: Discount): Adjustment {
  const { from: _from, until: _until, stackable: _stackable, authority: _authority, ...adjustment } = discount;
  return adjustment;
}
