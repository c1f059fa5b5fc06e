import { linesOfBatch, type PriceBatchRow } from '#db/repositories/price-batches.ts';
import { priceBatches, priceBatchLines } from '#db/schema/prices.ts';
import { requestApproval } from '../approvals/request-approval.ts';
import type { LongContext } from '../kernel/handlers.ts';
import { applyBatchEvent } from './apply-batch-event.ts';
import { batchFacts, type ReckonedUnit, reckonBatch } from './reckon-batch.ts';

/** Which batch is asked for, as the screen saw it, and why. */
export type SubmitOrder = { readonly batchId: number; readonly version: number; readonly reason: string };

/** Fixes the lines of a batch and files its request. Throws what keeps it from being asked for, and STALE. */
export function submitBatch(context: LongContext, batch: PriceBatchRow, { version, reason }: SubmitOrder) {
  const { tx, today, now, happened } = context;
  const reckoned = reckonBatch(context, batch);
  const { units, before, after, raised, lowered } = reckoned.totals;
  const facts = batchFacts(context, today, { batchId: batch.id, effectiveOn: batch.effectiveOn }, reckoned);
  const patch = { reason, units, listBefore: before, listAfter: after, submittedAt: now, approvedAt: null };
  applyBatchEvent(context, batch, 'submit', { facts, patch, seen: version });
  fixLines(context, batch.id, reckoned.changed);
  const approval = requestApproval(context, {
    kind: 'priceBatch',
    noun: 'priceBatches',
    subjectId: batch.id,
    unitId: null,
    amount: 0,
    belowFloor: false,
    reason,
    facts: {
      number: batch.number,
      name: batch.name,
      effectiveOn: batch.effectiveOn,
      units,
      raised,
      lowered,
      beforeFen: before,
      afterFen: after,
    },
  });
  tx.update(priceBatches, batch.id, { approvalId: approval.id });
  happened({ kind: 'priceBatchSubmitted', noun: 'priceBatches', id: batch.id, data: { number: batch.number, units } });
  return { approvalId: approval.id, units };
}

/** The lines become what was reckoned just now: others go, and those that are there already stay. */
function fixLines({ db, tx, pace }: LongContext, batchId: number, changed: readonly ReckonedUnit[]): void {
  const wanted = new Set(changed.map(({ unit }) => unit.id));
  const known = new Map(linesOfBatch(db, batchId).map((line) => [line.unitId, line]));
  const gone = [...known.values()].filter(({ unitId }) => !wanted.has(unitId));
  tx.removeAll(
    priceBatchLines,
    gone.map(({ id }) => id),
  );
  for (const [index, { unit, before, after }] of changed.entries()) {
    pace('prices', index, changed.length);
    const values = {
      filedBefore: before.filed,
      filedAfter: after.filed,
      listBefore: before.list,
      listAfter: after.list,
      floorBefore: before.floor,
      floorAfter: after.floor,
    };
    const line = known.get(unit.id);
    if (line === undefined) tx.insert(priceBatchLines, { batchId, unitId: unit.id, ...values });
    else tx.update(priceBatchLines, line.id, values);
  }
}
