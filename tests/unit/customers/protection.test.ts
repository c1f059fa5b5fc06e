import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendProtection, isEffective, protectionOf, startProtection } from '#shared/domain/customers/protection.ts';
import { proposeRuling, rulingRefusal } from '#shared/domain/customers/ruling.ts';
import { addDays, localDate } from '#shared/kernel/local-date.ts';

const rules = { protectionDays: { call: 7, visit: 15 }, firstFollowDays: 7 };
const start = localDate('2026-03-01');
const HOUR = 3_600_000;

describe('the protection of an owner', () => {
  it('extends nothing once it is over', () => {
    const protection = startProtection({ on: start, by: 'visit' }, rules);
    expect(extendProtection(protection, { on: localDate('2026-03-09'), by: 'visit' }, rules)).toBe(protection);
  });

  it('never becomes shorter, whatever is written down, in whatever order', () => {
    const contacts = fc.array(
      fc.record({ by: fc.constantFrom('call' as const, 'visit' as const), after: fc.integer({ min: 0, max: 40 }) }),
      { minLength: 1, maxLength: 15 },
    );
    fc.assert(
      fc.property(contacts, (drawn) => {
        const all = drawn
          .map((one) => ({ by: one.by, on: addDays(start, one.after) }))
          .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
        let until = '';
        for (let count = 1; count <= all.length; count += 1) {
          const now = protectionOf(all.slice(0, count), rules)?.until ?? '';
          expect(now >= until).toBe(true);
          until = now;
        }
      }),
    );
  });

  const record = {
    method: 'phone',
    reached: true,
    content: '约周末带太太来看三房样板间',
    nextOn: start,
    closingReason: '',
    happenedAt: 0,
    recordedAt: 24 * HOUR,
  } as const;
  it.each([
    ['a call with a note and a next day', {}, true],
    ['nobody answered', { reached: false }, false],
    ['a note that says nothing', { content: '已联系' }, false],
    ['no next day and no reason', { nextOn: null }, false],
    ['a closing reason instead of a next day', { nextOn: null, closingReason: '已在别处购房' }, true],
    ['written down after 25 hours', { recordedAt: 25 * HOUR }, false],
  ])('counts a follow-up only when it is one: %s', (_, change, counts) => {
    expect(isEffective({ ...record, ...change })).toBe(counts);
  });
});

describe('a ruling between two consultants', () => {
  const on = localDate('2026-03-15');
  const claim = (accountId: number, registered: string | null, until: string | null) => ({
    accountId,
    registeredOn: registered === null ? null : localDate(registered),
    protectedUntil: until === null ? null : localDate(until),
  });
  const first = claim(2, '2026-03-01', '2026-03-25');
  const second = claim(1, '2026-03-12', '2026-03-27');

  it('goes to the first registered who is still protected', () => {
    expect(proposeRuling([second, first], { on, rule: 'first', afterDeal: false })).toEqual({
      outcome: 'owner',
      ownerId: 2,
    });
    const lapsed = claim(2, '2026-03-01', '2026-03-14');
    expect(proposeRuling([second, lapsed], { on, rule: 'first', afterDeal: false })).toEqual({
      outcome: 'owner',
      ownerId: 1,
    });
  });

  it('splits alike after the deal, and the shares are the whole', () => {
    const ruling = proposeRuling([second, first, claim(3, '2026-03-13', '2026-03-28')], {
      on,
      rule: 'first',
      afterDeal: true,
    });
    expect(ruling).toMatchObject({
      outcome: 'split',
      shares: [{ sharePpm: 333_334 }, { sharePpm: 333_333 }, { sharePpm: 333_333 }],
    });
    expect(rulingRefusal(ruling)).toBeUndefined();
  });

  it('gives the company what nobody registered', () => {
    expect(proposeRuling([claim(1, null, null)], { on, rule: 'first', afterDeal: false })).toEqual({
      outcome: 'company',
    });
  });

  it('refuses shares that are not the whole', () => {
    const shares = [
      { accountId: 1, sharePpm: 600_000 },
      { accountId: 2, sharePpm: 300_000 },
    ];
    expect(rulingRefusal({ outcome: 'split', shares })?.code).toBe('RULING_SHARES_DIFFER');
  });
});
