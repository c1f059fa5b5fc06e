import type { ErrorCode, Refusal } from '../../kernel/errors.ts';
import { dayOf } from '../../kernel/local-date.ts';
import type { Step } from '../lifecycle.ts';
import { legalRefusal } from '../lifecycle.ts';
import { allotmentRefusal } from '../releases/allotment.ts';
import type { UnitEvent } from './events.ts';
import type { UnitFacts } from './facts.ts';
import type { UnitCommercialState } from './states.ts';

type UnitStep = Step<UnitCommercialState, UnitEvent>;

/** Within the actor's authority, or approved. */
export function authorityGiven(facts: UnitFacts, step: UnitStep): Refusal | undefined {
  return facts.authorised.includes(step.event) ? undefined : { code: 'APPROVAL_NEEDED' };
}

/** The registry's table lists the unit under a permit. */
export function coveredByRegistry(facts: UnitFacts): Refusal | undefined {
  return facts.legal === 'notCovered' ? legalRefusal('PERMIT_MISSING', 'urbanRealEstate45') : undefined;
}

/** A release gave the unit to a team, and its time alone with it runs: nobody of another team claims it. */
export function teamMayClaim({ allotment, actor, teamOfActor, now }: UnitFacts): Refusal | undefined {
  return allotmentRefusal(allotment, { post: actor.post, team: teamOfActor }, now);
}

/**
 * A launch keeps the home for its pick desks: nobody comes to it beside them. Whoever had more than a lock before goes on
 * with it, and so does whoever picked it.
 */
export function notKeptForDesks({ launch }: UnitFacts, { from }: UnitStep): Refusal | undefined {
  if (launch === null || (from !== 'available' && from !== 'locked')) return undefined;
  return { code: 'UNIT_AT_LAUNCH', params: { number: launch.number, name: launch.name } };
}

/** A person has at most so many locks, a terminal one. */
export function lockLimits(facts: UnitFacts): Refusal | undefined {
  const { locksOfActor, lockOfTerminal, policy } = facts;
  if (locksOfActor.length >= policy.locksPerPerson)
    return { code: 'LOCK_LIMIT', params: { limit: policy.locksPerPerson, units: locksOfActor.join('、') } };
  return lockOfTerminal === null ? undefined : { code: 'TERMINAL_HAS_LOCK', params: { ...lockOfTerminal } };
}

/** With the name of the colleague who has the unit and since when, so that the two can talk to each other. */
function takenAs(code: ErrorCode, { takenBy, takenAt }: UnitFacts): Refusal {
  if (takenBy === null) return { code };
  return { code, params: { by: takenBy, ...(takenAt === null ? {} : { takenAt }) } };
}

/** The lock is the actor's own, on this terminal, and still runs. */
export function lockIsOurs(facts: UnitFacts): Refusal | undefined {
  const { lock, actor, now } = facts;
  if (lock?.accountId !== actor.accountId) return takenAs('LOCK_NOT_YOURS', facts);
  if (lock.terminal !== actor.terminal) return { code: 'LOCK_ON_OTHER_TERMINAL' };
  return lock.expiresAt <= now ? { code: 'LOCK_EXPIRED', params: { expiredAt: lock.expiresAt } } : undefined;
}

/** A lock is renewed only so many times. */
export function renewalsLeft(facts: UnitFacts): Refusal | undefined {
  const limit = facts.policy.lockRenewals;
  return (facts.lock?.renewals ?? 0) >= limit ? { code: 'LOCK_RENEWALS_USED', params: { limit } } : undefined;
}

/** Only the holder unlocks, from any terminal; others need the authority of a supervisor. */
export function mayUnlock(facts: UnitFacts, step: UnitStep): Refusal | undefined {
  if (facts.lock === null || facts.lock.accountId === facts.actor.accountId) return undefined;
  return facts.authorised.includes(step.event) ? undefined : takenAs('LOCK_NOT_YOURS', facts);
}

/** The lease of the lock has run out. */
export function lockRanOut(facts: UnitFacts): Refusal | undefined {
  const until = facts.lock?.expiresAt;
  return until !== undefined && until > facts.now ? { code: 'LOCK_RUNNING', params: { untilAt: until } } : undefined;
}

/** The term of the hold has run out; an approval parked over it is ended by its own expiry instead. */
export function holdRanOut(facts: UnitFacts): Refusal | undefined {
  const { hold, now } = facts;
  if (hold?.purpose === 'approval') return takenAs('UNIT_PARKED', facts);
  return hold && hold.expiresAt > now
    ? { code: 'HOLD_RUNNING', params: { untilOn: dayOf(hold.expiresAt) } }
    : undefined;
}

function isParked(facts: UnitFacts, step: UnitStep): boolean {
  if (step.from === 'held') return facts.hold?.purpose === 'approval';
  return step.from === 'booked' && (facts.booking?.parked ?? false);
}

/** No approval or review is open over the unit. */
export function notParked(facts: UnitFacts, step: UnitStep): Refusal | undefined {
  return isParked(facts, step) ? takenAs('UNIT_PARKED', facts) : undefined;
}

/** What is parked waits for the approval of a hold, not for a deal, a booking or a room change: nobody holds a home over those. */
export function notUnderReview(facts: UnitFacts): Refusal | undefined {
  return facts.subscription === null && !facts.bookingAsked && !facts.moveAsked
    ? undefined
    : takenAs('UNIT_PARKED', facts);
}

/** An approval or review is open over the unit. */
export function parked(facts: UnitFacts, step: UnitStep): Refusal | undefined {
  return isParked(facts, step)
    ? undefined
    : { code: 'NOT_IN_THIS_STATE', params: { noun: 'unit', state: step.from, event: step.event } };
}

/** The term of the booking has run out and no review is open over it. */
export function bookingRanOut(facts: UnitFacts): Refusal | undefined {
  const { booking, now } = facts;
  return booking && booking.expiresAt > now
    ? { code: 'BOOKING_RUNNING', params: { untilOn: dayOf(booking.expiresAt) } }
    : undefined;
}

/** Somebody else has the unit; says who and since when, so that the two can talk to each other. */
export function taken({ takenBy, takenAt }: UnitFacts, state: UnitCommercialState): Refusal {
  const since = takenAt === null ? {} : { takenAt };
  return { code: 'UNIT_TAKEN', params: takenBy === null ? { state, ...since } : { state, by: takenBy, ...since } };
}

/** Why a unit cannot be claimed in a state in which it is not on sale, is sold, or is somebody else's. */
export function notToBeClaimed(facts: UnitFacts, state: UnitCommercialState): Refusal {
  if (state === 'unreleased') return { code: 'UNIT_NOT_RELEASED' };
  if (state === 'frozen') return { code: 'UNIT_FROZEN' };
  if (state === 'notForSale') return { code: 'UNIT_NOT_FOR_SALE' };
  if (state === 'signed' || state === 'paidUp') return { code: 'UNIT_SOLD' };
  return taken(facts, state);
}

/**
 * Whoever has the unit now is the one for whom it is wanted: the lock is the actor's, the hold or the booking the
 * customer's, and none has run out. A hold parked for an approval has a term of its own; a booking waits for it.
 */
export function claimIsOurs(facts: UnitFacts, step: UnitStep): Refusal | undefined {
  const { hold, booking, customerId, now } = facts;
  if (step.from === 'locked') return lockIsOurs(facts);
  if (step.from === 'held' && hold) {
    if (hold.customerId === null && hold.purpose !== 'approval') return takenAs('HOLD_OTHER_CUSTOMER', facts);
    if (hold.customerId !== null && customerId !== null && hold.customerId !== customerId)
      return takenAs('HOLD_OTHER_CUSTOMER', facts);
    return hold.expiresAt <= now ? { code: 'HOLD_EXPIRED', params: { expiredOn: dayOf(hold.expiresAt) } } : undefined;
  }
  if (step.from === 'booked' && booking) {
    if (customerId !== null && booking.customerId !== customerId) return takenAs('HOLD_OTHER_CUSTOMER', facts);
    return booking.expiresAt <= now && !booking.parked
      ? { code: 'BOOKING_EXPIRED', params: { expiredOn: dayOf(booking.expiresAt) } }
      : undefined;
  }
  return step.from === 'available' ? undefined : notToBeClaimed(facts, step.from);
}

/** The booking money is in. */
export function bookingPaid(facts: UnitFacts): Refusal | undefined {
  return facts.bookingMoneyReceived ? undefined : { code: 'BOOKING_MONEY_MISSING' };
}

/** The unit never had a deal, so it can go back as if it had not been released. */
export function neverDealt(facts: UnitFacts): Refusal | undefined {
  return facts.everHadDeal ? { code: 'UNIT_HAS_DEAL' } : undefined;
}

/** What the customer is owed has been paid back. */
export function moneyReturned(facts: UnitFacts): Refusal | undefined {
  return facts.toReturnFen > 0 ? { code: 'MONEY_NOT_RETURNED', params: { openFen: facts.toReturnFen } } : undefined;
}

/** The customer's receipts and book are back in the office. */
export function receiptsRecovered(facts: UnitFacts): Refusal | undefined {
  return facts.receiptsRecovered ? undefined : { code: 'RECEIPTS_NOT_RECOVERED' };
}

/** The bank has been repaid or its loan withdrawn. */
export function loanClosed(facts: UnitFacts): Refusal | undefined {
  return facts.loanOpen ? legalRefusal('LOAN_NOT_CLOSED', 'spcSale21') : undefined;
}

/** The registry shows neither a deposit nor a contract any more. */
export function registryClear(facts: UnitFacts): Refusal | undefined {
  return facts.legal === 'notCovered' || facts.legal === 'saleable' ? undefined : { code: 'FILING_NOT_CANCELLED' };
}

/** The registry shows no signed contract; the deposit may stay on record. */
export function netSigningWithdrawn(facts: UnitFacts): Refusal | undefined {
  return facts.legal === 'contractSigned' || facts.legal === 'registered'
    ? { code: 'FILING_NOT_CANCELLED' }
    : undefined;
}

/** What was done after the sale has been undone. */
export function saleUnwound(facts: UnitFacts): Refusal | undefined {
  return facts.postSale === 'none' ? undefined : { code: 'SALE_NOT_UNWOUND' };
}

/** The price of the contract is fully paid. */
export function balanceIsZero(facts: UnitFacts): Refusal | undefined {
  return facts.balanceFen > 0 ? { code: 'BALANCE_OPEN', params: { openFen: facts.balanceFen } } : undefined;
}

/** A part of the price is open again, such as after a receipt was voided. */
export function balanceIsOpen(facts: UnitFacts): Refusal | undefined {
  return facts.balanceFen > 0 ? undefined : { code: 'BALANCE_SETTLED' };
}
