import type { z } from 'zod';
import { approvedPriceOf } from '#db/repositories/approvals.ts';
import { latestApprovalOf, type SubscriptionRow, subscriptionById } from '#db/repositories/subscriptions.ts';
import { subscriptions } from '#db/schema/deals.ts';
import type { subscriptions as subscriptionsApi } from '#shared/api/subscriptions.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { applySubscriptionEvent } from './apply-subscription-event.ts';
import { consentedBy, orderedColumns, reckonOrder, sendIn } from './create-subscription.ts';
import type { Reckoning } from './price-terms.ts';
import { forgetSigners, writeSigners } from './signers.ts';
import { rewriteSubscription } from './write-subscription.ts';

type Input = z.output<(typeof subscriptionsApi)['resubmit']['input']>;
type Answer = z.input<(typeof subscriptionsApi)['resubmit']['output']>;

/** True where somebody has agreed to this price of this deal already, or to a lower one. */
function priceAgreed({ db }: CommandContext, { id }: SubscriptionRow, { price, facts }: Reckoning): boolean {
  const agreed = approvedPriceOf(db, id);
  return (
    agreed !== undefined &&
    price.total >= Number(agreed.facts['priceFen'] ?? Number.POSITIVE_INFINITY) &&
    facts.depthPpm <= Number(agreed.facts['belowListPpm'] ?? 0) &&
    (!facts.belowFloor || agreed.facts['belowFloor'] === true)
  );
}

/**
 * Sends in again what was sent back, corrected: the same deal under its number, on the home that was kept for it. A price
 * that was agreed to is not asked for again.
 */
export function resubmitSubscription(context: CommandContext, input: Input): Answer {
  const { db, tx, today } = context;
  const { subscriptionId, version, ...order } = input;
  const row = subscriptionById(db, subscriptionId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (row.version !== version) throw new DomainError('STALE');
  if (row.state !== 'draft' || latestApprovalOf(db, row.id)?.state !== 'returned')
    throw new DomainError('SUBSCRIPTION_NOT_SENT_BACK');
  if (order.terms.unitId !== row.unitId) throw new DomainError('INVALID_INPUT');
  const reckoning = reckonOrder(context, order);
  applySubscriptionEvent(context, row, 'edit', { priceAuthorised: true });
  const again = tx.update(subscriptions, row.id, { ...orderedColumns(order, reckoning), subscribedOn: today });
  rewriteSubscription(context, again, {
    buyers: order.buyers,
    price: reckoning.price.lines,
    plan: reckoning.plan,
    consented: consentedBy(context),
  });
  writeSigners(context, again.id, { named: order.signers, buyers: order.buyers });
  forgetSigners(context, again.id);
  const priceAsked = reckoning.needsApprovalOf !== null && !priceAgreed(context, row, reckoning);
  return sendIn(context, again, reckoning, { input: order, priceAsked });
}
