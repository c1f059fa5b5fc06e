import type { ReadDb } from '#db/access.ts';
import {
  linesOfBatch,
  newestFilings,
  overlappingBatch,
  type PriceBatchLineRow,
  type PriceBatchRow,
  pricedUnits,
} from '#db/repositories/price-batches.ts';
import type { UnitRow } from '#db/repositories/units.ts';
import { applyFormula, areaBy, type PriceFormula, type Prices } from '#shared/domain/prices/formula.ts';
import type { FiledTooEarly, PriceBatchFacts } from '#shared/domain/prices/lifecycle.ts';
import { flagsOf, isChanged, isPriceAgreed, type LineFlag, whatIf } from '#shared/domain/prices/what-if.ts';
import type { Area } from '#shared/kernel/area.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** What becomes of a home by a batch. `agreed`: it is in a deal, and what was agreed stays. */
export type ReckonedUnit = {
  readonly unit: UnitRow;
  readonly building: string;
  readonly size: Area | null;
  readonly outcome: 'changed' | 'same' | 'agreed';
  readonly before: Prices;
  readonly after: Prices;
  readonly flags: readonly LineFlag[];
};

/** A batch, reckoned: every home of the office in the order of the board, and the sum of those it changes. */
export type ReckonedBatch = {
  readonly units: readonly ReckonedUnit[];
  readonly changed: readonly ReckonedUnit[];
  readonly totals: ReturnType<typeof whatIf>;
  /** Homes that it would change, were they not in a deal. */
  readonly agreed: number;
};

type Reading = Pick<QueryContext, 'setting'> & { readonly db: ReadDb };

/** The prices of a unit as they stand. */
export function pricesOf({ filedPrice, listPrice, floorPrice }: UnitRow): Prices {
  return { filed: filedPrice, list: listPrice, floor: floorPrice };
}

/** The prices that a fixed line gives. */
export function linePrices(line: PriceBatchLineRow): { readonly before: Prices; readonly after: Prices } {
  return {
    before: { filed: line.filedBefore, list: line.listBefore, floor: line.floorBefore },
    after: { filed: line.filedAfter, list: line.listAfter, floor: line.floorAfter },
  };
}

/** True for a batch whose lines say what becomes of each home: it was asked for, or came from a file. */
export function hasFixedLines({ state, importId }: PriceBatchRow): boolean {
  return importId !== null || (state !== 'draft' && state !== 'returned');
}

/** Reckons what rules would make of the prices as they stand. */
export function reckonFormula(context: Reading, formula: PriceFormula): ReckonedBatch {
  const basis = context.setting('priceBasis');
  return reckoned(context, (unit) => {
    const before = pricesOf(unit);
    const { prices, fault } = applyFormula(formula, { ...unit, prices: before }, basis);
    return { before, after: prices, fault };
  });
}

/**
 * Reckons a batch by its lines. Before it is asked for, they are set against the prices as they stand; after that they
 * are told as they were agreed to.
 */
export function reckonLines(context: Reading, batch: PriceBatchRow): ReckonedBatch {
  const open = batch.state === 'draft' || batch.state === 'returned';
  const lines = new Map(linesOfBatch(context.db, batch.id).map((line) => [line.unitId, line]));
  return reckoned(
    context,
    (unit) => {
      const line = lines.get(unit.id);
      const now = pricesOf(unit);
      if (line === undefined) return { before: now, after: now, fault: null };
      const { before, after } = linePrices(line);
      return { before: open ? now : before, after, fault: null };
    },
    open,
  );
}

/** Reckons a batch as it stands: by its lines where it has them, else by its rules. */
export function reckonBatch(context: Reading, batch: PriceBatchRow): ReckonedBatch {
  return hasFixedLines(batch) ? reckonLines(context, batch) : reckonFormula(context, batch.formula);
}

type Outcome = { readonly before: Prices; readonly after: Prices; readonly fault: 'areaMissing' | 'outOfRange' | null };

function reckoned({ db, setting }: Reading, of: (unit: UnitRow) => Outcome, leavesOut = true): ReckonedBatch {
  const basis = setting('priceBasis');
  const band = setting('filedBand');
  const units = pricedUnits(db).map(({ unit, building, hasDeal }): ReckonedUnit => {
    const { before, after, fault } = of(unit);
    const size = areaBy(unit, basis);
    const wanted = fault !== null || isChanged(before, after);
    if (wanted && leavesOut && isPriceAgreed({ ...unit, hasDeal }))
      return { unit, building, size, outcome: 'agreed', before, after: before, flags: [] };
    if (!wanted) return { unit, building, size, outcome: 'same', before, after, flags: [] };
    return { unit, building, size, outcome: 'changed', before, after, flags: flagsOf(after, band, fault) };
  });
  const changed = units.filter(({ outcome }) => outcome === 'changed');
  const agreed = units.filter(({ outcome }) => outcome === 'agreed').length;
  return { units, changed, totals: whatIf(changed), agreed };
}

/** What the guards of a batch ask, of one that is reckoned. */
export function batchFacts(
  context: Reading,
  today: LocalDate,
  order: { readonly batchId: number; readonly effectiveOn: LocalDate },
  { totals, changed }: ReckonedBatch,
): PriceBatchFacts {
  const ids = new Set(changed.map(({ unit }) => unit.id));
  const { batchId, effectiveOn } = order;
  return {
    ...{ today, effectiveOn, whatIf: totals },
    overlap: overlappingBatch(context.db, batchId, ids) ?? null,
    tooEarly: filedTooEarly(context, effectiveOn, changed),
  };
}

/** Which filed prices a batch would change sooner after their last change than the office allows on its day. */
function filedTooEarly(
  { db, setting }: Reading,
  effectiveOn: LocalDate,
  changed: readonly ReckonedUnit[],
): FiledTooEarly | null {
  const days = setting('priceFiledIntervalDays', effectiveOn);
  const filed = new Set(changed.filter(({ before, after }) => before.filed !== after.filed).map(({ unit }) => unit.id));
  if (days === 0 || filed.size === 0) return null;
  const early = newestFilings(db, addDays(effectiveOn, -days)).filter(({ unitId }) => filed.has(unitId));
  const last = early.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))[0];
  if (last === undefined) return null;
  const { number, effectiveOn: lastOn } = last;
  return {
    units: new Set(early.map(({ unitId }) => unitId)).size,
    ...{ number, lastOn, days, earliestOn: addDays(lastOn, days) },
  };
}
