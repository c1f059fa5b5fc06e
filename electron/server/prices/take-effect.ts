import type { ReadDb } from '#db/access.ts';
import { dueBatches, linesOfBatch, priceBatchById, pricedUnits } from '#db/repositories/price-batches.ts';
import { buildings, units } from '#db/schema/inventory.ts';
import { isPriceAgreed } from '#shared/domain/prices/what-if.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { Corridor } from '../kernel/corridor.ts';
import type { LongContext, OfficeLongActs } from '../kernel/handlers.ts';
import { applyBatchEvent } from './apply-batch-event.ts';
import { noticeIssued } from './notices-of-buildings.ts';

/** A batch of thousands of homes is written for half a second. */
const TAKE_EFFECT = 'office.pricesChange';

/** What the office does with price batches by itself. */
export const priceActs = { [TAKE_EFFECT]: takeEffect } satisfies OfficeLongActs;

/** Lets batches take effect that were agreed to and whose day has come, one act of the office each. Answers how many did. */
export async function sweepPrices(corridor: Corridor, db: ReadDb, now: number): Promise<number> {
  const done = await Promise.allSettled(dueBatches(db, dayOf(now)).map(({ id }) => corridor.actLong(TAKE_EFFECT, id)));
  return done.filter(({ status }) => status === 'fulfilled').length;
}

/**
 * Writes the prices of a batch. A home that is in a deal by now keeps its own. A building whose new notice was not
 * issued has no published prices from now on, so that nothing of it can be claimed.
 */
export function takeEffect(context: LongContext<undefined>, batchId: number): void {
  const { db, tx, now, happened, pace } = context;
  const batch = priceBatchById(db, batchId);
  if (batch === undefined) throw new DomainError('NOT_FOUND');
  const agreed = new Set(
    pricedUnits(db)
      .filter(({ unit, hasDeal }) => isPriceAgreed({ ...unit, hasDeal }))
      .map(({ unit }) => unit.id),
  );
  const lines = linesOfBatch(db, batchId);
  const touched = new Set<number>();
  let leftOut = 0;
  for (const [index, { unitId, ...line }] of lines.entries()) {
    pace('prices', index, lines.length);
    if (agreed.has(unitId)) {
      leftOut += 1;
      continue;
    }
    // Only what the batch was about: another price may have been entered since.
    const patch = {
      ...(line.filedAfter === line.filedBefore ? {} : { filedPrice: line.filedAfter }),
      ...(line.listAfter === line.listBefore ? {} : { listPrice: line.listAfter }),
      ...(line.floorAfter === line.floorBefore ? {} : { floorPrice: line.floorAfter }),
    };
    const after = tx.update(units, unitId, patch);
    if ('filedPrice' in patch || 'listPrice' in patch) touched.add(after.buildingId);
  }
  for (const buildingId of touched) {
    const published = noticeIssued(db, buildingId, batch);
    tx.update(buildings, buildingId, { pricesPublishedOn: published ? batch.effectiveOn : null });
  }
  applyBatchEvent(context, batch, 'takeEffect', { patch: { effectiveAt: now, leftOut } });
  const data = { number: batch.number, units: lines.length - leftOut, leftOut };
  happened({ kind: 'pricesChanged', noun: 'priceBatches', id: batchId, data });
}
