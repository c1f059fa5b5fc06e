import { describe, expect, it } from 'vitest';
import { dayAfter } from '#renderer/features/units/hold-days.ts';
import { endOfDay } from '#shared/domain/units/lock-policy.ts';
import { localDate } from '#shared/kernel/local-date.ts';

describe('A hold that is extended', () => {
  it('is proposed for the day after the one that stands, or after today where that has passed', () => {
    const until = endOfDay(localDate('2026-11-30'));
    expect(dayAfter(until, localDate('2026-11-25'))).toBe('2026-12-01');
    expect(dayAfter(until, localDate('2026-12-03'))).toBe('2026-12-04');
  });
});
