import { contractEvents } from '#shared/domain/contracts/events.ts';
import { bareContractFacts } from '#shared/domain/contracts/facts.ts';
import { contractLifecycle } from '#shared/domain/contracts/lifecycle.ts';
import type { ContractState } from '#shared/domain/contracts/states.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { subscriptionLifecycle } from '#shared/domain/subscriptions/lifecycle.ts';
import { type SubscriptionEvent, subscriptionEvents } from '#shared/domain/subscriptions/lifecycle-events.ts';
import { bareSubscriptionFacts } from '#shared/domain/subscriptions/lifecycle-facts.ts';
import type { SubscriptionState } from '#shared/domain/subscriptions/states.ts';
import type { UnitAxes } from '#shared/domain/units/axes.ts';
import { unitCommercial } from '#shared/domain/units/commercial.ts';
import { type UnitEncumbranceEvent, unitEncumbranceAxis } from '#shared/domain/units/encumbrance.ts';
import { type UnitEvent, unitEvents } from '#shared/domain/units/events.ts';
import {
  bareUnitFacts,
  type UnitBooking,
  type UnitFacts,
  type UnitHold,
  type UnitLock,
} from '#shared/domain/units/facts.ts';
import { type UnitLegalEvent, unitLegal } from '#shared/domain/units/legal.ts';
import { bookingEnd, defaultClaimPolicy, endOfDay, lockEnd } from '#shared/domain/units/lock-policy.ts';
import { type UnitPostSaleEvent, unitPostSale } from '#shared/domain/units/post-sale.ts';
import type { SaleFacts } from '#shared/domain/units/sale-conditions.ts';
import type { UnitCommercialState, UnitEncumbrance } from '#shared/domain/units/states.ts';
import { addDays, dayOf, localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan, ZERO_FEN } from '#shared/kernel/money.ts';

/** One unit with everything that is known about it: enough for the rules, without a database. */
export type Model = UnitAxes & {
  readonly now: number;
  readonly lock: UnitLock | null;
  readonly hold: UnitHold | null;
  readonly booking: UnitBooking | null;
  readonly cameFrom: UnitCommercialState | null;
  readonly beforeSeizure: UnitEncumbrance | null;
  readonly everHadDeal: boolean;
  readonly subscription: SubscriptionState | null;
  readonly contract: ContractState | null;
  readonly customer: number | null;
};

/** Circumstances of an act that the model itself does not know. */
export type Luck = {
  readonly actor: number;
  readonly customer: number;
  readonly permit: boolean;
  readonly consent: boolean;
  readonly complete: boolean;
  readonly money: boolean;
  readonly wait: number;
};

/** What somebody tries: an event of one of the nouns. */
export type Act =
  | { readonly on: 'unit'; readonly event: UnitEvent }
  | { readonly on: 'legal'; readonly event: UnitLegalEvent }
  | { readonly on: 'encumbrance'; readonly event: UnitEncumbranceEvent }
  | { readonly on: 'postSale'; readonly event: UnitPostSaleEvent }
  | { readonly on: 'subscription'; readonly event: SubscriptionEvent }
  | { readonly on: 'contract'; readonly event: (typeof contractEvents)[number] };

/** Events of the unit that follow a deal; nobody asks for them by themselves. */
const followers: readonly UnitEvent[] = [
  ...([
    'park',
    'unpark',
    'subscribe',
    'cancelSubscription',
    'forfeit',
    'subscriptionExpires',
    'startDrafting',
  ] as const),
  ...(['dropDraft', 'sign', 'terminate', 'moveOut', 'moveIn', 'takeOver', 'takeOverSigned'] as const),
];
/** Events of the unit that somebody or the clock brings about alone. */
export const aloneEvents = unitEvents.filter((event) => !followers.includes(event));

/** A new unit, not yet released. */
export function newUnit(now: number): Model {
  return {
    now,
    commercial: 'unreleased',
    legal: 'notCovered',
    encumbrance: 'none',
    postSale: 'none',
    lock: null,
    hold: null,
    booking: null,
    cameFrom: null,
    beforeSeizure: null,
    everHadDeal: false,
    subscription: null,
    contract: null,
    customer: null,
  };
}

function saleFacts(model: Model, luck: Luck): SaleFacts {
  const always = { validFromOn: localDate('2020-01-01'), validUntilOn: null };
  return {
    today: dayOf(model.now),
    permit: luck.permit ? { coversBuilding: true, ...always } : null,
    encumbrance: model.encumbrance,
    lenderConsent: luck.consent ? always : null,
    dischargeBeforeSigning: false,
    filedPriceFen: yuan(1_000_000),
    spaceRight: 'titled',
    pricePublished: true,
  };
}

function unitFacts(model: Model, luck: Luck): UnitFacts {
  const actor = { accountId: luck.actor, post: null, terminal: `T${luck.actor}` };
  return {
    ...bareUnitFacts(model.now, dayOf(model.now), actor),
    ...saleFacts(model, luck),
    authorised: unitEvents.filter((event) => event !== 'unlock'),
    customerId: luck.customer,
    lock: model.lock,
    hold: model.hold,
    booking: model.booking,
    cameFrom: model.cameFrom,
    everHadDeal: model.everHadDeal,
    subscription: model.subscription,
    contract: model.contract,
    legal: model.legal,
    postSale: model.postSale,
    bookingMoneyReceived: luck.money,
    toReturnFen: luck.complete ? ZERO_FEN : fen(1),
    receiptsRecovered: luck.complete,
    balanceFen: luck.money ? ZERO_FEN : fen(1),
  };
}

/** Moves the unit by one event and writes what its effects ask for. */
function moveUnit(model: Model, event: UnitEvent, luck: Luck): Model {
  const { next, effects } = decideOrRefuse(unitCommercial, model.commercial, event, unitFacts(model, luck));
  let after: Model = { ...model, commercial: next };
  const until = endOfDay(addDays(dayOf(model.now), 3));
  for (const effect of effects) {
    if (effect === 'startLock')
      after = {
        ...after,
        lock: {
          accountId: luck.actor,
          terminal: `T${luck.actor}`,
          expiresAt: lockEnd(model.now, defaultClaimPolicy),
          renewals: 0,
        },
      };
    if (effect === 'renewLock' && after.lock)
      after = {
        ...after,
        lock: { ...after.lock, expiresAt: lockEnd(model.now, defaultClaimPolicy), renewals: after.lock.renewals + 1 },
      };
    if (effect === 'endLock') after = { ...after, lock: null };
    if (effect === 'startHold')
      after = { ...after, hold: { purpose: 'customer', customerId: luck.customer, expiresAt: until, overHold: false } };
    if (effect === 'extendHold' && after.hold) after = { ...after, hold: { ...after.hold, expiresAt: until } };
    if (effect === 'endHold') after = { ...after, hold: null };
    if (effect === 'startBooking')
      after = {
        ...after,
        booking: { customerId: luck.customer, expiresAt: bookingEnd(model.now, defaultClaimPolicy), parked: false },
      };
    if (effect === 'extendBooking' && after.booking)
      after = { ...after, booking: { ...after.booking, expiresAt: until } };
    if (effect === 'endBooking') after = { ...after, booking: null };
    if (effect === 'startParking')
      after =
        next === 'booked' && after.booking
          ? { ...after, booking: { ...after.booking, parked: true } }
          : {
              ...after,
              hold: {
                purpose: 'approval',
                customerId: luck.customer,
                expiresAt: until,
                overHold: after.hold?.overHold ?? after.hold !== null,
              },
            };
    if (effect === 'endParking')
      after =
        next === 'booked' && after.booking
          ? { ...after, booking: { ...after.booking, parked: false } }
          : {
              ...after,
              hold:
                next === 'held'
                  ? { purpose: 'customer', customerId: luck.customer, expiresAt: until, overHold: false }
                  : null,
            };
    if (effect === 'rememberOrigin')
      after = {
        ...after,
        cameFrom: event === 'takeOffSale' && model.commercial === 'held' ? 'available' : model.commercial,
      };
    if (effect === 'forgetOrigin') after = { ...after, cameFrom: null };
  }
  return after.commercial === 'subscribed' ? { ...after, everHadDeal: true } : after;
}

const isOurs = (model: Model, customer: number) =>
  (model.commercial === 'locked' && model.lock !== null) ||
  (model.commercial === 'held' && model.hold?.customerId === customer) ||
  (model.commercial === 'booked' && model.booking?.customerId === customer);

function actOnSubscription(model: Model, event: SubscriptionEvent, luck: Luck): Model {
  if (event === 'changeUnit') return model;
  const starts = model.subscription === null || ['cancelled', 'forfeited', 'expired'].includes(model.subscription);
  const from = starts ? 'draft' : (model.subscription ?? 'draft');
  const customer = starts ? luck.customer : (model.customer ?? luck.customer);
  const today = dayOf(model.now);
  const { next, effects } = decideOrRefuse(subscriptionLifecycle, from, event, {
    ...bareSubscriptionFacts(today),
    ...saleFacts(model, luck),
    actorId: luck.actor,
    authorIds: [1],
    authorised: subscriptionEvents,
    unitIsOurs: isOurs(model, customer),
    buyersComplete: luck.complete,
    sensitiveConsent: true,
    mortgageDisclosed: luck.consent,
    priceFen: yuan(1_000_000),
    priceAuthorised: true,
    depositFen: yuan(50_000),
    depositDueOn: addDays(today, luck.complete ? -1 : 1),
    receivedFen: luck.money ? yuan(50_000) : ZERO_FEN,
    signByOn: addDays(today, luck.complete ? 1 : -1),
    terminationNoticeServed: true,
    toReturnFen: ZERO_FEN,
    receiptsRecovered: luck.permit,
    contract: model.contract,
    nameProof: true,
  });
  let after: Model = { ...model, subscription: next, customer };
  const own = { ...luck, customer };
  if (effects.includes('parkUnit')) after = moveUnit(after, 'park', own);
  if (effects.includes('unparkUnit') && from === 'inReview') after = moveUnit(after, 'unpark', own);
  if (effects.includes('unitSubscribed')) after = moveUnit(after, 'subscribe', own);
  if (event === 'cancel' && effects.includes('unitFreed')) after = moveUnit(after, 'cancelSubscription', own);
  if (event === 'forfeit') after = moveUnit(after, 'forfeit', own);
  if (event === 'expire' && effects.includes('unitFreed')) after = moveUnit(after, 'subscriptionExpires', own);
  if (event === 'convert') after = moveUnit({ ...after, contract: 'draft' }, 'startDrafting', own);
  if (event === 'reopen') throw new RangeError('a subscription is reopened by its contract');
  return after;
}

function actOnContract(model: Model, event: (typeof contractEvents)[number], luck: Luck): Model {
  if (model.contract === null || event === 'supersede') return model;
  const { next, effects } = decideOrRefuse(contractLifecycle, model.contract, event, {
    ...bareContractFacts(dayOf(model.now)),
    ...saleFacts(model, luck),
    actorId: luck.actor,
    authorIds: [1],
    authorised: contractEvents,
    subscription: model.subscription,
    priceFen: yuan(1_000_000),
    housePriceFen: yuan(1_000_000),
    paymentLinesFen: yuan(1_000_000),
    templateApproved: true,
    weightyTermsShown: luck.complete,
    unchangedSinceReview: luck.complete,
    signaturesComplete: luck.complete,
    filingNumberEntered: luck.complete,
    registryClear: model.legal === 'saleable' || model.legal === 'notCovered',
    terminationPapers: luck.complete,
  });
  let after: Model = { ...model, contract: next };
  if (effects.includes('unitSigned')) after = moveUnit(after, 'sign', luck);
  if (effects.includes('unitBackToSubscribed'))
    after = { ...moveUnit({ ...after, subscription: 'depositComplete' }, 'dropDraft', luck), contract: null };
  if (effects.includes('unitFreed'))
    after = { ...moveUnit(after, 'terminate', luck), subscription: null, contract: null, customer: null };
  return after;
}

/** Tries one act. Throws the refusal, so that the model stays as it was. */
export function attempt(before: Model, act: Act, luck: Luck): Model {
  const model = { ...before, now: before.now + luck.wait };
  switch (act.on) {
    case 'unit':
      return moveUnit(model, act.event, luck);
    case 'subscription':
      return actOnSubscription(model, act.event, luck);
    case 'contract':
      return actOnContract(model, act.event, luck);
    case 'legal': {
      const facts = { ...saleFacts(model, luck), commercial: model.commercial, filingChecked: luck.complete };
      return { ...model, legal: decideOrRefuse(unitLegal, model.legal, act.event, facts).next };
    }
    case 'encumbrance': {
      const { next } = decideOrRefuse(unitEncumbranceAxis, model.encumbrance, act.event, model);
      return { ...model, encumbrance: next, beforeSeizure: next === 'seized' ? model.encumbrance : null };
    }
    case 'postSale': {
      const facts = {
        commercial: model.commercial,
        legal: model.legal,
        seized: model.encumbrance === 'seized',
        balanceFen: luck.money ? ZERO_FEN : fen(1),
        deliveryReady: luck.complete,
        maintenanceFundPaid: luck.complete,
        areaSettled: luck.complete,
      };
      return { ...model, postSale: decideOrRefuse(unitPostSale, model.postSale, act.event, facts).next };
    }
  }
}
