import { addDays, dayOf, instantOf, type LocalDate, weekdayOf } from '#shared/kernel/local-date.ts';

/** The days of a plan, counted backwards from the day of `now`. */
export type Calendar = {
  readonly today: LocalDate;
  readonly now: number;
  /** The day so many days ago; negative for days to come. */
  day(ago: number): LocalDate;
  /** The instant of a clock time, minutes from midnight. Today's working hours are those that have already passed. */
  at(ago: number, minute: number): number;
  isWeekend(ago: number): boolean;
};

/** Working hours, minutes from midnight. */
export const OPENS = 9 * 60;
export const CLOSES = 18 * 60;

/** How long before now the day's ordinary work ends: what comes after it is still open when the office is entered, ms. */
const LATEST_MS = 35 * 60_000;

/** The calendar of an office that is entered at `now` (UTC ms). */
export function calendarOf(now: number): Calendar {
  const today = dayOf(now);
  const midnight = instantOf(today);
  // Whoever opens a demonstration at seven in the morning finds a day that began at midnight.
  const from = now - instantOf(today, OPENS) > 2 * LATEST_MS ? instantOf(today, OPENS) : midnight;
  const until = now - from > 2 * LATEST_MS ? now - LATEST_MS : from + (now - from) / 2;
  const day = (ago: number): LocalDate => addDays(today, -ago);
  return {
    today,
    now,
    day,
    at: (ago, minute) =>
      ago === 0
        ? Math.round(from + ((until - from) * (minute - OPENS)) / (CLOSES - OPENS))
        : instantOf(day(ago), minute),
    isWeekend: (ago) => weekdayOf(day(ago)) >= 6,
  };
}
