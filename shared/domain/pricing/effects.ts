import { type Area, unitPriceOf } from '#shared/kernel/area.ts';
import { type Fen, subtractFen, sumFen } from '#shared/kernel/money.ts';
import { buildPrice, type PriceInput } from './build-up.ts';
import type { Adjustment } from './catalogue.ts';
import type { UnitPrices } from './limits.ts';

/** What a price means for the house, line by line. */
export const priceEffectKeys = ['total', 'unitPrice', 'aboveFloor', 'againstFiled'] as const;
/** One line of the effects of a price. */
export type PriceEffectKey = (typeof priceEffectKeys)[number];

/** One line of the comparison: at list, at the nearest lower authority (null without one), as asked, and the difference. */
export type PriceEffect = {
  readonly key: PriceEffectKey;
  readonly list: Fen;
  readonly lower: Fen | null;
  readonly asked: Fen;
  /** What the asked price changes against the lower authority, or against list without one. */
  readonly difference: Fen;
};

/** The deal whose effects are shown: how its price is built, and the total that is asked. */
export type AskedPrice = Omit<PriceInput, 'adjustments'> & {
  readonly adjustments: readonly Adjustment[];
  readonly total: Fen;
};

/** What is sold on top of the home; it counts neither as discount nor against the limits. */
export function addOnsOf(adjustments: readonly Adjustment[]): Fen {
  return sumFen(adjustments.flatMap((one) => (one.kind === 'addOn' ? [one.amount] : [])));
}

/** True where a price was lowered by a percent or an amount, whatever came on top of it. */
export function isDiscounted(adjustments: readonly Adjustment[]): boolean {
  return adjustments.some(({ kind }) => kind !== 'addOn');
}

/**
 * Compares an asked price with the list price and with what the nearest lower authority could have given, by the same
 * rules by which the price itself was built. A line whose limit price is not known is left out.
 */
export function priceEffects(asked: AskedPrice, prices: UnitPrices, lowerPpm: number | null): PriceEffect[] {
  const addOns = addOnsOf(asked.adjustments);
  const houseAt = (ratePpm: number): Fen =>
    buildPrice({ ...asked, adjustments: [{ kind: 'percent', code: 'authority', label: '', ratePpm }] }).housePrice;
  const houses = {
    list: prices.listPrice,
    lower: lowerPpm === null ? null : lowerPpm === 0 ? prices.listPrice : houseAt(lowerPpm),
    asked: subtractFen(asked.total, addOns),
  };
  const lines: Readonly<Record<PriceEffectKey, ((house: Fen) => Fen | undefined) | undefined>> = {
    total: (house) => sumFen([house, addOns]),
    unitPrice: unitPriceBy(asked, addOns),
    aboveFloor: against(prices.floorPrice),
    againstFiled: against(prices.filedPrice),
  };
  return priceEffectKeys.flatMap((key) => {
    const line = lines[key];
    const list = line?.(houses.list);
    const wanted = line?.(houses.asked);
    if (line === undefined || list === undefined || wanted === undefined) return [];
    const lower = houses.lower === null ? null : (line(houses.lower) ?? null);
    return [{ key, list, lower, asked: wanted, difference: subtractFen(wanted, lower ?? list) }];
  });
}

function against(limit: Fen | null): ((house: Fen) => Fen) | undefined {
  return limit === null ? undefined : (house) => subtractFen(house, limit);
}

function unitPriceBy(asked: AskedPrice, addOns: Fen): ((house: Fen) => Fen | undefined) | undefined {
  const area: Area | null = asked.basis === 'perSet' ? null : asked[asked.basis];
  return area === null ? undefined : (house) => unitPriceOf(sumFen([house, addOns]), area);
}
