import { describe, expect, it } from 'vitest';
import { isDue, keptByLawUntil, type RetentionFacts, retentionOf } from '#shared/domain/privacy/retention.ts';
import { settingAsOf } from '#shared/domain/settings/registry.ts';
import { localDate } from '#shared/kernel/local-date.ts';

const day = localDate;
const terms = settingAsOf([], 'retentionTerms', day('2026-11-23'));
const visitor: RetentionFacts = { lastContactOn: day('2026-01-31'), followedUp: false, deals: [], lastMoneyOn: null };

describe('How long a person’s data are kept', () => {
  it.each([
    ['visitors 12 months', visitor, 'visitor', '2027-01-31', null],
    ['prospects 24 months', { ...visitor, followedUp: true }, 'lead', '2028-01-31', null],
    [
      'cancelled subscriptions 3 years, their receipts 30',
      { ...visitor, deals: [{ signed: false, endedOn: day('2026-03-01') }], lastMoneyOn: day('2026-02-10') },
      'cancelled',
      '2029-03-01',
      '2056-02-10',
    ],
    [
      'contracts 10 years after their end',
      { ...visitor, deals: [{ signed: true, endedOn: day('2026-03-01') }] },
      'contract',
      '2036-03-01',
      null,
    ],
    [
      'the longest of several deals',
      {
        ...visitor,
        deals: [
          { signed: true, endedOn: day('2020-05-05') },
          { signed: false, endedOn: day('2026-10-10') },
        ],
      },
      'contract',
      '2030-05-05',
      null,
    ],
    ['a live deal without end', { ...visitor, deals: [{ signed: true, endedOn: null }] }, 'live', null, null],
    [
      'a contact after the deal that would outlast its term',
      {
        ...visitor,
        followedUp: true,
        lastContactOn: day('2029-02-01'),
        deals: [{ signed: false, endedOn: day('2026-03-01') }],
      },
      'cancelled',
      '2031-02-01',
      null,
    ],
  ] as const)('is: %s', (_what, facts, kind, dueOn, papersUntil) => {
    expect(retentionOf(facts, terms)).toEqual({ class: kind, dueOn, papersUntil });
  });

  it('ends on its day', () => {
    const retention = retentionOf(visitor, terms);
    expect(isDue(retention, day('2027-01-30'))).toBe(false);
    expect(isDue(retention, day('2027-01-31'))).toBe(true);
  });

  it('binds the office only where there was a deal', () => {
    const today = day('2026-11-23');
    expect(keptByLawUntil(retentionOf(visitor, terms), today)).toBeNull();
    expect(keptByLawUntil({ class: 'live', dueOn: null, papersUntil: null }, today)).toBe('live');
    const deal = { ...visitor, deals: [{ signed: true, endedOn: day('2026-03-01') }] };
    expect(keptByLawUntil(retentionOf(deal, terms), today)).toBe('2036-03-01');
    expect(keptByLawUntil(retentionOf(deal, terms), day('2036-03-01'))).toBeNull();
  });

  it('is never set shorter than the law lets it be', () => {
    expect(() =>
      settingAsOf(
        [{ key: 'retentionTerms', value: { ...terms, contractYears: 9 }, effectiveFrom: day('2026-01-01') }],
        'retentionTerms',
        day('2026-11-23'),
      ),
    ).toThrow();
  });
});
