import chineseDays from 'chinese-days';
import { addDays, type LocalDate, localDate, weekdayOf } from './local-date.ts';

/** Days the office decided itself (Settings): true is a working day, false a day of rest. They win over the table. */
export type OfficeCalendar = ReadonlyMap<LocalDate, boolean>;

/** A day of a deadline and the years on the way to it whose holiday notice is not known; screens show those. */
export type WorkingDayResult = { readonly day: LocalDate; readonly unknownYears: readonly number[] };

const officeHasNoDays: OfficeCalendar = new Map();
const knownYears = new Map<number, boolean>();

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}

/**
 * True when the State Council's notice of a year's holidays and make-up workdays is in the table (chinese-days). For
 * other years the days of rest are weekends and the holidays of law; bridges and make-up workdays are not known.
 */
export function isHolidayYearKnown(year: number): boolean {
  let known = knownYears.get(year);
  if (known === undefined) {
    // The library answers an ordinary weekday for a National Day it has no notice of.
    known = chineseDays.getDayDetail(`${year}-10-01`).name.includes(',');
    knownYears.set(year, known);
  }
  return known;
}

/** A holiday of 全国年节及纪念日放假办法 (2024), article 2, which needs no yearly notice. */
function isHolidayOfLaw(day: LocalDate): boolean {
  if (/-(?:01-01|05-01|05-02|10-01|10-02|10-03)$/.test(day)) return true;
  const year = yearOf(day);
  const newYear = lunarDay(year, '01-01');
  const spring = [-1, 0, 1, 2].map((offset) => addDays(newYear, offset));
  const clearBrightness = localDate(chineseDays.getSolarTermDate(year, 4, 'pure_brightness'));
  return [...spring, clearBrightness, lunarDay(year, '05-05'), lunarDay(year, '08-15')].includes(day);
}

function lunarDay(year: number, monthDay: string): LocalDate {
  return localDate(chineseDays.getSolarDateFromLunar(`${year}-${monthDay}`).date);
}

/**
 * True on a day offices work: the office's own table first, then the holidays and make-up workdays of the State Council.
 * In a year without notice ({@link isHolidayYearKnown}) Monday to Friday except the holidays of law.
 */
export function isWorkingDay(day: LocalDate, office: OfficeCalendar = officeHasNoDays): boolean {
  const decided = office.get(day);
  if (decided !== undefined) return decided;
  if (isHolidayYearKnown(yearOf(day))) return chineseDays.isWorkday(day);
  return weekdayOf(day) <= 5 && !isHolidayOfLaw(day);
}

/** The given day or, on a day of rest, the next working day: Civil Code 203, the last day of a term rolls on. */
export function rollToWorkingDay(day: LocalDate, office: OfficeCalendar = officeHasNoDays): WorkingDayResult {
  return isWorkingDay(day, office) ? resultOf(day, day) : walk(day, 1, 1, office);
}

/** The `count`-th working day after a day (before it, when negative); the day itself is not counted (Civil Code 201). */
export function addWorkingDays(
  day: LocalDate,
  count: number,
  office: OfficeCalendar = officeHasNoDays,
): WorkingDayResult {
  return walk(day, Math.abs(count), count < 0 ? -1 : 1, office);
}

function walk(from: LocalDate, count: number, step: 1 | -1, office: OfficeCalendar): WorkingDayResult {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day, office)) left -= 1;
  }
  return resultOf(from, day);
}

function resultOf(from: LocalDate, to: LocalDate): WorkingDayResult {
  const [first, last] = [yearOf(from), yearOf(to)].sort((a, b) => a - b);
  const unknownYears: number[] = [];
  for (let year = first ?? 0; year <= (last ?? 0); year += 1) if (!isHolidayYearKnown(year)) unknownYears.push(year);
  return { day: to, unknownYears };
}
