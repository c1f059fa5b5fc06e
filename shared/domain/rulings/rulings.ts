import type { Refusal } from '#shared/kernel/errors.ts';
import { dayOf, type LocalDate } from '#shared/kernel/local-date.ts';
import { type EffectiveContact, isEffective, type ProtectionRules, protectionOf } from '../customers/protection.ts';
import { type Claim, type Ruling, rulingRefusal } from '../customers/ruling.ts';
import type { FollowUpMethod } from '../visits/states.ts';

/** Why two or more claim one customer (撞单原因; management 1.7). */
export const rulingReasons = [
  'samePhone',
  'sameHousehold',
  'changedNumber',
  'forgottenSeller',
  'agencyOrOwn',
  'twoAgencies',
  'hiddenArrival',
  'leaver',
] as const;
/** Why two or more claim one customer. */
export type RulingReason = (typeof rulingReasons)[number];

/**
 * States of a conflict about a customer (撞单): it waits for its ruling, has one, or was taken back; a ruling that a party
 * appealed against waits for the manager, whose word is final (management 1.7).
 */
export const rulingStates = ['open', 'decided', 'appealed', 'final', 'withdrawn'] as const;
/** State of a conflict. */
export type RulingState = (typeof rulingStates)[number];

/** Views of the register of rulings (判客台账). */
export const rulingViews = ['all', 'open', 'late', 'departed', 'appealed'] as const;
/** A view of the register. */
export type RulingView = (typeof rulingViews)[number];

/** Hours within which the parties are heard and the supervisor decides (management 1.7). */
export const HOURS_TO_DECIDE = 24;

/** When a conflict is to be decided. In UTC ms. */
export function decideBy(openedAt: number): number {
  return openedAt + HOURS_TO_DECIDE * 3_600_000;
}

/** Hours after a ruling within which a party may appeal to the manager (management 1.7). */
export const HOURS_TO_APPEAL = 48;

/** Until when a party may appeal against a ruling. In UTC ms. */
export function appealUntil(decidedAt: number): number {
  return decidedAt + HOURS_TO_APPEAL * 3_600_000;
}

/** True for a conflict that a view shows. */
export function inRulingView(
  view: RulingView,
  row: { readonly state: RulingState; readonly openedAt: number; readonly departed: boolean },
  now: number,
): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'open':
      return row.state === 'open' || row.state === 'appealed';
    case 'late':
      return row.state === 'open' && decideBy(row.openedAt) < now;
    case 'departed':
      return row.departed;
    case 'appealed':
      return row.state === 'appealed' || row.state === 'final';
  }
}

/** What the office has of a household, as the timeline of a conflict shows it. Instants in UTC ms. */
export type TimelineEntry = {
  readonly at: number;
  readonly kind: 'call' | 'visit' | 'followUp';
  readonly accountId: number;
  readonly by: string;
  /** It extends a protection; an entry that says too little or names no next day does not. */
  readonly counted: boolean;
};

/** True where a follow-up counts as a contact, by the rule that extends protections; it is written down when it is made. */
export function followUpCounts(followUp: {
  readonly method: FollowUpMethod;
  readonly content: string;
  readonly nextOn: LocalDate | null;
  readonly at: number;
}): boolean {
  const { method, content, nextOn, at } = followUp;
  const closingReason = nextOn === null ? content : '';
  return isEffective({ method, content, nextOn, reached: true, closingReason, happenedAt: at, recordedAt: at });
}

/** What one party brings forward by the timeline up to an instant: since when, and until which day it is protected. */
export function claimOf(
  accountId: number,
  timeline: readonly TimelineEntry[],
  { until, rules }: { readonly until: number; readonly rules: ProtectionRules },
): Claim {
  const own = timeline.filter((entry) => entry.accountId === accountId && entry.at <= until && entry.counted);
  const contacts = own.map(
    ({ at, kind }): EffectiveContact => ({ on: dayOf(at), by: kind === 'visit' ? 'visit' : 'call' }),
  );
  const protection = protectionOf(contacts, rules);
  return { accountId, registeredOn: protection?.since ?? null, protectedUntil: protection?.until ?? null };
}

/** Who decides or takes part in a conflict. */
type Parties = readonly { readonly accountId: number }[];

/** Why a conflict cannot be opened: the customer has one already, or there are not two different people in it. */
export function openingRefusal(parties: Parties, open: { readonly number: string } | undefined): Refusal | undefined {
  if (open !== undefined) return { code: 'RULING_OPEN_ALREADY', params: { number: open.number } };
  const different = new Set(parties.map(({ accountId }) => accountId)).size;
  return different < 2 || different < parties.length ? { code: 'RULING_PARTIES_FEW' } : undefined;
}

/** Whom a ruling gives something to. */
function namedIn(ruling: Ruling): number[] {
  if (ruling.outcome === 'owner') return [ruling.ownerId];
  return ruling.outcome === 'split' ? ruling.shares.map(({ accountId }) => accountId) : [];
}

/** True for rulings that come to the same. */
export function sameRuling(one: Ruling, other: Ruling): boolean {
  if (one.outcome !== other.outcome) return false;
  if (one.outcome === 'company' || other.outcome === 'company') return true;
  if (one.outcome === 'owner' || other.outcome === 'owner')
    return one.outcome === 'owner' && other.outcome === 'owner' && one.ownerId === other.ownerId;
  const shareOf = (ruling: typeof one, id: number) => ruling.shares.find(({ accountId }) => accountId === id)?.sharePpm;
  return (
    one.shares.length === other.shares.length &&
    one.shares.every(({ accountId, sharePpm }) => shareOf(other, accountId) === sharePpm)
  );
}

/**
 * Why a conflict cannot be decided so: it is closed, whoever decides is a party, somebody gets a share who is none, the
 * shares are not the whole, or it departs from what the rules propose without saying why.
 */
export function decisionRefusal(
  conflict: {
    readonly state: RulingState;
    readonly number: string;
    readonly parties: Parties;
    readonly proposal: Ruling;
  },
  decision: { readonly ruling: Ruling; readonly grounds: string; readonly deciders: readonly number[] },
): Refusal | undefined {
  const { state, number, parties, proposal } = conflict;
  const { ruling, grounds, deciders } = decision;
  if (state !== 'open') return { code: 'RULING_CLOSED', params: { number } };
  const unsound = soundRefusal(parties, ruling, deciders);
  if (unsound !== undefined) return unsound;
  return !sameRuling(ruling, proposal) && grounds.trim().length < 2 ? { code: 'RULING_GROUNDS_MISSING' } : undefined;
}

/** Why nobody rules so: whoever decides is a party, somebody gets a share who is none, or the shares are not the whole. */
function soundRefusal(parties: Parties, ruling: Ruling, deciders: readonly number[]): Refusal | undefined {
  const isParty = (id: number) => parties.some(({ accountId }) => accountId === id);
  if (deciders.some(isParty)) return { code: 'OWN_WORK' };
  if (!namedIn(ruling).every(isParty)) return { code: 'RULING_NOT_A_PARTY' };
  return rulingRefusal(ruling);
}

/** A ruling that somebody appeals against or has appealed against. Instants in UTC ms. */
type Ruled = {
  readonly state: RulingState;
  readonly number: string;
  readonly parties: Parties;
  readonly decidedBy: number | null;
  readonly decidedAt: number | null;
};

/** Why nobody appeals against a ruling now: there is none, it was appealed against, one is no party, or it is too late. */
export function appealRefusal(
  { state, number, parties, decidedAt }: Ruled,
  accountId: number,
  now: number,
): Refusal | undefined {
  if (state === 'appealed' || state === 'final') return { code: 'RULING_APPEALED', params: { number } };
  if (state !== 'decided' || decidedAt === null) return { code: 'RULING_CLOSED', params: { number } };
  if (!parties.some((party) => party.accountId === accountId)) return { code: 'RULING_APPEAL_NOT_PARTY' };
  const untilAt = appealUntil(decidedAt);
  return now > untilAt ? { code: 'RULING_APPEAL_LATE', params: { untilAt } } : undefined;
}

/**
 * Why an appeal cannot be decided so: there is none, whoever decides is a party or ruled the first time, the ruling is not
 * sound, or nobody says why it is upheld or changed.
 */
export function finalRefusal(
  { state, parties, decidedBy }: Ruled,
  {
    ruling,
    grounds,
    deciders,
  }: { readonly ruling: Ruling; readonly grounds: string; readonly deciders: readonly number[] },
): Refusal | undefined {
  if (state !== 'appealed') return { code: 'RULING_NOT_APPEALED' };
  if (decidedBy !== null && deciders.includes(decidedBy)) return { code: 'OWN_WORK' };
  const unsound = soundRefusal(parties, ruling, deciders);
  if (unsound !== undefined) return unsound;
  return grounds.trim().length < 2 ? { code: 'RULING_FINAL_GROUNDS' } : undefined;
}

/** Whose the customer is by a ruling: the owner, whoever has the greatest share, or nobody. */
export function ownerBy(ruling: Ruling): number | null {
  if (ruling.outcome === 'owner') return ruling.ownerId;
  if (ruling.outcome === 'company') return null;
  return ruling.shares.toSorted((a, b) => b.sharePpm - a.sharePpm)[0]?.accountId ?? null;
}

/** Which rule of the office's proposal speaks (management 1.6, 1.7), by its word in `rulings.rules`. */
export type ProposalRule = 'firstProtected' | 'foundAfterDeal' | 'nobodyProtected';

/** The rule that a proposal follows from. */
export function ruleOf(proposal: Ruling): ProposalRule {
  if (proposal.outcome === 'company') return 'nobodyProtected';
  return proposal.outcome === 'split' ? 'foundAfterDeal' : 'firstProtected';
}

/** Days from the opening of a conflict to its ruling; 0 on the same day. */
export function daysToDecide(openedAt: number, decidedAt: number): number {
  return Math.max(0, Math.floor((decidedAt - openedAt) / 86_400_000));
}
