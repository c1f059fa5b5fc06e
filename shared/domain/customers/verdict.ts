import type { Refusal } from '#shared/kernel/errors.ts';
import { addDays, dayOf, type LocalDate } from '#shared/kernel/local-date.ts';
import {
  type AgencyReport,
  agencyReportHolds,
  type IntroductionRules,
  type ReferralSlip,
  referralHolds,
} from './introductions.ts';

/** What the office knows of the household that a phone number belongs to; null where it is new. */
export type KnownHousehold = {
  readonly customerId: number;
  readonly ownerId: number | null;
  readonly protectedUntil: LocalDate | null;
  /** Who made the live subscription or contract, if there is one. */
  readonly dealOwnerId: number | null;
  readonly rulingOpen: boolean;
  /** The owner of a linked member of the family, and until when. */
  readonly family: { readonly ownerId: number; readonly protectedUntil: LocalDate } | null;
};

/** What an arrival brings with it, and when (UTC ms). */
export type Arrival = {
  readonly at: number;
  readonly known: KnownHousehold | null;
  readonly agencyReport: AgencyReport | null;
  readonly referral: ReferralSlip | null;
  /** A consultant who registered this guest as a friend before the arrival. */
  readonly friendOf: number | null;
  /** A consultant whom the guest names without any record. */
  readonly namedConsultant: number | null;
};

/** Answers of the ownership rule, by its number. */
export const verdictCodes = [
  'dealOwner',
  'pending',
  'owned',
  'ownedHousehold',
  'agency',
  'referral',
  'friend',
  'newWithClaim',
  'lapsed',
  'new',
] as const;
/** Answer of the ownership rule. */
export type VerdictCode = (typeof verdictCodes)[number];

/** Whose the customer is (客户归属), why, and who serves. */
export type Verdict = {
  readonly code: VerdictCode;
  /** Number of the rule that decided, for the decision slip. */
  readonly rule: number;
  readonly ownerId: number | null;
  readonly protectedUntil: LocalDate | null;
  /** `owner` serves without a turn, `rota` is the next in turn, `agencyRota` the list of agency guests, `supervisor` chooses. */
  readonly served: 'owner' | 'rota' | 'agencyRota' | 'supervisor';
  /** Until when a consultant named by the guest may claim him with a record of his own. */
  readonly claimUntil: LocalDate | null;
};

/** Settings of the rule: `claimDays`, `referralDays`, `agencyReport`; whether agency guests have a list of their own. */
export type VerdictRules = IntroductionRules & { readonly claimDays: number; readonly agencyList: boolean };

/**
 * Whose customer an arrival is (management 1.6): the first rule that fits decides. Deals come first, then open rulings,
 * then protected registrations of the person and of the family; an agency's report counts only for somebody whom the
 * office did not have, and whoever has no valid owner goes to the next in turn.
 */
export function verdict(arrival: Arrival, rules: VerdictRules): Verdict {
  const { known } = arrival;
  const day = dayOf(arrival.at);
  if (known && known.dealOwnerId !== null) return answer('dealOwner', { ownerId: known.dealOwnerId, served: 'owner' });
  if (known?.rulingOpen) return answer('pending', { served: 'supervisor' });
  if (known && known.ownerId !== null && isProtected(known.protectedUntil, day))
    return answer('owned', { ownerId: known.ownerId, protectedUntil: known.protectedUntil, served: 'owner' });
  if (known?.family && isProtected(known.family.protectedUntil, day))
    return answer('ownedHousehold', { ...known.family, served: 'owner' });
  if (arrival.agencyReport && agencyReportHolds(arrival.agencyReport, arrival.at, rules))
    return answer('agency', { served: rules.agencyList ? 'agencyRota' : 'rota' });
  if (arrival.referral && !known && referralHolds(arrival.referral, day, rules)) {
    const { consultantId } = arrival.referral;
    return answer('referral', { ownerId: consultantId, served: consultantId === null ? 'rota' : 'owner' });
  }
  if (arrival.friendOf !== null) return answer('friend', { ownerId: arrival.friendOf, served: 'owner' });
  if (arrival.namedConsultant !== null && !known)
    return answer('newWithClaim', { claimUntil: addDays(day, rules.claimDays) });
  if (known) return answer('lapsed', { ownerId: known.ownerId });
  return answer('new', {});
}

/** True through the last day of a protection. */
export function isProtected(until: LocalDate | null, day: LocalDate): boolean {
  return until !== null && day <= until;
}

/** Refuses work on a customer whom somebody else owns and who is still protected; a lapsed owner stands in nobody's way. */
export function ownershipRefusal(
  owned: Pick<KnownHousehold, 'ownerId' | 'protectedUntil'>,
  accountId: number,
  day: LocalDate,
): Refusal | undefined {
  const { ownerId, protectedUntil } = owned;
  if (ownerId === null || ownerId === accountId || protectedUntil === null || day > protectedUntil) return undefined;
  return { code: 'CUSTOMER_OWNED_BY_OTHER', params: { protectedOn: protectedUntil } };
}

/** What reception may be told (management 1.11): no more than who serves. */
export const receptionAnswers = ['new', 'ours', 'agency', 'askSupervisor'] as const;
/** What reception may be told. */
export type ReceptionAnswer = (typeof receptionAnswers)[number];

/** The answer for the reception screen; a lapsed owner's name is for the supervisor only. */
export function receptionAnswer(code: VerdictCode): ReceptionAnswer {
  if (code === 'pending' || code === 'lapsed') return 'askSupervisor';
  if (code === 'agency') return 'agency';
  return code === 'new' || code === 'newWithClaim' || code === 'referral' ? 'new' : 'ours';
}

function answer(code: VerdictCode, found: Partial<Omit<Verdict, 'code' | 'rule'>>): Verdict {
  const rule = verdictCodes.indexOf(code) + 1;
  return { code, rule, ownerId: null, protectedUntil: null, served: 'rota', claimUntil: null, ...found };
}
