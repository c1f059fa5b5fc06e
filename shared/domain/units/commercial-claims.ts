import type { Transition } from '../lifecycle.ts';
import type { UnitEffect, UnitEvent } from './events.ts';
import type { UnitFacts } from './facts.ts';
import * as guard from './guards.ts';
import * as sale from './sale-conditions.ts';
import type { UnitCommercialState } from './states.ts';

/** What every claim on a unit asks of the registry, the courts, the price list and a launch that is picking. */
export const mayBeClaimed = [guard.coveredByRegistry, sale.notSeized, sale.pricePublished, guard.notKeptForDesks];

const isParked = (facts: UnitFacts) => facts.hold?.purpose === 'approval';
const parkedOverHold = (facts: UnitFacts) => facts.hold?.overHold ?? false;

/** Locks, holds, requests that park a unit, and small bookings: whoever claims a unit before it is subscribed. */
export const claimTransitions: readonly Transition<UnitCommercialState, UnitEvent, UnitFacts, UnitEffect>[] = [
  {
    from: 'available',
    event: 'lock',
    to: 'locked',
    guards: [...mayBeClaimed, guard.teamMayClaim, guard.lockLimits],
    effects: ['startLock'],
  },
  {
    from: 'locked',
    event: 'renewLock',
    to: 'locked',
    guards: [guard.lockIsOurs, guard.renewalsLeft, sale.notSeized, guard.notKeptForDesks],
    effects: ['renewLock'],
  },
  { from: 'locked', event: 'unlock', to: 'available', guards: [guard.mayUnlock], effects: ['endLock'] },
  { from: 'locked', event: 'lockExpires', to: 'available', guards: [guard.lockRanOut], effects: ['endLock'] },

  {
    from: ['available', 'locked'],
    event: 'hold',
    to: 'held',
    guards: [...mayBeClaimed, guard.teamMayClaim, guard.claimIsOurs, guard.authorityGiven],
    effects: ['endLock', 'startHold'],
  },
  {
    from: 'held',
    event: 'hold',
    to: 'held',
    when: isParked,
    guards: [...mayBeClaimed, guard.notUnderReview, guard.claimIsOurs, guard.authorityGiven],
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
    guards: [...mayBeClaimed, guard.notParked, guard.teamMayClaim, guard.claimIsOurs],
    effects: ['endLock', 'startParking'],
  },
  {
    from: 'booked',
    event: 'park',
    to: 'booked',
    guards: [...mayBeClaimed, guard.notParked, guard.claimIsOurs],
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
];
