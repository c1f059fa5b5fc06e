import { describe, expect, it } from 'vitest';
import { rangeOf } from '#renderer/lib/ranges.ts';
import { localDate } from '#shared/kernel/local-date.ts';

describe('The periods of the cashier’s book', () => {
  const sunday = localDate('2026-11-01');

  it('begin a week on Monday and a month on its first day, and end today', () => {
    expect(rangeOf('today', sunday)).toEqual({ from: '2026-11-01', to: '2026-11-01' });
    expect(rangeOf('week', sunday)).toEqual({ from: '2026-10-26', to: '2026-11-01' });
    expect(rangeOf('month', localDate('2026-11-23'))).toEqual({ from: '2026-11-01', to: '2026-11-23' });
  });
});
