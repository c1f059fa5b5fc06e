import { addDays, dayOf, daysBetween, instantOf, type LocalDate } from '#shared/kernel/local-date.ts';

/** The instant of a time that was written by hand on a day: `10:41:05`, `10:41`, `104105`. Undefined for anything else. */
export function writtenInstant(day: LocalDate, text: string): number | undefined {
  const parts = /^(\d{1,2})[:：.]?([0-5]\d)(?:[:：.]?([0-5]\d))?$/.exec(text.trim());
  const [hours, minutes, seconds] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3] ?? 0)];
  if (parts === null || hours > 23) return undefined;
  return instantOf(day, hours * 60 + minutes) + seconds * 1000;
}

/** The days on which a slip of a launch may have been written, the newest first: from the day the picking began until now. */
export function pickingDays(startedAt: number | null, now: number): LocalDate[] {
  const today = dayOf(now);
  const past = startedAt === null ? 0 : Math.max(0, daysBetween(dayOf(startedAt), today));
  return Array.from({ length: past + 1 }, (_none, back) => addDays(today, -back));
}
