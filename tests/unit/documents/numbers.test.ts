import { describe, expect, it } from 'vitest';
import { numberAt, poolOf } from '#shared/domain/documents/numbers.ts';

describe('The numbers of a series', () => {
  const record = (place: number, ended = false, reason = '') => ({
    number: numberAt('HT', 2026, place),
    ended,
    reason,
  });

  it('are all there: standing, or ended with the reason', () => {
    expect(poolOf('HT', 2026, 2, [record(2, true, '买受人放弃'), record(1)], [])).toEqual([
      { number: 'HT-2026-0001', place: 1, state: 'standing', reason: '' },
      { number: 'HT-2026-0002', place: 2, state: 'ended', reason: '买受人放弃' },
    ]);
  });

  it('that were given before the program are told from those that nobody can explain', () => {
    const states = poolOf('HT', 2026, 5, [record(3), record(5)], [[1, 3]]).map(({ state }) => state);
    expect(states).toEqual(['before', 'before', 'standing', 'missing', 'standing']);
  });
});
