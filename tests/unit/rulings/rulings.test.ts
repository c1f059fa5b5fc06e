import { describe, expect, it } from 'vitest';
import type { Ruling } from '#shared/domain/customers/ruling.ts';
import {
  appealRefusal,
  appealUntil,
  claimOf,
  decideBy,
  decisionRefusal,
  finalRefusal,
  followUpCounts,
  inRulingView,
  openingRefusal,
  ownerBy,
  ruleOf,
  sameRuling,
  type TimelineEntry,
} from '#shared/domain/rulings/rulings.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';

const at = (day: string, minutes = 600): number => instantOf(localDate(day), minutes);
const entry = (day: string, accountId: number, change: Partial<TimelineEntry> = {}): TimelineEntry => ({
  ...{ at: at(day), kind: 'visit', accountId, by: '甲', counted: true, ...change },
});
const rules = { protectionDays: { call: 7, visit: 15 }, firstFollowDays: 7 };

describe('A conflict about a customer', () => {
  it('goes by what each party wrote down before it was opened: first contact, and protection to the day', () => {
    const timeline = [
      entry('2026-03-01', 1),
      entry('2026-03-06', 1, { kind: 'followUp' }),
      entry('2026-03-07', 1, { kind: 'followUp', counted: false }),
      entry('2026-03-09', 2),
    ];
    const asked = { until: at('2026-03-10'), rules };
    expect(claimOf(1, timeline, asked)).toMatchObject({ registeredOn: '2026-03-01', protectedUntil: '2026-03-21' });
    expect(claimOf(2, timeline, asked)).toMatchObject({ registeredOn: '2026-03-09', protectedUntil: '2026-03-16' });
    expect(claimOf(2, timeline, { ...asked, until: at('2026-03-08') }).registeredOn).toBeNull();
    expect(claimOf(3, timeline, asked).protectedUntil).toBeNull();
  });

  it('counts follow-ups by the rule that extends protections', () => {
    const followUp = { method: 'phone', content: '约好周六带家人来看样板房', nextOn: null, at: 0 } as const;
    expect(followUpCounts(followUp)).toBe(true);
    expect(followUpCounts({ ...followUp, content: '没接' })).toBe(false);
  });

  it('has two different parties, and a customer is in one at a time', () => {
    const [one, other] = [{ accountId: 1 }, { accountId: 2 }];
    expect(openingRefusal([one, other], undefined)).toBeUndefined();
    expect(openingRefusal([one], undefined)?.code).toBe('RULING_PARTIES_FEW');
    expect(openingRefusal([one, other, one], undefined)?.code).toBe('RULING_PARTIES_FEW');
    expect(openingRefusal([one, other], { number: 'PK-1' })?.code).toBe('RULING_OPEN_ALREADY');
  });

  it('is appealed against once, by a party, within two days of its ruling', () => {
    const decidedAt = at('2026-03-10');
    const ruled = { state: 'decided', number: 'PK-1', parties: [{ accountId: 1 }, { accountId: 2 }] } as const;
    const code = (accountId: number, now: number, change = {}) =>
      appealRefusal({ ...ruled, decidedBy: 9, decidedAt, ...change }, accountId, now)?.code;
    expect(code(1, decidedAt)).toBeUndefined();
    expect(code(2, appealUntil(decidedAt))).toBeUndefined();
    expect(code(2, appealUntil(decidedAt) + 1)).toBe('RULING_APPEAL_LATE');
    expect(code(9, decidedAt)).toBe('RULING_APPEAL_NOT_PARTY');
    expect(code(1, decidedAt, { state: 'appealed' })).toBe('RULING_APPEALED');
    expect(code(1, decidedAt, { state: 'final' })).toBe('RULING_APPEALED');
    expect(code(1, decidedAt, { state: 'open', decidedAt: null })).toBe('RULING_CLOSED');
  });

  it('is ruled on for good by somebody else than the first time, for parties only, and always with a reason', () => {
    const parties = [{ accountId: 1 }, { accountId: 2 }];
    const ruling: Ruling = { outcome: 'owner', ownerId: 1 };
    const appealed = { state: 'appealed', number: 'PK-1', parties, decidedBy: 9, decidedAt: 0 } as const;
    const code = (change: { ruling?: Ruling; grounds?: string; deciders?: number[] } = {}) =>
      finalRefusal(appealed, { ruling, grounds: '维持原判', deciders: [8], ...change })?.code;
    expect(code()).toBeUndefined();
    expect(code({ grounds: ' ' })).toBe('RULING_FINAL_GROUNDS');
    expect(code({ deciders: [8, 9] })).toBe('OWN_WORK');
    expect(code({ deciders: [2] })).toBe('OWN_WORK');
    expect(code({ ruling: { outcome: 'owner', ownerId: 3 } })).toBe('RULING_NOT_A_PARTY');
    expect(finalRefusal({ ...appealed, state: 'decided' }, { ruling, grounds: '维持', deciders: [8] })?.code).toBe(
      'RULING_NOT_APPEALED',
    );
  });

  it('is decided by nobody who takes part, for parties only, and with a reason where it departs from the rules', () => {
    const parties = [{ accountId: 1 }, { accountId: 2 }];
    const proposal: Ruling = { outcome: 'owner', ownerId: 1 };
    const conflict = { state: 'open', number: 'PK-1', parties, proposal } as const;
    const code = (ruling: Ruling, grounds = '', deciders = [9]) =>
      decisionRefusal(conflict, { ruling, grounds, deciders })?.code;
    expect(code(proposal)).toBeUndefined();
    expect(code(proposal, '', [9, 2])).toBe('OWN_WORK');
    expect(code({ outcome: 'owner', ownerId: 3 }, '另有其人')).toBe('RULING_NOT_A_PARTY');
    expect(code({ outcome: 'company' })).toBe('RULING_GROUNDS_MISSING');
    expect(code({ outcome: 'company' }, '双方都没有登记')).toBeUndefined();
    const shares = [
      { accountId: 1, sharePpm: 600_000 },
      { accountId: 2, sharePpm: 300_000 },
    ];
    expect(code({ outcome: 'split', shares }, '各有功劳')).toBe('RULING_SHARES_DIFFER');
    const closed = { ...conflict, state: 'decided' } as const;
    expect(decisionRefusal(closed, { ruling: proposal, grounds: '', deciders: [9] })?.code).toBe('RULING_CLOSED');
  });

  it('gives the customer to the owner or the greatest share, and names the rule of its proposal', () => {
    const shares = [
      { accountId: 1, sharePpm: 400_000 },
      { accountId: 2, sharePpm: 600_000 },
    ];
    const split: Ruling = { outcome: 'split', shares };
    expect([ownerBy({ outcome: 'owner', ownerId: 7 }), ownerBy(split), ownerBy({ outcome: 'company' })]).toEqual([
      ...[7, 2, null],
    ]);
    expect([ruleOf({ outcome: 'owner', ownerId: 7 }), ruleOf(split), ruleOf({ outcome: 'company' })]).toEqual([
      ...['firstProtected', 'foundAfterDeal', 'nobodyProtected'],
    ]);
    expect(sameRuling(split, { outcome: 'split', shares: shares.toReversed() })).toBe(true);
    expect(sameRuling(split, { outcome: 'owner', ownerId: 2 })).toBe(false);
    expect(sameRuling({ outcome: 'owner', ownerId: 1 }, { outcome: 'owner', ownerId: 2 })).toBe(false);
  });

  it('is late a day after it was opened', () => {
    const row = { state: 'open', openedAt: 0, departed: false } as const;
    expect(inRulingView('late', row, decideBy(0))).toBe(false);
    expect(inRulingView('late', row, decideBy(0) + 1)).toBe(true);
    expect(inRulingView('late', { ...row, state: 'decided' }, decideBy(0) + 1)).toBe(false);
    expect(inRulingView('departed', row, 0)).toBe(false);
  });
});
