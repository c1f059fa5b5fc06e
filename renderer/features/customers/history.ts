import type { z } from 'zod';
import type { customers } from '#shared/api/customers.ts';
import { type ContractState, unsignedContractStates } from '#shared/domain/contracts/states.ts';
import { liveSubscriptionStates } from '#shared/domain/subscriptions/states.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** A customer as the office tells it. */
export type CustomerDetail = z.output<typeof customers.detail.output>;

/** What the history is filtered by. */
export const historyKinds = ['contacts', 'visits', 'deals', 'money'] as const;
/** What the history is filtered by. */
export type HistoryKind = (typeof historyKinds)[number];

type Deal = CustomerDetail['subscriptions'][number];

/** One thing that happened, with the record that tells it. */
export type HistoryItem = { readonly at: number; readonly key: string; readonly kind: HistoryKind } & (
  | { readonly source: 'visit'; readonly visit: CustomerDetail['visits'][number] }
  | { readonly source: 'followUp'; readonly followUp: CustomerDetail['followUps'][number] }
  | { readonly source: 'deal'; readonly deal: Deal; readonly happening: Deal['history'][number] }
  | { readonly source: 'receipt'; readonly receipt: NonNullable<CustomerDetail['money']>['receipts'][number] }
);

/** Everything that happened with a customer, newest first; a call is a contact, whoever came is a visit. */
export function historyOf(detail: CustomerDetail): HistoryItem[] {
  const visits = detail.visits.map((visit): HistoryItem => {
    const kind = visit.kind === 'call' ? 'contacts' : 'visits';
    return { at: visit.at, key: `visit ${visit.id}`, kind, source: 'visit', visit };
  });
  const followUps = detail.followUps.map((followUp): HistoryItem => {
    return { at: followUp.at, key: `followUp ${followUp.id}`, kind: 'contacts', source: 'followUp', followUp };
  });
  const deals = detail.subscriptions.flatMap((deal) =>
    deal.history.map((happening): HistoryItem => {
      const key = `deal ${deal.id} ${happening.what} ${happening.number} ${happening.at}`;
      return { at: happening.at, key, kind: 'deals', source: 'deal', deal, happening };
    }),
  );
  const receipts = (detail.money?.receipts ?? []).map((receipt): HistoryItem => {
    return { at: receipt.at, key: `receipt ${receipt.id}`, kind: 'money', source: 'receipt', receipt };
  });
  return [...deals, ...receipts, ...followUps, ...visits].toSorted((a, b) => b.at - a.at);
}

/** Something that is to be done with a customer by a day. */
export type PlanItem = { readonly day: LocalDate; readonly key: string } & (
  | { readonly what: 'followUp' }
  | { readonly what: 'sign'; readonly deal: Deal }
  | { readonly what: 'pay'; readonly line: NonNullable<CustomerDetail['money']>['lines'][number] }
);

/** Payments that a plan shows at most: the nearest ones. */
const PAYMENTS = 2;

const live: readonly string[] = liveSubscriptionStates;
const unsigned: readonly ContractState[] = unsignedContractStates;

/** The next contact, contracts to be signed and the nearest open payments of a customer, by day. */
export function planOf({ customer, subscriptions, money }: CustomerDetail): PlanItem[] {
  const contact: PlanItem[] =
    customer.nextFollowUpOn === null ? [] : [{ day: customer.nextFollowUpOn, key: 'followUp', what: 'followUp' }];
  const signing = subscriptions
    .filter(({ mayOpen, state, contract }) => mayOpen && live.includes(state) && !isSigned(state, contract))
    .map((deal): PlanItem => ({ day: deal.signBy, key: `sign ${deal.id}`, what: 'sign', deal }));
  const payments = (money?.lines ?? [])
    .filter(({ loan, open }) => !loan && open > 0)
    .map((line): PlanItem => {
      return { day: line.dueOn, key: `pay ${line.subscriptionId} ${line.position}`, what: 'pay', line };
    });
  return [...contact, ...signing, ...payments.toSorted(byDay).slice(0, PAYMENTS)].toSorted(byDay);
}

/** True once there is nothing left to sign: a converted deal whose contract is signed, or is not told to the person. */
function isSigned(state: Deal['state'], contract: Deal['contract']): boolean {
  if (contract === null) return state === 'converted';
  return !unsigned.includes(contract.state);
}

function byDay(a: PlanItem, b: PlanItem): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}
