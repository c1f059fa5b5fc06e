import { type Area, unitPriceOf } from '#shared/kernel/area.ts';
import { type Fen, subtractFen, sumFen } from '#shared/kernel/money.ts';
import {
  type Adjustment,
  type AdjustmentKind,
  type DiscountOrder,
  type PriceBasis,
  type RoundingUnit,
  roundingFen,
} from './catalogue.ts';
import { type Exact, exact, lessPpm, plus, roundTo } from './exact.ts';

/** What a price is built from: the unit's own figures, the changes agreed, and the office's settings. */
export type PriceInput = {
  readonly listPrice: Fen;
  readonly innerArea: Area | null;
  readonly builtArea: Area;
  readonly basis: PriceBasis;
  readonly adjustments: readonly Adjustment[];
  readonly order: DiscountOrder;
  readonly rounding: RoundingUnit;
};

/** Kinds of lines of a price build-up; `list` is the first, `rounding` the last. */
export const priceLineKinds = ['list', 'percent', 'reduction', 'addOn', 'rounding'] as const;
/** Kind of a line. */
export type PriceLineKind = (typeof priceLineKinds)[number];

/** One line of a price build-up (价格构成). `amount` is `after - before`, negative where money comes off. */
export type PriceLine = {
  readonly kind: PriceLineKind;
  /** The catalogue's name; empty for the list price and the rounding, which the screen names by their kind. */
  readonly label: string;
  readonly ratePpm: number | null;
  readonly before: Fen;
  readonly amount: Fen;
  readonly after: Fen;
};

/** A price with every step that led to it. The amounts of the lines sum to `total`. */
export type PriceBuildUp = {
  readonly lines: readonly PriceLine[];
  /** What the buyer pays for everything (成交总价). */
  readonly total: Fen;
  readonly addOns: Fen;
  /** The home without add-ons: all discounts are counted against it. This is what limits are tested on. */
  readonly housePrice: Fen;
  /** Price per m² of the total by the basis; undefined when sold by the set or without that area. */
  readonly unitPrice: Fen | undefined;
};

const orderOfKinds = {
  addOnsReductionsPercents: ['addOn', 'reduction', 'percent'],
  percentsAddOnsReductions: ['percent', 'addOn', 'reduction'],
  reductionsPercentsAddOns: ['reduction', 'percent', 'addOn'],
} as const satisfies Record<DiscountOrder, readonly AdjustmentKind[]>;

/**
 * Builds a price up from the list price (domain 4.2): each group in the order of the setting, percents one after the
 * other. The running value is an exact fraction; every line shows it in fen, and the total is rounded half up once, from
 * the fraction, to the office's unit. The list price itself is never rounded: without adjustments it is the price.
 */
export function buildPrice(input: PriceInput): PriceBuildUp {
  let value = exact(input.listPrice);
  let before = input.listPrice;
  const lines: PriceLine[] = [
    { kind: 'list', label: '', ratePpm: null, before: roundTo(exact(0)), amount: before, after: before },
  ];
  for (const adjustment of inOrder(input.adjustments, input.order)) {
    value = applied(value, adjustment);
    const after = roundTo(value);
    const ratePpm = adjustment.kind === 'percent' ? adjustment.ratePpm : null;
    lines.push({
      kind: adjustment.kind,
      label: adjustment.label,
      ratePpm,
      before,
      amount: subtractFen(after, before),
      after,
    });
    before = after;
  }
  const total = input.adjustments.length > 0 ? roundTo(value, roundingFen[input.rounding]) : input.listPrice;
  if (total !== before)
    lines.push({
      kind: 'rounding',
      label: '',
      ratePpm: null,
      before,
      amount: subtractFen(total, before),
      after: total,
    });
  const addOns = sumFen(input.adjustments.flatMap((one) => (one.kind === 'addOn' ? [one.amount] : [])));
  const area = input.basis === 'perSet' ? null : input[input.basis];
  return {
    lines,
    total,
    addOns,
    housePrice: subtractFen(total, addOns),
    unitPrice: area === null ? undefined : unitPriceOf(total, area),
  };
}

function inOrder(adjustments: readonly Adjustment[], order: DiscountOrder): Adjustment[] {
  return orderOfKinds[order].flatMap((kind) => adjustments.filter((adjustment) => adjustment.kind === kind));
}

function applied(value: Exact, adjustment: Adjustment): Exact {
  if (adjustment.kind === 'percent') return lessPpm(value, adjustment.ratePpm);
  return plus(value, adjustment.kind === 'addOn' ? adjustment.amount : -adjustment.amount);
}
