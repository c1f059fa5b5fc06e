import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addDays, localDate } from '#shared/kernel/local-date.ts';
import { addWorkingDays, isHolidayYearKnown, isWorkingDay, rollToWorkingDay } from '#shared/kernel/working-days.ts';
import { sharedDataFile } from '#tests/support/shared-data.ts';

describe('Working days', () => {
  it.each([
    ['2026-10-01', false, 'National Day'],
    ['2026-02-14', true, 'a Saturday worked for Spring Festival'],
    ['2026-02-16', false, 'a Monday of Spring Festival'],
    ['2026-11-21', false, 'an ordinary Saturday'],
    ['2026-11-23', true, 'an ordinary Monday'],
  ])('takes %s for working: %s (%s)', (day, working) => {
    expect(isWorkingDay(localDate(day))).toBe(working);
  });

  it('says which years it has no notice of', () => {
    expect(isHolidayYearKnown(2026)).toBe(true);
    expect(isHolidayYearKnown(2099)).toBe(false);
    expect(addWorkingDays(localDate('2098-12-30'), 5).unknownYears).toEqual([2098, 2099]);
    expect(addWorkingDays(localDate('2026-11-23'), 5)).toEqual({ day: '2026-11-30', unknownYears: [] });
  });

  it.each(['2035-01-01', '2035-02-07', '2035-02-08', '2035-05-01', '2035-10-01', '2035-04-05', '2036-05-30'])(
    'rests on the holiday of law %s without a notice',
    (day) => {
      expect(isHolidayYearKnown(Number(day.slice(0, 4)))).toBe(false);
      expect(isWorkingDay(localDate(day))).toBe(false);
    },
  );

  it('works on weekdays of a year without notice that are no holiday of law', () => {
    expect(isWorkingDay(localDate('2035-10-04'))).toBe(true);
    expect(isWorkingDay(localDate('2035-10-06'))).toBe(false);
  });

  it("follows the office's own table before the State Council's", () => {
    const office = new Map([
      [localDate('2026-11-23'), false],
      [localDate('2026-10-01'), true],
    ]);
    expect(isWorkingDay(localDate('2026-11-23'), office)).toBe(false);
    expect(isWorkingDay(localDate('2026-10-01'), office)).toBe(true);
    expect(addWorkingDays(localDate('2026-11-20'), 1, office).day).toBe('2026-11-24');
  });

  it('rolls the last day of a term on to a working day', () => {
    expect(rollToWorkingDay(localDate('2026-10-03')).day).toBe('2026-10-08');
    expect(rollToWorkingDay(localDate('2026-11-23')).day).toBe('2026-11-23');
  });

  it('counts working days forth and back', () => {
    const day = fc.integer({ min: 0, max: 800 }).map((count) => addDays(localDate('2024-06-01'), count));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (start, count) => {
        const from = rollToWorkingDay(start).day;
        const there = addWorkingDays(from, count).day;
        expect(isWorkingDay(there)).toBe(true);
        expect(addWorkingDays(there, -count).day).toBe(from);
      }),
    );
    expect(addWorkingDays(localDate('2026-10-01'), 0).day).toBe('2026-10-01');
  });
});

const nextFile = sharedDataFile('ref/next_workday.json');
const holidaysFile = sharedDataFile('ref/cn_holidays_2024_2025.json');
const nextSchema = z.array(z.object({ date: z.string(), next_workday: z.string() }));
const holidaysSchema = z.object({ days: z.record(z.string(), z.object({ workday: z.boolean() })) });

describe.skipIf(nextFile === undefined || holidaysFile === undefined)('Working days of the shared data', () => {
  const next = nextFile === undefined ? [] : nextSchema.parse(JSON.parse(readFileSync(nextFile, 'utf8')));
  const holidays =
    holidaysFile === undefined ? {} : holidaysSchema.parse(JSON.parse(readFileSync(holidaysFile, 'utf8'))).days;

  it.each(next)('goes from $date to $next_workday', ({ date, next_workday }) => {
    expect(addWorkingDays(localDate(date), 1).day).toBe(next_workday);
  });

  it('agrees with the days four libraries agree on', () => {
    for (const [day, { workday }] of Object.entries(holidays)) expect(isWorkingDay(localDate(day)), day).toBe(workday);
  });

  it.each([
    [2024, 251],
    [2025, 248],
  ])('counts in %i %i working days', (year, expected) => {
    let count = 0;
    for (let day = localDate(`${year}-01-01`); day.startsWith(String(year)); day = addDays(day, 1))
      if (isWorkingDay(day)) count += 1;
    expect(count).toBe(expected);
  });
});
