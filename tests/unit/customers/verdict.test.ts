import { describe, expect, it } from 'vitest';
import { agencyEarnsFee, firstReport } from '#shared/domain/customers/introductions.ts';
import { protectionOf } from '#shared/domain/customers/protection.ts';
import {
  type Arrival,
  type KnownHousehold,
  ownershipRefusal,
  receptionAnswer,
  verdict,
} from '#shared/domain/customers/verdict.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';

const rules = {
  protectionDays: { call: 7, visit: 15 },
  firstFollowDays: 7,
  claimDays: 2,
  referralDays: 7,
  agencyReport: { leadMinutes: 30, visitDays: 7, dealDays: 30 },
  agencyList: false,
};
const L = 1;
const M = 2;
const march = (date: number) => localDate(`2026-03-${String(date).padStart(2, '0')}`);
const by = (kind: 'call' | 'visit', date: number) => ({ by: kind, on: march(date) });

function known(
  ownerId: number | null,
  contacts: ReturnType<typeof by>[],
  change: Partial<KnownHousehold> = {},
): KnownHousehold {
  const protectedUntil = protectionOf(contacts, rules)?.until ?? null;
  return { customerId: 9, ownerId, protectedUntil, dealOwnerId: null, rulingOpen: false, family: null, ...change };
}

function arrives(date: number, change: Partial<Arrival> = {}, minutes = 600) {
  const arrival = {
    at: instantOf(march(date), minutes),
    known: null,
    agencyReport: null,
    referral: null,
    friendOf: null,
    namedConsultant: null,
  };
  return verdict({ ...arrival, ...change }, rules);
}

const visitedByL = [by('visit', 1), by('call', 6), by('call', 10)];
const report = (date: number, minutes: number, wasOurs = false) => ({
  agencyId: 5,
  acceptedAt: instantOf(march(date), minutes),
  wasOurs,
});

describe('whose customer an arrival is', () => {
  it.each([
    ['O1 the last protected day', 25, visitedByL, 'owned'],
    ['O2 a day later', 26, visitedByL, 'lapsed'],
    ['O4 a caller who visits on the last day', 8, [by('call', 1)], 'owned'],
    ['O5 nothing after the first visit, day 7', 8, [by('visit', 1)], 'owned'],
    ['O5 nothing after the first visit, day 8', 9, [by('visit', 1)], 'lapsed'],
  ] as const)('%s', (_, date, contacts, code) => {
    expect(arrives(date, { known: known(L, [...contacts]) })).toMatchObject({ code, ownerId: L });
  });

  it('O4 gives the protection of a visit from then on', () => {
    expect(protectionOf([by('call', 1), by('visit', 8)], rules)?.until).toBe('2026-03-23');
  });

  it.each([
    ['O6 reported 20 minutes before', 860, 'new'],
    ['O6 reported 40 minutes before', 880, 'agency'],
  ])('%s', (_, arrivedAt, code) => {
    expect(arrives(2, { agencyReport: report(2, 840) }, arrivedAt).code).toBe(code);
  });

  it('O7 keeps a customer whom an agency reports while protected', () => {
    expect(arrives(3, { known: known(L, visitedByL), agencyReport: report(2, 600, true) })).toMatchObject({
      code: 'owned',
      ownerId: L,
    });
  });

  it('O8 pays the agency for a deal within 30 days of the visit', () => {
    expect(agencyEarnsFee(march(2), localDate('2026-04-01'), rules)).toBe(true);
    expect(agencyEarnsFee(march(2), localDate('2026-04-02'), rules)).toBe(false);
  });

  it.each([
    [8, 'referral'],
    [9, 'new'],
  ])('O9 honours a referral slip of the 1st on the %ith: %s', (date, code) => {
    expect(arrives(date, { referral: { signedOn: march(1), consultantId: null } }).code).toBe(code);
  });

  it('O10 gives a wife to the consultant of her husband', () => {
    const family = { ownerId: L, protectedUntil: march(25) };
    expect(arrives(15, { known: known(null, [], { family }) })).toMatchObject({
      code: 'ownedHousehold',
      ownerId: L,
      rule: 4,
    });
  });

  it('O11 lets a named consultant claim for two days', () => {
    expect(arrives(5, { namedConsultant: L })).toMatchObject({
      code: 'newWithClaim',
      served: 'rota',
      claimUntil: '2026-03-07',
    });
  });

  it('puts deals and open rulings before everything else', () => {
    const dead = known(L, [by('visit', 1)], { dealOwnerId: M });
    expect(arrives(28, { known: dead })).toMatchObject({ code: 'dealOwner', ownerId: M });
    expect(arrives(3, { known: known(L, visitedByL, { rulingOpen: true }) })).toMatchObject({
      code: 'pending',
      served: 'supervisor',
      ownerId: null,
    });
  });

  it('lets the first accepted of two agencies have it', () => {
    const first = report(2, 500);
    expect(firstReport([report(2, 520), first], instantOf(march(2), 600), rules)).toBe(first);
  });

  it.each([
    ['owned', 'ours'],
    ['lapsed', 'askSupervisor'],
    ['pending', 'askSupervisor'],
    ['agency', 'agency'],
    ['new', 'new'],
  ] as const)('tells reception about %s only: %s', (code, answer) => {
    expect(receptionAnswer(code)).toBe(answer);
  });

  it('keeps others from a protected customer, and nobody from a lapsed one', () => {
    const owned = { ownerId: L, protectedUntil: march(25) };
    expect(ownershipRefusal(owned, M, march(25))).toEqual({
      code: 'CUSTOMER_OWNED_BY_OTHER',
      params: { protectedOn: '2026-03-25' },
    });
    expect(ownershipRefusal(owned, L, march(25))).toBeUndefined();
    expect(ownershipRefusal(owned, M, march(26))).toBeUndefined();
  });
});
