import { describe, expect, it } from 'vitest';
import { compareUnit, SWEEP_GRACE_MS, statesByRecords, type UnitRecords } from '#shared/domain/control/compare.ts';
import { signedAs } from '#shared/domain/control/signing.ts';

const NOW = 10_000_000;
const none: UnitRecords = { locks: [], holds: [], parked: [], bookings: [], subscriptions: [], contracts: [] };
const claim = { expiresAt: NOW + 1 };
const free = { commercial: 'available', legal: 'saleable', encumbrance: 'none', postSale: 'none' } as const;

describe('The state of a home by its records', () => {
  it('is what the furthest of its records says', () => {
    const subscribed = { number: 'RG-1', state: 'approved' } as const;
    expect(statesByRecords({ ...none, contracts: [{ number: 'HT-1', state: 'filed' }] })).toEqual(['signed', 'paidUp']);
    expect(statesByRecords({ ...none, contracts: [{ number: 'HT-1', state: 'printed' }] })).toEqual(['drafting']);
    expect(statesByRecords({ ...none, subscriptions: [subscribed] })).toEqual(['subscribed']);
    expect(statesByRecords({ ...none, subscriptions: [{ ...subscribed, state: 'inReview' }] })).toEqual([
      'held',
      'booked',
    ]);
    expect(statesByRecords({ ...none, bookings: [claim] })).toEqual(['booked', 'frozen']);
    expect(statesByRecords({ ...none, holds: [claim] })).toEqual(['held', 'frozen']);
    expect(statesByRecords({ ...none, locks: [claim] })).toEqual(['locked']);
    expect(statesByRecords(none)).toEqual(['unreleased', 'available', 'frozen', 'notForSale']);
  });
});

describe('Board and records of a home', () => {
  it('differ where the board calls free what somebody has, and the other way round', () => {
    expect(compareUnit(free, { ...none, locks: [claim] }, NOW)).toMatchObject([{ kind: 'board', expected: 'locked' }]);
    expect(compareUnit({ ...free, commercial: 'signed' }, none, NOW)).toMatchObject([
      { kind: 'board', found: 'signed' },
    ]);
    expect(compareUnit(free, none, NOW)).toEqual([]);
  });

  it('differ where two deals have it', () => {
    const deals = ['RG-1', 'RG-2'].map((number) => ({ number, state: 'approved' as const }));
    expect(compareUnit({ ...free, commercial: 'subscribed' }, { ...none, subscriptions: deals }, NOW)).toEqual([
      { kind: 'twoDeals', expected: '1', found: 'RG-1,RG-2', field: '' },
    ]);
  });

  it('differ where a claim stands beyond its time, once the sweep had time to end it', () => {
    const locked = { ...free, commercial: 'locked' } as const;
    const over = { ...none, locks: [{ expiresAt: NOW }] };
    expect(compareUnit(locked, over, NOW + SWEEP_GRACE_MS)).toEqual([]);
    expect(compareUnit(locked, over, NOW + SWEEP_GRACE_MS + 1)).toMatchObject([{ kind: 'lapsed' }]);
    const frozen = { ...free, commercial: 'frozen' } as const;
    expect(compareUnit(frozen, { ...none, holds: [{ expiresAt: NOW }] }, NOW * 2)).toEqual([]);
  });
});

describe('A signature under a check', () => {
  const check = { state: 'open', open: 0, supervisorId: null, managerId: null } as const;

  it('is the manager’s or the supervisor’s, by whoever has that post', () => {
    expect(signedAs(check, { id: 1, posts: ['manager'] })).toBe('manager');
    expect(signedAs(check, { id: 1, posts: ['supervisor'] })).toBe('supervisor');
    // Who acts for the manager signs as manager first.
    expect(signedAs(check, { id: 1, posts: ['supervisor', 'manager'] })).toBe('manager');
    expect(signedAs({ ...check, managerId: 2 }, { id: 1, posts: ['supervisor', 'manager'] })).toBe('supervisor');
  });

  it('is never one person’s for both', () => {
    expect(signedAs({ ...check, managerId: 1 }, { id: 1, posts: ['supervisor', 'manager'] })).toMatchObject({
      code: 'CHECK_SIGNED_BY_YOU',
    });
  });
});
