import { describe, expect, it } from 'vitest';
import { daysAfterSeizure } from '#shared/domain/subscriptions/standstill.ts';
import { localDate } from '#shared/kernel/local-date.ts';

const day = (of: number) => localDate(`2026-11-${String(of).padStart(2, '0')}`);

describe('The days of a deal whose home was seized', () => {
  const deal = {
    signBy: day(20),
    lines: [
      { position: 1, dueOn: day(9), open: 0 },
      { position: 2, dueOn: day(10), open: 100 },
      { position: 3, dueOn: day(20), open: 1 },
    ],
  };

  it('are later by as many days as it lasted, as far as something is owed', () => {
    const later = daysAfterSeizure(deal, { seizedOn: day(8), liftedOn: day(13) });
    expect(later).toEqual({
      signBy: day(25),
      dueOn: new Map([
        [2, day(15)],
        [3, day(25)],
      ]),
      days: 5,
    });
  });

  it('are days over that stay over, by no more than before', () => {
    const late = { ...deal, signBy: day(5) };
    expect(daysAfterSeizure(late, { seizedOn: day(8), liftedOn: day(13) })?.signBy).toBe(day(10));
  });

  it('stay where it was lifted on its first day', () => {
    expect(daysAfterSeizure(deal, { seizedOn: day(8), liftedOn: day(8) })).toBeNull();
  });
});
