import type { z } from 'zod';
import { nextNumber } from '#db/repositories/counters.ts';
import { customerById } from '#db/repositories/customers.ts';
import type { SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { labelOfUnit, type UnitRow } from '#db/repositories/units.ts';
import { quotes } from '#db/schema/deals.ts';
import type { subscriptions as subscriptionsApi } from '#shared/api/subscriptions.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { keptPlan } from '#shared/domain/plans/naming.ts';
import { buyersRefusal } from '#shared/domain/subscriptions/buyers.ts';
import { subscriptionLifecycle } from '#shared/domain/subscriptions/lifecycle.ts';
import { taken } from '#shared/domain/units/guards.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { requestApproval } from '../approvals/request-approval.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { noticeInForce } from '../privacy/consents.ts';
import { quoteToFollow } from '../quotes/own-quotes.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import { gatherUnitFacts } from '../units/unit-facts.ts';
import { applySubscriptionEvent } from './apply-subscription-event.ts';
import { keepHomeUntil } from './keep-home.ts';
import { type Reckoning, reckon } from './price-terms.ts';
import { writeSigners } from './signers.ts';
import { gatherSubscriptionFacts } from './subscription-facts.ts';
import { writeSubscription } from './write-subscription.ts';

type Input = z.output<(typeof subscriptionsApi)['create']['input']>;
type Answer = z.input<(typeof subscriptionsApi)['create']['output']>;

/** What somebody orders, however they do. */
export type Ordered = Omit<Input, 'quoteId'>;

/** Reckons an order and refuses what may not be sold like this, or not for these people. */
export function reckonOrder(context: CommandContext, input: Ordered): Reckoning {
  const reckoning = reckon(context, input.terms, context.actor.post);
  if (reckoning.price.total !== input.shownPrice)
    throw new DomainError('PRICE_CHANGED', { priceFen: reckoning.price.total });
  const [refusal] = [buyersRefusal(input.buyers), ...reckoning.refusals].filter((one) => one !== undefined);
  if (refusal !== undefined) throw DomainError.from(refusal);
  for (const { customerId } of input.buyers) {
    const buyer = customerById(context.db, customerId);
    if (buyer === undefined || buyer.state === 'anonymised') throw new DomainError('NOT_FOUND');
    // Whose file one may not open is not named in one's own deal either.
    if (!context.sees('customers', buyer.ownerId)) throw new DomainError('NOT_YOUR_CUSTOMER');
    if (buyer.restrictedAt !== null) throw new DomainError('CUSTOMER_RESTRICTED');
  }
  return reckoning;
}

/** What of a subscription follows from its order. */
export function orderedColumns({ terms, consent, mortgageDisclosed }: Ordered, reckoning: Reckoning) {
  return {
    signBy: terms.signBy,
    listPrice: reckoning.listPrice,
    price: reckoning.price.total,
    ...keptPlan(reckoning.template),
    depositDue: terms.deposit,
    adjustments: [...reckoning.adjustments],
    consent,
    mortgageDisclosed,
  };
}

/** How the buyers of an order agreed to the handling of their data. */
export function consentedBy(context: CommandContext) {
  const notice = { language: 'zh-CN', edition: noticeInForce(context, 'zh-CN').edition } as const;
  return { method: 'paper', on: context.today, notice, takenBy: context.actor.id } as const;
}

/**
 * Sends a subscription in: to the review of the back office and whoever leads, or first to whoever may agree to its price.
 * The home stays parked until that request runs out.
 */
export function sendIn(
  context: CommandContext,
  row: SubscriptionRow,
  reckoning: Reckoning,
  { input, priceAsked }: { readonly input: Ordered; readonly priceAsked: boolean },
): Answer {
  const { happened } = context;
  if (priceAsked && input.reason === '') throw new DomainError('REASON_MISSING');
  const approval = requestApproval(context, {
    kind: priceAsked ? 'priceBelowAuthority' : 'subscriptionReview',
    noun: 'subscriptions',
    subjectId: row.id,
    unitId: row.unitId,
    amount: reckoning.facts.depthPpm,
    belowFloor: reckoning.facts.belowFloor,
    reason: input.reason,
    facts: {
      number: row.number,
      listPriceFen: reckoning.listPrice,
      priceFen: reckoning.price.total,
      belowListPpm: reckoning.facts.depthPpm,
      belowFloor: reckoning.facts.belowFloor,
      depositFen: input.terms.deposit,
    },
  });
  const first = input.buyers[0]?.customerId ?? null;
  const park = { reason: row.number, customerId: first, expiresAt: approval.expiresAt };
  const parked = reckoning.unit.commercialState === 'held' && reckoning.unit.stateReason === row.number;
  const after = priceAsked
    ? row
    : applySubscriptionEvent(context, row, 'submit', { priceAuthorised: true, parkUntil: approval.expiresAt });
  if (priceAsked) {
    // With the price agreed it goes to its review by itself, so everything but the price must stand already now.
    const facts = gatherSubscriptionFacts(context, row, { priceAuthorised: true });
    decideOrRefuse(subscriptionLifecycle, row.state, 'submit', facts);
    if (!parked) applyUnitEvent(context, reckoning.unit, 'park', { customerId: first }, park);
  }
  keepHomeUntil(context, row, approval.expiresAt);
  happened({
    kind: priceAsked ? 'priceAsked' : 'submitted',
    noun: 'subscriptions',
    id: row.id,
    data: { number: row.number, unitId: row.unitId, priceFen: reckoning.price.total },
  });
  return { subscriptionId: row.id, number: row.number, state: after.state, approvalId: approval.id };
}

/** Whoever comes second is told who has the home and since when; the index alone would only say that somebody has. */
function refuseSecondDeal(context: CommandContext, unit: UnitRow): void {
  const facts = gatherUnitFacts(context, unit);
  if (facts.subscription === null) return;
  const { code, params } = taken(facts, unit.commercialState);
  throw new DomainError(code, { unit: labelOfUnit(context.db, unit.id), ...params });
}

/**
 * Subscribes a unit that the caller has locked or held. The office reckons everything anew; a price that differs from the
 * one on the screen is refused. Within authority the subscription goes to review; below it the price is asked for first.
 */
export function createSubscription(context: CommandContext, input: Input): Answer {
  const { tx, actor, now, today } = context;
  const reckoning = reckonOrder(context, input);
  const quote = input.quoteId === null ? undefined : quoteToFollow(context, input.quoteId, input);
  const priceAsked = reckoning.needsApprovalOf !== null;
  if (priceAsked && input.reason === '') throw new DomainError('REASON_MISSING');
  refuseSecondDeal(context, reckoning.unit);
  const row = writeSubscription(context, {
    row: {
      number: nextNumber(tx, 'RG', Number(today.slice(0, 4))),
      unitId: input.terms.unitId,
      consultantId: actor.id,
      state: 'draft',
      subscribedOn: today,
      ...orderedColumns(input, reckoning),
      createdAt: now,
    },
    buyers: input.buyers,
    price: reckoning.price.lines,
    plan: reckoning.plan,
    consented: consentedBy(context),
  });
  writeSigners(context, row.id, { named: input.signers, buyers: input.buyers });
  if (quote !== undefined) tx.update(quotes, quote.id, { subscriptionId: row.id });
  return sendIn(context, row, reckoning, { input, priceAsked });
}
