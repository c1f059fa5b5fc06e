import type { OpenDatabase } from '#db/connection.ts';
import { listSubscriptions, subscriptionById } from '#db/repositories/subscriptions.ts';
import { unitById } from '#db/repositories/units.ts';
import type { subscriptions as subscriptionsApi } from '#shared/api/subscriptions.ts';
import { postMayDecide } from '#shared/domain/approvals/authority.ts';
import { discountsOn } from '#shared/domain/pricing/catalogue.ts';
import { depositCap } from '#shared/domain/subscriptions/deposit.ts';
import { isMortgaged } from '#shared/domain/units/sale-conditions.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import { dropRequestOf } from '../approvals/drop-request.ts';
import { voidPapersOf } from '../documents/void-papers.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { standFor } from '../kernel/standing.ts';
import { subscribeRefusals } from '../units/subscribe-refusals.ts';
import { saleFactsOf } from '../units/unit-facts.ts';
import { applySubscriptionEvent } from './apply-subscription-event.ts';
import { createSubscription } from './create-subscription.ts';
import { noticeHandlers } from './deal-notices.ts';
import { presentRows, subscriptionList } from './list-subscriptions.ts';
import { checkOwnDeal } from './own-deals.ts';
import { reckon } from './price-terms.ts';
import { resubmitSubscription } from './resubmit-subscription.ts';
import { nameSigner } from './signers.ts';
import { subscriptionDetail } from './subscription-detail.ts';

/** One refusal of each code: the price and the unit ask some conditions both. */
function withoutTwins(refusals: readonly Refusal[]): Refusal[] {
  return refusals.filter(({ code }, index) => refusals.findIndex((one) => one.code === code) === index);
}

/** Handlers of subscriptions. */
export function subscriptionsHandlers(database: OpenDatabase): Handlers<typeof subscriptionsApi> {
  return {
    offer: ({ db, setting, today }, { unitId }) => {
      const unit = unitById(db, unitId);
      if (unit === undefined) throw new DomainError('NOT_FOUND');
      const most = depositCap(unit.listPrice ?? fen(0), setting('depositCapPpm'));
      return {
        discounts: discountsOn(setting('discounts'), today),
        plans: setting('planTemplates').map(({ code, kind, label }) => ({ code, kind, label })),
        deposit: fen(Math.min(setting('defaultDeposit'), most)),
        signBy: addDays(today, setting('signingDays')),
        basis: setting('priceBasis'),
        mortgaged: isMortgaged(saleFactsOf(db, unit, today).encumbrance),
      };
    },

    quote: (context, { terms }) => {
      const reckoning = reckon(context, terms, context.actor.post);
      const { price, facts } = reckoning;
      return {
        listPrice: reckoning.listPrice,
        lines: price.lines.map(({ kind, label, ratePpm, amount, after }) => ({ kind, label, ratePpm, amount, after })),
        price: price.total,
        unitPrice: price.unitPrice ?? null,
        basis: context.setting('priceBasis'),
        belowListPpm: facts.depthPpm,
        belowFloor: facts.belowFloor,
        plan: [...reckoning.plan],
        depositCap: reckoning.depositCap,
        needsApprovalOf: reckoning.needsApprovalOf,
        refusals: withoutTwins([...reckoning.refusals, ...subscribeRefusals(context, reckoning.unit)]),
        warnings: [...reckoning.warnings],
      };
    },

    create: createSubscription,

    ...noticeHandlers,

    list: subscriptionList(database),

    detail: (context, { subscriptionId }) => {
      const [listed] = listSubscriptions(context.db, { whose: null, state: null, ids: [subscriptionId] });
      if (listed === undefined) throw new DomainError('NOT_FOUND');
      checkOwnDeal(context, subscriptionId);
      const [row] = presentRows(context, [listed]);
      if (row === undefined) throw new DomainError('NOT_FOUND');
      return subscriptionDetail(context, database, listed.subscription, row);
    },

    resubmit: (context, input) => {
      checkOwnDeal(context, input.subscriptionId);
      return resubmitSubscription(context, input);
    },

    nameSigner,

    cancel: (context, { subscriptionId, version, reason }) => {
      const row = subscriptionById(context.db, subscriptionId);
      if (row === undefined) throw new DomainError('NOT_FOUND');
      checkOwnDeal(context, row.id);
      standFor(context, 'subscriptions.cancel', (post) => postMayDecide(post, 'manager'));
      if (row.version !== version) throw new DomainError('STALE');
      const after = applySubscriptionEvent(context, row, 'cancel', { priceAuthorised: true, reason });
      dropRequestOf(context, row.id, reason);
      voidPapersOf(context, 'subscriptions', row.id, reason);
      context.happened({ kind: 'cancelled', noun: 'subscriptions', id: row.id, data: { reason } });
      return { state: after.state };
    },
  };
}
