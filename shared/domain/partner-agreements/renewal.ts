import { addDays, daysBetween, type LocalDate } from '#shared/kernel/local-date.ts';
import type { PartnerAgreementState } from './states.ts';

/** An agreement that runs out is called out once more every so many days (management 1.13: weekly). */
const AGAIN_DAYS = 7;

/** How near the end of an agreement is. */
export type RenewalStage = {
  /** Calendar days until its last day; below zero once it is over. */
  readonly daysLeft: number;
  /** How many of the office's reminders have come, from 1: each brings in the next post above. */
  readonly level: number;
  /** By when somebody should have settled it: the next reminder, the last day, then week by week. */
  readonly dueOn: LocalDate;
};

/** The day on which an agreement comes into the queue of renewals. */
export function firstReminderOn(toOn: LocalDate, remindDays: readonly number[]): LocalDate {
  return addDays(toOn, -Math.max(0, ...remindDays));
}

/**
 * Where an active agreement stands in the queue of renewals (management 1.13: 90, 60 and 30 days before its last day,
 * weekly once it is over); null for one that is not in it.
 */
export function renewalStage(
  { state, toOn }: { readonly state: PartnerAgreementState; readonly toOn: LocalDate },
  today: LocalDate,
  remindDays: readonly number[],
): RenewalStage | null {
  if (state !== 'active' || today < firstReminderOn(toOn, remindDays)) return null;
  const daysLeft = daysBetween(today, toOn);
  const steps = remindDays.toSorted((a, b) => b - a);
  const level = steps.filter((days) => daysLeft <= days).length;
  const next = steps.find((days) => days < daysLeft);
  if (daysLeft >= 0) return { daysLeft, level, dueOn: next === undefined ? toOn : addDays(toOn, -next) };
  const weeks = Math.ceil(-daysLeft / AGAIN_DAYS);
  return { daysLeft, level, dueOn: addDays(toOn, weeks * AGAIN_DAYS) };
}
