import type { z } from 'zod';
import { priceBatchById } from '#db/repositories/price-batches.ts';
import type { prices as pricesApi } from '#shared/api/prices.ts';
import { decide } from '#shared/domain/lifecycle.ts';
import { fairnessByFloor } from '#shared/domain/prices/fairness.ts';
import type { PriceFormula } from '#shared/domain/prices/formula.ts';
import { priceBatchLifecycle } from '#shared/domain/prices/lifecycle.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { noticeIssued } from './notices-of-buildings.ts';
import { batchFacts, type ReckonedUnit, reckonBatch, reckonFormula } from './reckon-batch.ts';

type Preview = z.input<typeof pricesApi.preview.output>;

/** What is asked: rules that are being written, or a batch as it stands. */
export type PreviewOrder = {
  readonly batchId: number | null;
  readonly formula: PriceFormula | null;
  readonly effectiveOn: LocalDate | null;
};

/** Says what a batch comes to. Throws NOT_FOUND, FLOOR_PRICE_HIDDEN for rules about prices that the caller is not told. */
export function previewBatch(context: QueryContext, { batchId, formula, effectiveOn }: PreviewOrder): Preview {
  const { db, today } = context;
  const batch = batchId === null ? undefined : priceBatchById(db, batchId);
  if (batch === undefined && (batchId !== null || formula === null)) throw new DomainError('NOT_FOUND');
  if (formula !== null) checkFloorPrice(context, formula);
  const reckoned =
    formula !== null
      ? reckonFormula(context, formula)
      : batch === undefined
        ? reckonFormula(context, { rules: [], roundTo: 1 })
        : reckonBatch(context, batch);
  const day = effectiveOn ?? batch?.effectiveOn ?? today;
  const touched = new Set(
    reckoned.units.filter(({ outcome }) => outcome !== 'same').map(({ unit }) => unit.buildingId),
  );
  const shown = reckoned.units.filter(({ unit }) => touched.has(unit.buildingId));
  const sees = context.level('floorPrice') === 'full';
  const { flags, ...totals } = reckoned.totals;
  const facts = batchFacts(context, today, { batchId: batch?.id ?? 0, effectiveOn: day }, reckoned);
  const open = batch === undefined || batch.state === 'draft' || batch.state === 'returned';
  const refused = open ? decide(priceBatchLifecycle, 'draft', 'submit', facts).refused : undefined;
  return {
    totals: { ...totals, flags: { ...flags, belowFloor: sees ? flags.belowFloor : 0 } },
    agreed: reckoned.agreed,
    buildings: [...touched].map((id) => {
      const own = shown.filter(({ unit }) => unit.buildingId === id);
      const changed = own.filter(({ outcome }) => outcome === 'changed');
      return {
        id,
        name: own[0]?.building ?? '',
        units: changed.length,
        before: listSum(changed, 'before'),
        after: listSum(changed, 'after'),
        noticeIssued: noticeIssued(db, id, { effectiveOn: day, approvedAt: batch?.approvedAt ?? null }),
      };
    }),
    rows: shown.map((one) => rowOf(one, sees)),
    floors: fairnessByFloor(
      shown.map(({ unit, size, before, after }) => ({ ...unit, size, before: before.list, after: after.list })),
    ),
    refusals: refused === undefined ? [] : [refused],
  };
}

/** Nobody writes rules about a price that they may not see. Throws FLOOR_PRICE_HIDDEN. */
export function checkFloorPrice({ level }: Pick<QueryContext, 'level'>, { rules }: PriceFormula): void {
  if (level('floorPrice') !== 'full' && rules.some(({ price }) => price === 'floor'))
    throw new DomainError('FLOOR_PRICE_HIDDEN');
}

function listSum(units: readonly ReckonedUnit[], when: 'before' | 'after'): Fen {
  return sumFen(units.flatMap((unit) => unit[when].list ?? []));
}

function rowOf({ unit, size, outcome, before, after, flags }: ReckonedUnit, sees: boolean): Preview['rows'][number] {
  const { id, buildingId, entrance, floor, floorName, roomNo, use, houseType } = unit;
  return {
    ...{ unitId: id, buildingId, entrance, floor, floorName, roomNo, use, houseType, size, outcome },
    list: { before: before.list, after: after.list },
    filed: { before: before.filed, after: after.filed },
    floorPrice: sees ? { before: before.floor, after: after.floor } : { before: null, after: null },
    flags: flags.filter((flag) => sees || flag !== 'belowFloor'),
  };
}
