import { z } from 'zod';

declare const localDateBrand: unique symbol;

/** A calendar day without time or zone, `YYYY-MM-DD`, as the office's calendar shows it. Sorts as text. */
export type LocalDate = string & { readonly [localDateBrand]: true };

const OFFICE_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

function toUtc(text: string): number {
  return Date.parse(`${text}T00:00:00Z`);
}

/** True for a day that exists: `2026-02-30` is not one. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = toUtc(text);
  return Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** Takes `YYYY-MM-DD` as a day. Throws a RangeError when no such day exists. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`Not a calendar day: ${text}`);
  return text;
}

/** A day at a border of the program. */
export const localDateSchema = z.string().refine(isLocalDate, 'not a calendar day').pipe(z.custom<LocalDate>());

/** The office's calendar day of an instant (UTC ms). */
export function dayOf(instant: number): LocalDate {
  return localDate(new Date(instant + OFFICE_OFFSET_MS).toISOString().slice(0, 10));
}

/** The instant (UTC ms) at which a day begins in the office, plus minutes into it. */
export function instantOf(day: LocalDate, minutes = 0): number {
  return toUtc(day) - OFFICE_OFFSET_MS + minutes * 60_000;
}

/** The day `count` days later (or earlier, when negative). */
export function addDays(day: LocalDate, count: number): LocalDate {
  return localDate(new Date(toUtc(day) + count * DAY_MS).toISOString().slice(0, 10));
}

/** The same day `count` months later, or the month's last day where it has no such day. */
export function addMonths(day: LocalDate, count: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const target = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(date, last));
  return localDate(target.toISOString().slice(0, 10));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY_MS);
}

/** Day of the week, 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: LocalDate): number {
  return new Date(toUtc(day)).getUTCDay() || 7;
}

/** The day in Chinese as papers write it: `2026年11月23日`. */
export function chineseDate(day: LocalDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Office clock time of an instant, `HH:MM`. */
export function timeOf(instant: number): string {
  return new Date(instant + OFFICE_OFFSET_MS).toISOString().slice(11, 16);
}

/** Office calendar and clock time of an instant, `YYYY-MM-DD HH:MM`. */
export function dateTimeOf(instant: number): string {
  return `${dayOf(instant)} ${timeOf(instant)}`;
}

/** An instant, UTC ms, as the object that some libraries ask for. */
export function asDate(instant: number): Date {
  return new Date(instant);
}
