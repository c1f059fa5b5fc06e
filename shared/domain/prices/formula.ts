import { z } from 'zod';
import type { PriceBasis } from '#shared/domain/pricing/catalogue.ts';
import { type Exact, exact, plus, roundTo } from '#shared/domain/pricing/exact.ts';
import { type UnitUse, unitUses } from '#shared/domain/units/states.ts';
import type { Area } from '#shared/kernel/area.ts';
import { amountSchema, type Fen, fenSchema, MAX_FEN, ONE_PPM } from '#shared/kernel/money.ts';
import { type KeptPrice, keptPrices } from './history.ts';

/** Highest price or change per m²: ten million yuan. */
const MOST_PER_METRE = 1_000_000_000;
/** Most rules of one formula. */
export const MOST_RULES = 40;
/** To what a changed price is rounded, half up, in fen: fen, yuan, ten, hundred, thousand, ten thousand yuan. */
export const roundings = [1, 100, 1000, 10_000, 100_000, 1_000_000] as const;

const perMetre = fenSchema.refine((value) => Math.abs(value) <= MOST_PER_METRE);
const floor = z.int().min(-50).max(300);

/** Which homes a rule is for; an empty list is all of them. */
const placeSchema = z.strictObject({
  buildingIds: z.array(z.int().positive()).max(300),
  uses: z.array(z.enum(unitUses)).max(unitUses.length),
  houseTypes: z.array(z.string().max(60)).max(200),
  orientations: z.array(z.string().max(40)).max(100),
  floorFrom: floor.nullable(),
  floorTo: floor.nullable(),
});

/** What a rule does to a price. */
const changeSchema = z.discriminatedUnion('by', [
  /** By a share of the price: 20 000 ppm is 2 % more. */
  z.strictObject({ by: z.literal('percent'), ratePpm: z.int().min(-900_000).max(9_000_000) }),
  /** By so much per m². */
  z.strictObject({ by: z.literal('perMetre'), amount: perMetre }),
  /** By so much per m² for each floor above a floor; less below it. */
  z.strictObject({ by: z.literal('perFloor'), amount: perMetre, floor }),
  /** By so much for each home. */
  z.strictObject({ by: z.literal('amount'), amount: fenSchema }),
  /** To so much per m². */
  z.strictObject({ by: z.literal('setPerMetre'), amount: perMetre.refine((value) => value > 0) }),
  /** To so much. */
  z.strictObject({ by: z.literal('set'), amount: amountSchema.refine((value) => value > 0) }),
  /** To a share of the list price as the rules before it left it. */
  z.strictObject({ by: z.literal('ofList'), ratePpm: z.int().min(10_000).max(9_000_000) }),
]);

/** One line of a formula: which homes, which of their prices, and what becomes of it. */
export const priceRuleSchema = z.strictObject({
  where: placeSchema,
  price: z.enum(keptPrices),
  change: changeSchema,
});
/** See {@link priceRuleSchema}. */
export type PriceRule = z.output<typeof priceRuleSchema>;

/** How prices are changed: rules one after the other, each price rounded once at their end. */
export const formulaSchema = z.strictObject({
  rules: z.array(priceRuleSchema).max(MOST_RULES),
  roundTo: z.literal(roundings),
});
/** See {@link formulaSchema}. */
export type PriceFormula = z.output<typeof formulaSchema>;

/** The three prices of a home. */
export type Prices = { readonly [Price in KeptPrice]: Fen | null };

/** A home as a formula sees it. */
export type PricedUnit = {
  readonly buildingId: number;
  readonly floor: number;
  readonly use: UnitUse;
  readonly houseType: string;
  readonly orientation: string;
  readonly builtArea: Area;
  readonly innerArea: Area | null;
  readonly prices: Prices;
};

/** What cannot be reckoned: an area that is not known, or a result that is no price. */
export type FormulaFault = 'areaMissing' | 'outOfRange';
/** The prices after a formula; with a fault they are those before it. */
export type Reckoned = { readonly prices: Prices; readonly fault: FormulaFault | null };

/** The area by which the office sells; what is sold by the set is reckoned by its built area. */
export function areaBy(unit: Pick<PricedUnit, 'builtArea' | 'innerArea'>, basis: PriceBasis): Area | null {
  return basis === 'innerArea' ? unit.innerArea : unit.builtArea;
}

/** True for a home that a rule is for. */
export function ruleFits({ where }: PriceRule, unit: PricedUnit): boolean {
  const among = <T>(wanted: readonly T[], value: T) => wanted.length === 0 || wanted.includes(value);
  return (
    among(where.buildingIds, unit.buildingId) &&
    among(where.uses, unit.use) &&
    among(where.houseTypes, unit.houseType) &&
    among(where.orientations, unit.orientation) &&
    (where.floorFrom === null || unit.floor >= where.floorFrom) &&
    (where.floorTo === null || unit.floor <= where.floorTo)
  );
}

/** How many storeys lie between two floors; there is no floor 0 between -1 and 1. */
function storeys(from: number, to: number): number {
  const level = (one: number) => (one < 0 ? one + 1 : one);
  return level(to) - level(from);
}

const times = (value: Exact, by: number, of: number): Exact => ({
  numerator: value.numerator * BigInt(by),
  denominator: value.denominator * BigInt(of),
});
const add = (value: Exact, more: Exact): Exact => ({
  numerator: value.numerator * more.denominator + more.numerator * value.denominator,
  denominator: value.denominator * more.denominator,
});
const perArea = (amount: number, size: Area): Exact => ({
  numerator: BigInt(amount) * BigInt(size),
  denominator: 100n,
});

/** A price after one rule: null where there is none to change, undefined where the area is not known. */
function changed(
  value: Exact | null,
  { change }: PriceRule,
  unit: PricedUnit,
  by: { readonly size: Area | null; readonly list: Exact | null },
): Exact | null | undefined {
  const { size, list } = by;
  switch (change.by) {
    case 'set':
      return exact(change.amount);
    case 'setPerMetre':
      return size === null ? undefined : perArea(change.amount, size);
    case 'ofList':
      return list === null ? null : times(list, change.ratePpm, ONE_PPM);
    case 'percent':
      return value === null ? null : times(value, ONE_PPM + change.ratePpm, ONE_PPM);
    case 'amount':
      return value === null ? null : plus(value, change.amount);
    case 'perMetre':
    case 'perFloor': {
      if (value === null) return null;
      if (size === null) return undefined;
      const amount = change.amount * (change.by === 'perMetre' ? 1 : storeys(change.floor, unit.floor));
      return add(value, perArea(amount, size));
    }
  }
}

/**
 * Prices of a home after the rules of a formula, in their order. Each is kept exact between the rules and rounded once; a
 * price that no rule is for stays to the fen.
 */
export function applyFormula({ rules, roundTo: unitOf }: PriceFormula, unit: PricedUnit, basis: PriceBasis): Reckoned {
  const size = areaBy(unit, basis);
  const { filed, list, floor: lowest } = unit.prices;
  const asExact = (price: Fen | null) => (price === null ? null : exact(price));
  const values: Record<KeptPrice, Exact | null> = {
    filed: asExact(filed),
    list: asExact(list),
    floor: asExact(lowest),
  };
  const touched = new Set<KeptPrice>();
  for (const rule of rules) {
    if (!ruleFits(rule, unit)) continue;
    const after = changed(values[rule.price], rule, unit, { size, list: values.list });
    if (after === undefined) return { prices: unit.prices, fault: 'areaMissing' };
    if (after !== null && !isPrice(after)) return { prices: unit.prices, fault: 'outOfRange' };
    values[rule.price] = after;
    touched.add(rule.price);
  }
  const rounded = { ...unit.prices };
  for (const price of touched) {
    const value = values[price];
    rounded[price] = value === null ? unit.prices[price] : roundTo(value, unitOf);
    if (rounded[price] === 0) return { prices: unit.prices, fault: 'outOfRange' };
  }
  return { prices: rounded, fault: null };
}

function isPrice({ numerator, denominator }: Exact): boolean {
  return numerator > 0n && numerator <= BigInt(MAX_FEN - 1_000_000) * denominator;
}
