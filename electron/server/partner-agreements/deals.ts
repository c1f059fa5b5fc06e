import type { OpenDatabase } from '#db/connection.ts';
import {
  agreementOfDeal,
  dealsOfAgreements,
  dealsOnAccounts,
  type PartnerAgreementRow,
} from '#db/repositories/partner-agreements.ts';
import { findSubjects } from '#db/repositories/search.ts';
import { buyersOf, listSubscriptions, subscriptionById } from '#db/repositories/subscriptions.ts';
import { partnerDeals } from '#db/schema/partner-agreements.ts';
import { dealRefusal, quotaUse } from '#shared/domain/partner-agreements/quota.ts';
import { isEnded } from '#shared/domain/subscriptions/states.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { gramsOfQuery } from '#shared/kernel/grams.ts';
import { grouped } from '#shared/kernel/grouped.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';
import { checkOwnDeal } from '../subscriptions/own-deals.ts';

/** Deals that are offered at once for an agreement. */
const OFFERED = 20;

/** Some deals as an agreement lists them, in the order given. */
export function presentDeals({ db }: Pick<QueryContext, 'db'>, ids: readonly number[]) {
  const rows = new Map(
    listSubscriptions(db, { whose: null, state: null, ids }).map((row) => [row.subscription.id, row]),
  );
  const buyers = grouped(buyersOf(db, ids), ({ subscriptionId }) => subscriptionId);
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (row === undefined) return [];
    const { subscription, ...unit } = row;
    return {
      subscriptionId: id,
      number: subscription.number,
      unit: unitLabel(unit),
      buyers: (buyers.get(id) ?? []).map(({ customer }) => customer.name).join('、'),
      subscribedOn: subscription.subscribedOn,
      price: subscription.price,
    };
  });
}

/** Deals that an agreement could take, found by number, home or buyer; without a search the newest ones. */
export function dealsToOffer(
  client: OpenDatabase['client'],
  context: QueryContext,
  agreement: PartnerAgreementRow,
  text: string,
) {
  const { db } = context;
  const ids = text === '' ? null : findSubjects(client, gramsOfQuery(text), 'subscriptions');
  const use = quotaUse(agreement, dealsOfAgreements(db, [agreement.id]));
  const taken = dealsOnAccounts(db);
  const fitting = listSubscriptions(db, { whose: context.reach('subscriptions'), state: null, ids })
    .map(({ subscription }) => subscription)
    .filter((deal) => dealRefusal(agreement, { ...deal, ended: isEnded(deal.state) }, use) === undefined)
    .filter(({ id }) => !taken.has(id))
    .slice(0, OFFERED);
  return presentDeals(
    context,
    fitting.map(({ id }) => id),
  );
}

/** Puts a deal on the account of an agreement. Throws what stands against it. */
export function addDeal(context: CommandContext, agreement: PartnerAgreementRow, subscriptionId: number): void {
  const { db, tx, actor, now, happened } = context;
  checkOwnDeal(context, subscriptionId);
  const deal = subscriptionById(db, subscriptionId);
  if (deal === undefined) throw new DomainError('NOT_FOUND');
  const elsewhere = agreementOfDeal(db, subscriptionId);
  if (elsewhere !== undefined) throw new DomainError('PARTNER_DEAL_ELSEWHERE', { number: elsewhere.number });
  const use = quotaUse(agreement, dealsOfAgreements(db, [agreement.id]));
  const refused = dealRefusal(agreement, { ...deal, ended: isEnded(deal.state) }, use);
  if (refused !== undefined) throw DomainError.from(refused);
  tx.insert(partnerDeals, { agreementId: agreement.id, subscriptionId, enteredBy: actor.id, enteredAt: now });
  const data = { number: agreement.number, subscription: deal.number };
  happened({ kind: 'partnerDealAdded', noun: 'partnerAgreements', id: agreement.id, data });
}

/** Takes a deal off the account of an agreement; its part of the quota is free again. */
export function removeDeal(
  context: CommandContext,
  agreement: PartnerAgreementRow,
  { subscriptionId, reason }: { readonly subscriptionId: number; readonly reason: string },
): void {
  const { db, tx, happened } = context;
  checkOwnDeal(context, subscriptionId);
  const found = agreementOfDeal(db, subscriptionId);
  if (found?.entry.agreementId !== agreement.id) throw new DomainError('NOT_FOUND');
  tx.remove(partnerDeals, found.entry.id);
  const data = { number: agreement.number, subscription: subscriptionById(db, subscriptionId)?.number ?? '', reason };
  happened({ kind: 'partnerDealRemoved', noun: 'partnerAgreements', id: agreement.id, data });
}
