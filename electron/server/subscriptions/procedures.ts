import type { OpenDatabase } from '#db/connection.ts';
import { findSubjects } from '#db/repositories/search.ts';
import { buyersOf, listSubscriptions, receiptsOf, subscriptionById } from '#db/repositories/subscriptions.ts';
import { unitById } from '#db/repositories/units.ts';
import type { subscriptions as subscriptionsApi } from '#shared/api/subscriptions.ts';
import { discountsOn } from '#shared/domain/pricing/catalogue.ts';
import { depositCap, depositFacts } from '#shared/domain/subscriptions/deposit.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { isMortgaged } from '#shared/domain/units/sale-conditions.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { gramsOfQuery } from '#shared/kernel/grams.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import { dropRequestOf } from '../approvals/drop-request.ts';
import { voidPapersOf } from '../documents/void-papers.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';
import { subscribeRefusals } from '../units/subscribe-refusals.ts';
import { saleFactsOf } from '../units/unit-facts.ts';
import { applySubscriptionEvent } from './apply-subscription-event.ts';
import { createSubscription } from './create-subscription.ts';
import { checkOwnDeal } from './own-deals.ts';
import { reckon } from './price-terms.ts';
import { subscriptionDetail } from './subscription-detail.ts';

type Listed = ReturnType<typeof listSubscriptions>[number];

/** Records of many subscriptions by the one they belong to, each in its order. */
function bySubscription<T extends { readonly subscriptionId: number }>(records: readonly T[]): Map<number, T[]> {
  const grouped = new Map<number, T[]>();
  for (const record of records) {
    const own = grouped.get(record.subscriptionId);
    if (own === undefined) grouped.set(record.subscriptionId, [record]);
    else own.push(record);
  }
  return grouped;
}

/** Subscriptions as rows of a list: three queries, however many. */
export function presentRows({ db }: QueryContext, listed: readonly Listed[]) {
  const ids = listed.map(({ subscription }) => subscription.id);
  const buyers = bySubscription(buyersOf(db, ids));
  const receipts = bySubscription(receiptsOf(db, ids).map(({ receipt }) => receipt));
  return listed.map(({ subscription, consultant, ...unit }) => ({
    id: subscription.id,
    number: subscription.number,
    unitId: subscription.unitId,
    unit: unitLabel(unit),
    state: subscription.state,
    buyers: (buyers.get(subscription.id) ?? []).map(({ customer }) => customer.name).join('、'),
    consultant: { id: subscription.consultantId, name: consultant },
    subscribedOn: subscription.subscribedOn,
    signBy: subscription.signBy,
    price: subscription.price,
    depositDue: subscription.depositDue,
    depositReceived: depositFacts(subscription.depositDue, receipts.get(subscription.id) ?? []).received,
  }));
}

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
        plans: setting('planTemplates').map(({ kind, label }) => ({ kind, label })),
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

    list: (context, { scope, state, text }) => {
      const ids = text === '' ? null : findSubjects(database.client, gramsOfQuery(text), 'subscriptions').slice(0, 500);
      const mine = scope === 'mine' || !context.can('customers.readAll');
      const rows = listSubscriptions(context.db, { consultantId: mine ? context.actor.id : null, state, ids });
      return { total: rows.length, rows: presentRows(context, rows) };
    },

    detail: (context, { subscriptionId }) => {
      const [listed] = listSubscriptions(context.db, { consultantId: null, state: null, ids: [subscriptionId] });
      if (listed === undefined) throw new DomainError('NOT_FOUND');
      checkOwnDeal(context, subscriptionId);
      const [row] = presentRows(context, [listed]);
      if (row === undefined) throw new DomainError('NOT_FOUND');
      return subscriptionDetail(context, database, listed.subscription, row);
    },

    cancel: (context, { subscriptionId, version, reason }) => {
      const row = subscriptionById(context.db, subscriptionId);
      if (row === undefined) throw new DomainError('NOT_FOUND');
      if (row.version !== version) throw new DomainError('STALE');
      const after = applySubscriptionEvent(context, row, 'cancel', { priceAuthorised: true, reason });
      dropRequestOf(context, row.id, reason);
      voidPapersOf(context, 'subscriptions', row.id, reason);
      context.happened({ kind: 'cancelled', noun: 'subscriptions', id: row.id, data: { reason } });
      return { state: after.state };
    },
  };
}
