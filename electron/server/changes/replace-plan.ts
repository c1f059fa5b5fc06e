import { receiptsOfOwner } from '#db/repositories/owned-money.ts';
import { receiptLinesOf } from '#db/repositories/receipts.ts';
import { planLinesOf, priceLinesOf } from '#db/repositories/subscriptions.ts';
import { planLines, subscriptionPriceLines } from '#db/schema/deals.ts';
import { receiptLines } from '#db/schema/papers.ts';
import type { PlanLine } from '#shared/domain/plans/expand.ts';
import type { PriceLine } from '#shared/domain/pricing/build-up.ts';
import type { UnitCommand } from '../units/unit-facts.ts';

type Writing = Pick<UnitCommand, 'db' | 'tx'>;

/**
 * Puts another plan in the place of a deal's. The caller has exchanged what was paid on the old one: what its receipts were
 * taken for says nothing any more.
 */
export function replacePlan({ db, tx }: Writing, subscriptionId: number, lines: readonly PlanLine[]): void {
  const receipts = receiptsOfOwner(db, { noun: 'subscriptions', id: subscriptionId }).map(({ id }) => id);
  for (const { line } of receiptLinesOf(db, receipts)) tx.remove(receiptLines, line.id);
  for (const { id } of planLinesOf(db, subscriptionId)) tx.remove(planLines, id);
  for (const { position, item, amount, dueOn, inPrice } of lines)
    tx.insert(planLines, { subscriptionId, position, item, amount, dueOn, inPrice });
}

/** Puts another build-up of the price in the place of a deal's. */
export function replacePriceLines({ db, tx }: Writing, subscriptionId: number, lines: readonly PriceLine[]): void {
  for (const { id } of priceLinesOf(db, subscriptionId)) tx.remove(subscriptionPriceLines, id);
  for (const [index, { kind, label, ratePpm, amount, after }] of lines.entries())
    tx.insert(subscriptionPriceLines, { subscriptionId, position: index + 1, kind, label, ratePpm, amount, after });
}
