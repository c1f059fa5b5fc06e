import { lifecycle } from '../lifecycle.ts';
import { notSeized, permitForSale, pricePublished } from '../units/sale-conditions.ts';
import { type SubscriptionEffect, type SubscriptionEvent, subscriptionEvents } from './lifecycle-events.ts';
import type { SubscriptionFacts } from './lifecycle-facts.ts';
import * as guard from './lifecycle-guards.ts';
import { type SubscriptionState, subscriptionStates } from './states.ts';

const live: readonly SubscriptionState[] = ['approved', 'depositComplete'];
const conditions = [
  permitForSale,
  notSeized,
  pricePublished,
  guard.buyersComplete,
  guard.consentGiven,
  guard.mortgageDisclosed,
  guard.inFiledBand,
  guard.priceAuthorised,
  guard.depositWithinCap,
  guard.unitReserved,
];
/** What the other unit of a change must satisfy; the facts of the sale are then those of the other unit. */
const conditionsOfChange = [
  permitForSale,
  notSeized,
  pricePublished,
  guard.mortgageDisclosed,
  guard.inFiledBand,
  guard.priceAuthorised,
  guard.depositWithinCap,
];

/** The subscription (认购): domain.md 4.3 and 4.11, the states of decision 18. */
export const subscriptionLifecycle = lifecycle<
  SubscriptionState,
  SubscriptionEvent,
  SubscriptionFacts,
  SubscriptionEffect
>({
  noun: 'subscription',
  states: subscriptionStates,
  initial: 'draft',
  final: ['cancelled', 'forfeited', 'expired'],
  events: subscriptionEvents,
  transitions: [
    { from: 'draft', event: 'edit', to: 'draft', guards: [] },
    { from: 'draft', event: 'submit', to: 'inReview', guards: conditions, effects: ['parkUnit'] },
    { from: 'inReview', event: 'withdraw', to: 'draft', guards: [], effects: ['unparkUnit'] },
    { from: 'inReview', event: 'sendBack', to: 'draft', guards: [guard.notOwnWork] },
    {
      from: 'inReview',
      event: 'approve',
      to: 'approved',
      guards: [guard.notOwnWork, guard.authorityGiven, ...conditions, guard.signersBind],
      effects: ['unitSubscribed', 'startSigningPeriod', 'issueBook'],
    },
    {
      from: 'approved',
      event: 'completeDeposit',
      to: 'depositComplete',
      guards: [permitForSale, notSeized, guard.depositReceived],
    },
    { from: 'depositComplete', event: 'reopenDeposit', to: 'approved', guards: [guard.depositShort] },

    {
      from: [...live, 'converted'],
      event: 'extendSigning',
      to: 'itself',
      guards: [notSeized, guard.contractUnsigned, guard.authorityGiven],
      effects: ['extendSigningPeriod'],
    },
    {
      from: live,
      event: 'changeUnit',
      to: 'itself',
      guards: [guard.authorityGiven, guard.targetFree, guard.contractDropped, ...conditionsOfChange],
      effects: ['unitsExchanged', 'replacePapers'],
    },
    {
      from: [...live, 'converted'],
      event: 'changeName',
      to: 'itself',
      guards: [
        notSeized,
        guard.authorityGiven,
        guard.nameProof,
        guard.contractGivesWay,
        guard.buyersComplete,
        guard.consentGiven,
        guard.signersBind,
      ],
      effects: ['replacePapers'],
    },
    {
      from: [...live, 'converted'],
      event: 'changePlan',
      to: 'itself',
      guards: [notSeized, guard.authorityGiven, guard.contractGivesWay],
      effects: ['replacePapers'],
    },
    {
      from: [...live, 'converted'],
      event: 'changePrice',
      to: 'itself',
      guards: [
        notSeized,
        guard.authorityGiven,
        guard.contractGivesWay,
        guard.inFiledBand,
        guard.priceAuthorised,
        guard.depositWithinCap,
      ],
      effects: ['replacePapers'],
    },

    {
      from: 'depositComplete',
      event: 'convert',
      to: 'converted',
      guards: [permitForSale, notSeized, guard.depositReceived, guard.signingInTime],
    },
    { from: 'converted', event: 'reopen', to: 'depositComplete', guards: [guard.contractDropped] },

    {
      from: ['draft', 'inReview'],
      event: 'cancel',
      to: 'cancelled',
      guards: [guard.nothingReceived],
      effects: ['unparkUnit', 'voidNumber'],
    },
    {
      from: live,
      event: 'cancel',
      to: 'cancelled',
      guards: [guard.authorityGiven, guard.contractDropped, guard.moneyReturned, guard.receiptsRecovered],
      effects: ['unitFreed'],
    },
    {
      from: 'converted',
      event: 'cancel',
      to: 'cancelled',
      // The home is free with the end of the contract itself.
      guards: [guard.authorityGiven, guard.contractEnded, guard.moneyReturned, guard.receiptsRecovered],
    },
    {
      from: live,
      event: 'forfeit',
      to: 'forfeited',
      guards: [
        // Whoever cannot sign because of a court is in no breach: such a deal is cancelled, its money returned.
        notSeized,
        guard.authorityGiven,
        guard.contractDropped,
        guard.signingOverdue,
        guard.noticeServed,
        guard.moneyReturned,
        guard.receiptsRecovered,
      ],
      effects: ['keepDeposit', 'unitFreed'],
    },
    {
      from: ['draft', 'inReview'],
      event: 'expire',
      to: 'expired',
      guards: [guard.depositOverdue, guard.nothingReceived],
      effects: ['unparkUnit', 'voidNumber'],
    },
    {
      from: 'approved',
      event: 'expire',
      to: 'expired',
      // Whose deposit the office must refuse is not late with it: see `daysAfterSeizure`.
      guards: [notSeized, guard.depositOverdue, guard.nothingReceived],
      effects: ['unitFreed'],
    },
  ],
});
