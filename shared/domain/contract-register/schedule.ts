import { addDays, daysBetween, type LocalDate, weekdayOf } from '#shared/kernel/local-date.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';

/** What is scheduled by the week (签约排期汇总, report R20): signing, payment, loan, filing, delivery. */
export const scheduledActs = ['signing', 'payment', 'loan', 'filing', 'delivery'] as const;
/** Something that is scheduled by the week. */
export type ScheduledAct = (typeof scheduledActs)[number];

/** One thing that is due on a day, or was done on it. */
export type Scheduled = { readonly on: LocalDate; readonly amount: Fen; readonly done: boolean };

/** Things of a week, counted and summed. */
export type Tally = { readonly count: number; readonly amount: Fen };

/** A week with what falls in it: what is still to be done, and what was done. */
export type ScheduledWeek = { readonly open: Tally; readonly done: Tally };

/** The Monday of the week of a day. */
export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekdayOf(day));
}

/** The weeks from the one of a day on. */
export function weeksFrom(day: LocalDate, count: number): { readonly from: LocalDate; readonly to: LocalDate }[] {
  const first = mondayOf(day);
  return Array.from({ length: count }, (_, index) => ({
    from: addDays(first, index * 7),
    to: addDays(first, index * 7 + 6),
  }));
}

function tally(things: readonly Scheduled[]): Tally {
  return { count: things.length, amount: sumFen(things.map(({ amount }) => amount)) };
}

/**
 * Things by the week. What should have been done by now and is not stands in `late`, wherever its week is: a week shows
 * what is to be done in what is left of it, and what was done in it.
 */
export function byWeek(
  things: readonly Scheduled[],
  weeks: readonly { readonly from: LocalDate; readonly to: LocalDate }[],
  today: LocalDate,
): { readonly late: Tally; readonly weeks: readonly ScheduledWeek[] } {
  const first = weeks[0]?.from ?? today;
  const found = weeks.map((): { open: Scheduled[]; done: Scheduled[] } => ({ open: [], done: [] }));
  const late: Scheduled[] = [];
  for (const one of things) {
    if (!one.done && one.on < today) {
      late.push(one);
      continue;
    }
    const days = daysBetween(first, one.on);
    const week = days < 0 ? undefined : found[Math.floor(days / 7)];
    week?.[one.done ? 'done' : 'open'].push(one);
  }
  return { late: tally(late), weeks: found.map(({ open, done }) => ({ open: tally(open), done: tally(done) })) };
}
