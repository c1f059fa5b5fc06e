import { addDays, dayOf, type LocalDate } from '#shared/kernel/local-date.ts';

/** The first day to which a hold that stands until an instant (UTC ms) can be extended: later than what stands, and than today. */
export function dayAfter(heldUntil: number, today: LocalDate): LocalDate {
  // It ends with a day: the last instant of that day, or the first one of the next.
  const last = dayOf(heldUntil - 1);
  return addDays(last > today ? last : today, 1);
}
