import { addDays, type LocalDate, localDate, weekdayOf } from '#shared/kernel/local-date.ts';

/** Periods that a cashier looks at by one click. */
export const ranges = ['today', 'week', 'month'] as const;

/** A period by its name. */
export type Range = (typeof ranges)[number];

/** First and last day of a period that holds today; weeks begin on Monday, and no period reaches beyond today. */
export function rangeOf(range: Range, today: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  if (range === 'today') return { from: today, to: today };
  if (range === 'week') return { from: addDays(today, 1 - weekdayOf(today)), to: today };
  return { from: localDate(`${today.slice(0, 8)}01`), to: today };
}
