import type { Refusal } from '../../kernel/errors.ts';
import { lifecycle, type Step } from '../lifecycle.ts';
import * as deal from './deal-guards.ts';
import { type UnitEffect, type UnitEvent, unitEvents } from './events.ts';
import type { UnitFacts } from './facts.ts';
import * as guard from './guards.ts';
import * as sale from './sale-conditions.ts';
import { type UnitCommercialState, unitCommercialStates } from './states.ts';

const endClaims = ['endLock', 'endHold', 'endBooking'] as const;
const mayBeClaimed = [guard.coveredByRegistry, sale.notSeized, sale.pricePublished];
/** Price lists bar what they call sold: a home that is taken over may be off sale. */
const beforeAnyDeal: readonly UnitCommercialState[] = ['unreleased', 'available', 'notForSale'];
const isParked = (facts: UnitFacts) => facts.hold?.purpose === 'approval';
const parkedOverHold = (facts: UnitFacts) => facts.hold?.overHold ?? false;
const cameFromUnreleased = (facts: UnitFacts) => facts.cameFrom === 'unreleased';
const cameFromHeld = (facts: UnitFacts) => facts.cameFrom === 'held';
const cameFromBooked = (facts: UnitFacts) => facts.cameFrom === 'booked';

const claimingEvents: readonly UnitEvent[] = [
  'lock',
  'hold',
  'park',
  'book',
  'subscribe',
  'moveIn',
  'takeOver',
  'takeOverSigned',
];

function whyTaken({ from, event }: Step<UnitCommercialState, UnitEvent>, facts: UnitFacts): Refusal | undefined {
  if (!claimingEvents.includes(event)) return undefined;
  if (from === 'unreleased') return { code: 'UNIT_NOT_RELEASED' };
  if (from === 'frozen') return { code: 'UNIT_FROZEN' };
  if (from === 'notForSale') return { code: 'UNIT_NOT_FOR_SALE' };
  if (from === 'signed' || from === 'paidUp') return { code: 'UNIT_SOLD' };
  return guard.taken(facts, from);
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

    {
      from: 'available',
      event: 'lock',
      to: 'locked',
      guards: [...mayBeClaimed, guard.lockLimits],
      effects: ['startLock'],
    },
    {
      from: 'locked',
      event: 'renewLock',
      to: 'locked',
      guards: [guard.lockIsOurs, guard.renewalsLeft, sale.notSeized],
      effects: ['renewLock'],
    },
    { from: 'locked', event: 'unlock', to: 'available', guards: [guard.mayUnlock], effects: ['endLock'] },
    { from: 'locked', event: 'lockExpires', to: 'available', guards: [guard.lockRanOut], effects: ['endLock'] },

    {
      from: ['available', 'locked'],
      event: 'hold',
      to: 'held',
      guards: [...mayBeClaimed, guard.claimIsOurs, guard.authorityGiven],
      effects: ['endLock', 'startHold'],
    },
    {
      from: 'held',
      event: 'hold',
      to: 'held',
      when: isParked,
      guards: [...mayBeClaimed, guard.claimIsOurs, guard.authorityGiven],
      effects: ['endParking', 'startHold'],
    },
    {
      from: 'held',
      event: 'extendHold',
      to: 'held',
      guards: [guard.notParked, sale.notSeized, guard.authorityGiven],
      effects: ['extendHold'],
    },
    {
      from: 'held',
      event: 'withdrawHold',
      to: 'available',
      guards: [guard.notParked, guard.authorityGiven],
      effects: ['endHold'],
    },
    { from: 'held', event: 'holdExpires', to: 'available', guards: [guard.holdRanOut], effects: ['endHold'] },

    {
      from: ['available', 'locked', 'held'],
      event: 'park',
      to: 'held',
      guards: [...mayBeClaimed, guard.claimIsOurs],
      effects: ['endLock', 'startParking'],
    },
    {
      from: 'booked',
      event: 'park',
      to: 'booked',
      guards: [...mayBeClaimed, guard.claimIsOurs],
      effects: ['startParking'],
    },
    {
      from: 'held',
      event: 'unpark',
      to: 'held',
      when: parkedOverHold,
      guards: [guard.parked],
      effects: ['endParking'],
    },
    { from: 'held', event: 'unpark', to: 'available', guards: [guard.parked], effects: ['endParking'] },
    { from: 'booked', event: 'unpark', to: 'booked', guards: [guard.parked], effects: ['endParking'] },

    {
      from: ['locked', 'held'],
      event: 'book',
      to: 'booked',
      guards: [sale.permitForBooking, ...mayBeClaimed, guard.claimIsOurs, guard.authorityGiven, guard.bookingPaid],
      effects: ['endLock', 'endHold', 'startBooking'],
    },
    {
      from: 'booked',
      event: 'extendBooking',
      to: 'booked',
      guards: [sale.notSeized, guard.authorityGiven],
      effects: ['extendBooking'],
    },
    {
      from: 'booked',
      event: 'refundBooking',
      to: 'available',
      guards: [guard.notParked, guard.authorityGiven, guard.moneyReturned, guard.receiptsRecovered],
      effects: ['endBooking'],
    },
    {
      from: 'booked',
      event: 'bookingExpires',
      to: 'available',
      guards: [guard.notParked, guard.bookingRanOut],
      effects: ['endBooking'],
    },

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
