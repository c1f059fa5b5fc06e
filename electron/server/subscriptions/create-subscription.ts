import type { z } from 'zod';
import { nextNumber } from '#db/repositories/counters.ts';
import { customerById } from '#db/repositories/customers.ts';
import { labelOfUnit, type UnitRow } from '#db/repositories/units.ts';
import { quotes } from '#db/schema/deals.ts';
import type { subscriptions as subscriptionsApi } from '#shared/api/subscriptions.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
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
import { type Reckoning, reckon } from './price-terms.ts';
import { gatherSubscriptionFacts } from './subscription-facts.ts';
import { writeSubscription } from './write-subscription.ts';

type Input = z.output<(typeof subscriptionsApi)['create']['input']>;
type Answer = z.input<(typeof subscriptionsApi)['create']['output']>;

/**
 * Subscribes a unit that the caller has locked or held. The office reckons everything anew; a price that differs from the
 * one on the screen is refused. Within authority the subscription goes to review; below it the price is asked for first,
 * and whoever may agree to the price reviews the subscription with it.
 */
export function createSubscription(context: CommandContext, input: Input): Answer {
  const { db, tx, actor, happened } = context;
  const reckoning = reckon(context, input.terms, actor.post);
  if (reckoning.price.total !== input.shownPrice)
    throw new DomainError('PRICE_CHANGED', { priceFen: reckoning.price.total });
  const [refusal] = [buyersRefusal(input.buyers), ...reckoning.refusals].filter((one) => one !== undefined);
  if (refusal !== undefined) throw DomainError.from(refusal);
  for (const { customerId } of input.buyers) {
    const buyer = customerById(db, customerId);
    if (buyer === undefined || buyer.state === 'anonymised') throw new DomainError('NOT_FOUND');
    // Whose file one may not open is not named in one's own deal either.
    if (!context.sees('customers', buyer.ownerId)) throw new DomainError('NOT_YOUR_CUSTOMER');
    if (buyer.restrictedAt !== null) throw new DomainError('CUSTOMER_RESTRICTED');
  }
  const quote = input.quoteId === null ? undefined : quoteToFollow(context, input.quoteId, input);
  const asked = reckoning.needsApprovalOf;
  if (asked !== null && input.reason === '') throw new DomainError('REASON_MISSING');

  refuseSecondDeal(context, reckoning.unit);
  const row = write(context, input, reckoning);
  if (quote !== undefined) tx.update(quotes, quote.id, { subscriptionId: row.id });
  const kind = asked === null ? 'subscriptionReview' : 'priceBelowAuthority';
  const approval = requestApproval(context, {
    kind,
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
  const after =
    asked === null
      ? applySubscriptionEvent(context, row, 'submit', { priceAuthorised: true, parkUntil: approval.expiresAt })
      : row;
  if (asked !== null) {
    // Whoever agrees to the price submits it at once, so everything but the price must stand already now.
    const facts = gatherSubscriptionFacts(context, row, { priceAuthorised: true });
    decideOrRefuse(subscriptionLifecycle, row.state, 'submit', facts);
    applyUnitEvent(context, reckoning.unit, 'park', { customerId: first }, park);
  }
  happened({
    kind: asked === null ? 'submitted' : 'priceAsked',
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

function write(context: CommandContext, input: Input, reckoning: Reckoning) {
  const { tx, actor, now, today } = context;
  const { terms, buyers } = input;
  const { price, listPrice, plan, adjustments } = reckoning;
  const row = {
    number: nextNumber(tx, 'RG', Number(today.slice(0, 4))),
    unitId: terms.unitId,
    consultantId: actor.id,
    state: 'draft',
    subscribedOn: today,
    signBy: terms.signBy,
    listPrice,
    price: price.total,
    planKind: terms.planKind,
    depositDue: terms.deposit,
    adjustments: [...adjustments],
    consent: input.consent,
    mortgageDisclosed: input.mortgageDisclosed,
    createdAt: now,
  } as const;
  const notice = { language: 'zh-CN', edition: noticeInForce(context, 'zh-CN').edition } as const;
  const consented = { method: 'paper', on: today, notice, takenBy: actor.id } as const;
  return writeSubscription(context, { row, buyers, price: price.lines, plan, consented });
}
