import type { PriceBatchRow } from '#db/repositories/price-batches.ts';
import { priceBatches } from '#db/schema/prices.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { type PriceBatchEvent, type PriceBatchFacts, priceBatchLifecycle } from '#shared/domain/prices/lifecycle.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { CommandContext } from '../kernel/handlers.ts';

/** What the guards ask of a batch that is not reckoned anew. */
export function plainFacts(batch: Pick<PriceBatchRow, 'effectiveOn'>, today: LocalDate): PriceBatchFacts {
  return { today, effectiveOn: batch.effectiveOn, whatIf: null, overlap: null, tooEarly: null };
}

/** Brings a batch to the state that follows from an event. Throws the refusal of the table, STALE. */
export function applyBatchEvent(
  { tx, today }: Pick<CommandContext, 'tx' | 'today'>,
  batch: PriceBatchRow,
  event: PriceBatchEvent,
  order: {
    readonly facts?: PriceBatchFacts;
    readonly patch?: Partial<typeof priceBatches.$inferInsert>;
    readonly seen?: number;
  } = {},
): PriceBatchRow {
  const { next } = decideOrRefuse(priceBatchLifecycle, batch.state, event, order.facts ?? plainFacts(batch, today));
  return tx.update(priceBatches, batch.id, { ...order.patch, state: next }, order.seen);
}
