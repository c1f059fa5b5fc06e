import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  chineseDate,
  dateTimeOf,
  dayOf,
  daysBetween,
  instantOf,
  isLocalDate,
  localDate,
  localDateSchema,
  weekdayOf,
} from '#shared/kernel/local-date.ts';

const days = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays(localDate('1950-01-01'), count));

describe('Days of the office', () => {
  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00', '', '２０２６-01-01'])(
    'refuses %j',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
      expect(() => localDate(text)).toThrow(RangeError);
      expect(localDateSchema.safeParse(text).success).toBe(false);
    },
  );

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('finds the instalment of %s %i months on at %s', (day, months, expected) => {
    expect(addMonths(localDate(day), months)).toBe(expected);
  });

  it('keeps the day of the month unless the month is too short, then takes its last', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const moved = addMonths(day, months);
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(index(moved) - index(day)).toBe(months);
        if (moved.slice(8) !== day.slice(8)) {
          expect(moved < `${moved.slice(0, 8)}${day.slice(8)}`).toBe(true);
          expect(addDays(moved, 1).slice(8)).toBe('01');
        }
      }),
    );
  });

  it('counts days and weeks alike in both directions', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (day, count) => {
        const moved = addDays(day, count);
        expect(daysBetween(day, moved)).toBe(count);
        expect(addDays(moved, -count)).toBe(day);
        expect((((weekdayOf(moved) - weekdayOf(day) - count) % 7) + 7) % 7).toBe(0);
        expect(moved < day).toBe(count < 0);
      }),
    );
  });

  it('begins the day at midnight in China, not in Greenwich', () => {
    expect(dayOf(Date.UTC(2026, 10, 22, 15, 59))).toBe('2026-11-22');
    expect(dayOf(Date.UTC(2026, 10, 22, 16, 0))).toBe('2026-11-23');
    expect(dateTimeOf(instantOf(localDate('2026-11-23'), 9 * 60 + 30))).toBe('2026-11-23 09:30');
  });

  it('writes the day as papers do', () => {
    expect(chineseDate(localDate('2026-03-05'))).toBe('2026年3月5日');
  });
});
