import { approvalById } from '#db/repositories/approvals.ts';
import { nextNumber } from '#db/repositories/counters.ts';
import {
  listPriceBatches,
  type PriceBatchRow,
  priceBatchById,
  pricedUnits,
  standingDeals,
} from '#db/repositories/price-batches.ts';
import { priceChangesOf } from '#db/repositories/price-history.ts';
import { buildingsWithPermits, unitById } from '#db/repositories/units.ts';
import { approvals } from '#db/schema/approvals.ts';
import { priceBatches } from '#db/schema/prices.ts';
import type { prices as pricesApi } from '#shared/api/prices.ts';
import { canOf } from '#shared/domain/lifecycle.ts';
import { priceMoves } from '#shared/domain/prices/history.ts';
import { priceBatchLifecycle } from '#shared/domain/prices/lifecycle.ts';
import { pricesByConsultant } from '#shared/domain/prices/monitor.ts';
import { addOnsOf } from '#shared/domain/pricing/effects.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { subtractFen, ZERO_FEN } from '#shared/kernel/money.ts';
import { type Handlers, type LongContext, long, type QueryContext } from '../kernel/handlers.ts';
import { applyBatchEvent, plainFacts } from './apply-batch-event.ts';
import { checkFloorPrice, type PreviewOrder, previewBatch } from './preview-batch.ts';
import { type SubmitOrder, submitBatch } from './submit-batch.ts';

/** Changes of a unit's price that are told at once. */
const MOST = 100;

type Listed = ReturnType<typeof listPriceBatches>[number];

function present({ batch, by }: Listed) {
  const { id, number, name, state, effectiveOn, importId, units, listBefore, listAfter } = batch;
  const reckoned = batch.submittedAt !== null || importId !== null;
  return {
    ...{ id, number, name, state, effectiveOn, imported: importId !== null },
    totals: reckoned ? { units, before: listBefore, after: listAfter } : null,
    by: { id: batch.createdBy, name: by },
    createdAt: batch.createdAt,
    effectiveAt: batch.effectiveAt,
  };
}

function batchAt({ db }: Pick<QueryContext, 'db'>, batchId: number): PriceBatchRow {
  const batch = priceBatchById(db, batchId);
  if (batch === undefined) throw new DomainError('NOT_FOUND');
  return batch;
}

/** Distinct words in the order in which the board has them. */
function distinct(words: readonly string[]): string[] {
  return [...new Set(words)].filter((word) => word !== '');
}

/** Handlers of prices: batches of changes, and the history of each price. */
export const pricesHandlers: Handlers<typeof pricesApi> = {
  list: ({ db }) => listPriceBatches(db, null).map(present),

  detail: (context, { batchId }) => {
    const { db, today, can } = context;
    const [found] = listPriceBatches(db, batchId);
    if (found === undefined) throw new DomainError('NOT_FOUND');
    const { batch } = found;
    const facts = plainFacts(batch, today);
    const own = canOf(priceBatchLifecycle, batch.state, facts, ['edit', 'submit', 'withdraw']);
    const forbidden: Refusal = { code: 'FORBIDDEN' };
    const { formula, reason, endReason, approvalId, submittedAt, approvedAt, leftOut, version } = batch;
    const seen = context.level('floorPrice') === 'full';
    return {
      batch: present(found),
      // Rules about a price that one is not told are not told either.
      formula: seen ? formula : { ...formula, rules: formula.rules.filter(({ price }) => price !== 'floor') },
      ...{ reason, endReason, approvalId, submittedAt, approvedAt, leftOut, version },
      can: can('prices.write') ? own : { edit: forbidden, submit: forbidden, withdraw: forbidden },
    };
  },

  choices: ({ db, level, can }) => {
    const all = pricedUnits(db).map(({ unit }) => unit);
    const used = new Set(all.map(({ buildingId }) => buildingId));
    const forbidden: Refusal = { code: 'FORBIDDEN' };
    return {
      buildings: buildingsWithPermits(db)
        .filter(({ id }) => used.has(id))
        .map(({ id, name }) => ({ id, name })),
      houseTypes: distinct(all.map(({ houseType }) => houseType)),
      orientations: distinct(all.map(({ orientation }) => orientation)),
      uses: [...new Set(all.map(({ use }) => use))],
      seesFloorPrice: level('floorPrice') === 'full',
      can: { draft: can('prices.write') ? true : forbidden },
    };
  },

  preview: long({
    prepare: (_context: QueryContext, order: PreviewOrder) => order,
    run: (context: QueryContext, order) => previewBatch(context, order),
  }),

  draft: (context, { batchId, version, name, effectiveOn, formula }) => {
    const { tx, actor, now, today, happened } = context;
    checkFloorPrice(context, formula);
    const batch = batchId === null ? undefined : batchAt(context, batchId);
    if (batch === undefined) {
      const row = tx.insert(priceBatches, {
        number: nextNumber(tx, 'TJ', Number(today.slice(0, 4))),
        ...{ name, effectiveOn, formula, listBefore: ZERO_FEN, listAfter: ZERO_FEN },
        createdBy: actor.id,
        createdAt: now,
      });
      happened({ kind: 'priceBatchDrafted', noun: 'priceBatches', id: row.id, data: { number: row.number } });
      return { batchId: row.id, version: row.version };
    }
    if (batch.importId !== null && formula.rules.length > 0) throw new DomainError('BATCH_IMPORTED');
    checkFloorPrice(context, batch.formula);
    const seen = version ?? batch.version;
    const after = applyBatchEvent(context, batch, 'edit', { patch: { name, effectiveOn, formula }, seen });
    happened({ kind: 'priceBatchDrafted', noun: 'priceBatches', id: batch.id, data: { number: batch.number } });
    return { batchId: batch.id, version: after.version };
  },

  submit: long({
    prepare: (_context: QueryContext, order: SubmitOrder) => order,
    run: (context: LongContext, order) => submitBatch(context, batchAt(context, order.batchId), order),
  }),

  withdraw: (context, { batchId, version, reason }) => {
    const { db, tx, actor, now, happened } = context;
    const batch = batchAt(context, batchId);
    applyBatchEvent(context, batch, 'withdraw', { patch: { endReason: reason }, seen: version });
    const open = batch.approvalId === null ? undefined : approvalById(db, batch.approvalId);
    if (open?.state === 'pending')
      tx.update(approvals, open.id, { state: 'withdrawn', opinion: reason, decidedBy: actor.id, decidedAt: now });
    happened({ kind: 'withdrawn', noun: 'priceBatches', id: batchId, data: { number: batch.number, reason } });
    return {};
  },

  monitor: ({ db, level }) => {
    const deals = standingDeals(db);
    const names = new Map(deals.map(({ subscription, consultant }) => [subscription.consultantId, consultant]));
    const sees = level('floorPrice') === 'full';
    return pricesByConsultant(
      deals.map(({ subscription: { consultantId, listPrice, price, adjustments }, floorPrice }) => ({
        consultantId,
        list: listPrice,
        house: subtractFen(price, addOnsOf(adjustments)),
        floor: floorPrice,
      })),
    ).map(({ consultantId, aboveFloor, belowFloor, ...sums }) => ({
      consultant: { id: consultantId, name: names.get(consultantId) ?? '' },
      ...sums,
      aboveFloor: sees ? aboveFloor : null,
      belowFloor: sees ? belowFloor : null,
    }));
  },

  ofUnit: ({ db, level }, { unitId }) => {
    if (unitById(db, unitId) === undefined) throw new DomainError('NOT_FOUND');
    const sees = level('floorPrice') === 'full';
    return priceMoves(priceChangesOf(db, unitId))
      .map(({ of: { seq, at, day, kind, by }, filed, list, floor }) => ({
        ...{ seq, at, day, kind, by, filed, list },
        floor: sees ? floor : null,
      }))
      .filter(({ filed, list, floor }) => filed !== null || list !== null || floor !== null)
      .slice(0, MOST);
  },
};
