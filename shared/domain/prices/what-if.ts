import { type FiledBand, filedLimits } from '#shared/domain/pricing/limits.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import type { Area } from '#shared/kernel/area.ts';
import { type Fen, fen } from '#shared/kernel/money.ts';
import type { FormulaFault, Prices } from './formula.ts';
import { keptPrices } from './history.ts';

/** What is wrong with the new prices of a home. All but the last keep a batch from being asked for. */
export const lineFlags = ['outsideBand', 'areaMissing', 'outOfRange', 'belowFloor'] as const;
/** What is wrong with the new prices of a home. */
export type LineFlag = (typeof lineFlags)[number];

/** States in which what was agreed stays: a batch leaves such a home out. */
const dealStates: ReadonlySet<UnitCommercialState> = new Set(['booked', 'subscribed', 'drafting', 'signed', 'paidUp']);

/** True for a home in a deal, or in one that is being asked for: its price was agreed and no batch changes it. */
export function isPriceAgreed(unit: {
  readonly commercialState: UnitCommercialState;
  readonly cameFrom: UnitCommercialState | null;
  readonly hasDeal: boolean;
}): boolean {
  const { commercialState, cameFrom, hasDeal } = unit;
  const set = commercialState === 'frozen' || commercialState === 'notForSale';
  return hasDeal || dealStates.has(commercialState) || (set && cameFrom !== null && dealStates.has(cameFrom));
}

/** True where a price differs. */
export function isChanged(before: Prices, after: Prices): boolean {
  return keptPrices.some((price) => before[price] !== after[price]);
}

/** What is wrong with new prices: a list price that the filed price forbids, or one below the floor price. */
export function flagsOf(after: Prices, band: FiledBand, fault: FormulaFault | null): LineFlag[] {
  if (fault !== null) return [fault];
  const { filed, list, floor } = after;
  const limits = filed === null ? null : filedLimits(filed, band);
  const outside = limits !== null && list !== null && (list < limits.lowest || list > limits.highest);
  const below = floor !== null && list !== null && list < floor;
  return [...(outside ? (['outsideBand'] as const) : []), ...(below ? (['belowFloor'] as const) : [])];
}

/** One home of a batch as its totals count it. */
export type WhatIfLine = {
  readonly size: Area | null;
  readonly before: Prices;
  readonly after: Prices;
  readonly flags: readonly LineFlag[];
};

/** What a batch comes to. */
export type WhatIf = {
  /** Homes whose prices it changes. */
  readonly units: number;
  /** The sum of their list prices, before and after. */
  readonly before: Fen;
  readonly after: Fen;
  readonly raised: number;
  readonly lowered: number;
  /** Homes with each thing that is wrong. */
  readonly flags: Readonly<Record<LineFlag, number>>;
};

/** Sums up the homes that a batch changes. */
export function whatIf(lines: readonly WhatIfLine[]): WhatIf {
  let before = 0;
  let after = 0;
  let raised = 0;
  let lowered = 0;
  const flags: Record<LineFlag, number> = { outsideBand: 0, areaMissing: 0, outOfRange: 0, belowFloor: 0 };
  for (const line of lines) {
    const old = line.before.list ?? 0;
    const now = line.after.list ?? 0;
    before += old;
    after += now;
    if (now > old) raised += 1;
    if (now < old) lowered += 1;
    for (const flag of line.flags) flags[flag] += 1;
  }
  return { units: lines.length, before: fen(before), after: fen(after), raised, lowered, flags };
}
