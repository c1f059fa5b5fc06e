import type { Refusal } from '../../kernel/errors.ts';
import { lifecycle, type Step } from '../lifecycle.ts';
import { claimTransitions, mayBeClaimed } from './commercial-claims.ts';
import * as deal from './deal-guards.ts';
import { type UnitEffect, type UnitEvent, unitEvents } from './events.ts';
import type { UnitFacts } from './facts.ts';
import * as guard from './guards.ts';
import * as sale from './sale-conditions.ts';
import { type UnitCommercialState, unitCommercialStates } from './states.ts';

const endClaims = ['endLock', 'endHold', 'endBooking'] as const;
/** Price lists bar what they call sold: a home that is taken over may be off sale. */
const beforeAnyDeal: readonly UnitCommercialState[] = ['unreleased', 'available', 'notForSale'];
const cameFromUnreleased = (facts: UnitFacts) => facts.cameFrom === 'unreleased';
const cameFromHeld = (facts: UnitFacts) => facts.cameFrom === 'held';
const cameFromBooked = (facts: UnitFacts) => facts.cameFrom === 'booked';

/** What wants the home for somebody, or for the seller itself: refused with whoever has it. */
const wantingEvents: readonly UnitEvent[] = [
  'lock',
  'hold',
  'park',
  'book',
  'subscribe',
  'moveIn',
  'takeOver',
  'takeOverSigned',
  'takeOffSale',
];

function whyTaken({ from, event }: Step<UnitCommercialState, UnitEvent>, facts: UnitFacts): Refusal | undefined {
  return wantingEvents.includes(event) ? guard.notToBeClaimed(facts, from) : undefined;
}

/** The commercial axis of a unit (销控): domain.md 4.1 with the additions of decision 17. */
export const unitCommercial = lifecycle<UnitCommercialState, UnitEvent, UnitFacts, UnitEffect>({
  noun: 'unit',
  states: unitCommercialStates,
  initial: 'unreleased',
  final: [],
  events: unitEvents,
  otherwise: whyTaken,
  transitions: [
    {
      from: 'unreleased',
      event: 'release',
      to: 'available',
      guards: [
        guard.authorityGiven,
        sale.permitForRelease,
        guard.coveredByRegistry,
        sale.pricePublished,
        sale.lenderConsents,
        sale.notSeized,
      ],
    },
    { from: 'available', event: 'takeBack', to: 'unreleased', guards: [guard.authorityGiven, guard.neverDealt] },

    ...claimTransitions,

    {
      from: ['locked', 'held', 'booked'],
      event: 'subscribe',
      to: 'subscribed',
      guards: [sale.permitForSale, ...mayBeClaimed, guard.claimIsOurs, deal.subscriptionApproved],
      effects: endClaims,
    },
    {
      from: 'subscribed',
      event: 'cancelSubscription',
      to: 'available',
      guards: [deal.subscriptionCancelled, guard.registryClear, guard.moneyReturned, guard.receiptsRecovered],
    },
    {
      from: 'subscribed',
      event: 'forfeit',
      to: 'available',
      guards: [deal.subscriptionForfeited, guard.registryClear, guard.moneyReturned, guard.receiptsRecovered],
    },
    {
      from: 'subscribed',
      event: 'subscriptionExpires',
      to: 'available',
      guards: [deal.subscriptionLapsed, guard.registryClear, guard.moneyReturned],
    },

    {
      from: 'subscribed',
      event: 'startDrafting',
      to: 'drafting',
      guards: [sale.permitForSale, sale.notSeized, deal.subscriptionConverted, deal.contractDrafted],
    },
    {
      from: 'drafting',
      event: 'dropDraft',
      to: 'subscribed',
      guards: [deal.contractGaveWay, guard.netSigningWithdrawn],
    },
    {
      from: 'drafting',
      event: 'sign',
      to: 'signed',
      guards: [
        sale.permitForSale,
        sale.notSeized,
        sale.pricePublished,
        sale.lenderConsents,
        sale.dischargedForSigning,
        deal.contractSigned,
      ],
    },
    { from: 'signed', event: 'settle', to: 'paidUp', guards: [sale.notSeized, guard.balanceIsZero] },
    { from: 'paidUp', event: 'reopenBalance', to: 'signed', guards: [guard.balanceIsOpen] },
    {
      from: ['signed', 'paidUp'],
      event: 'terminate',
      to: 'available',
      guards: [
        deal.contractTerminated,
        guard.registryClear,
        guard.saleUnwound,
        guard.loanClosed,
        guard.moneyReturned,
        guard.receiptsRecovered,
      ],
    },

    {
      from: ['subscribed', 'drafting'],
      event: 'moveOut',
      to: 'available',
      guards: [guard.authorityGiven, deal.contractGaveWay, guard.registryClear],
    },
    {
      from: 'signed',
      event: 'moveOut',
      to: 'available',
      guards: [guard.authorityGiven, deal.contractGaveWay, guard.registryClear, guard.saleUnwound, guard.loanClosed],
    },
    {
      from: ['available', 'locked', 'held', 'booked'],
      event: 'moveIn',
      to: 'subscribed',
      guards: [sale.permitForSale, ...mayBeClaimed, guard.claimIsOurs, guard.authorityGiven, deal.subscriptionApproved],
      effects: endClaims,
    },

    {
      from: beforeAnyDeal,
      event: 'takeOver',
      to: 'subscribed',
      guards: [guard.coveredByRegistry, sale.notSeized, deal.subscriptionApproved],
      effects: ['forgetOrigin'],
    },
    {
      from: beforeAnyDeal,
      event: 'takeOverSigned',
      to: 'signed',
      guards: [guard.coveredByRegistry, sale.notSeized, deal.contractSigned],
      effects: ['forgetOrigin'],
    },

    {
      from: ['unreleased', 'available'],
      event: 'freeze',
      to: 'frozen',
      guards: [guard.authorityGiven],
      effects: ['rememberOrigin'],
    },
    {
      from: 'locked',
      event: 'freeze',
      to: 'frozen',
      guards: [guard.authorityGiven],
      effects: ['endLock', 'rememberOrigin'],
    },
    {
      from: ['held', 'booked'],
      event: 'freeze',
      to: 'frozen',
      guards: [guard.notParked, guard.authorityGiven],
      effects: ['rememberOrigin'],
    },
    {
      from: 'frozen',
      event: 'unfreeze',
      to: 'unreleased',
      when: cameFromUnreleased,
      guards: [guard.authorityGiven],
      effects: ['forgetOrigin'],
    },
    {
      from: 'frozen',
      event: 'unfreeze',
      to: 'held',
      when: cameFromHeld,
      guards: [guard.authorityGiven],
      effects: ['forgetOrigin'],
    },
    {
      from: 'frozen',
      event: 'unfreeze',
      to: 'booked',
      when: cameFromBooked,
      guards: [guard.authorityGiven],
      effects: ['forgetOrigin'],
    },
    { from: 'frozen', event: 'unfreeze', to: 'available', guards: [guard.authorityGiven], effects: ['forgetOrigin'] },

    {
      from: ['unreleased', 'available'],
      event: 'takeOffSale',
      to: 'notForSale',
      guards: [guard.authorityGiven],
      effects: ['rememberOrigin'],
    },
    {
      from: 'held',
      event: 'takeOffSale',
      to: 'notForSale',
      guards: [guard.notParked, guard.authorityGiven],
      effects: ['endHold', 'rememberOrigin'],
    },
    {
      from: 'notForSale',
      event: 'putBackOnSale',
      to: 'unreleased',
      when: cameFromUnreleased,
      guards: [guard.authorityGiven],
      effects: ['forgetOrigin'],
    },
    {
      from: 'notForSale',
      event: 'putBackOnSale',
      to: 'available',
      guards: [guard.authorityGiven],
      effects: ['forgetOrigin'],
    },
  ],
});
