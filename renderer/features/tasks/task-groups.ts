import type { z } from 'zod';
import { type Place, placeOfRecord } from '#renderer/lib/record-places.ts';
import type { tasks } from '#shared/api/tasks.ts';
import { addDays, dayOf, daysBetween, type LocalDate, weekdayOf } from '#shared/kernel/local-date.ts';

/** Today as the office answers it. */
export type Day = z.output<typeof tasks.today.output>;

/** One task as the office tells it. */
export type DayTask = Day['tasks'][number];

/** Groups of the list, the most urgent first. */
export const taskGroups = ['overdue', 'today', 'tomorrow', 'thisWeek', 'later'] as const;
/** Group of the list. */
export type TaskGroup = (typeof taskGroups)[number];

type Due = Pick<DayTask, 'dueOn' | 'dueAt'>;

/** The group of a task by the office's clock; the week ends on Sunday. `now` in UTC ms. */
export function groupOf(task: Due, now: number): TaskGroup {
  if (task.dueAt < now) return 'overdue';
  const today = dayOf(now);
  const due = task.dueOn ?? dayOf(task.dueAt);
  if (due <= today) return 'today';
  if (due === addDays(today, 1)) return 'tomorrow';
  return due <= addDays(today, 7 - weekdayOf(today)) ? 'thisWeek' : 'later';
}

/** The tasks by group in the order of the list; a group without tasks is left out. */
export function groupTasks<T extends Due>(list: readonly T[], now: number): { group: TaskGroup; tasks: T[] }[] {
  return taskGroups
    .map((group) => ({ group, tasks: list.filter((task) => groupOf(task, now) === group) }))
    .filter(({ tasks: some }) => some.length > 0);
}

/** What the due tag says: a count in its unit, a clock time, the word for today, or a day. */
export type DueTag =
  | { readonly form: 'daysLeft' | 'daysOver' | 'hoursOver' | 'minutesOver' | 'minutesLeft'; readonly count: number }
  | { readonly form: 'time'; readonly at: number }
  | { readonly form: 'today' }
  | { readonly form: 'day'; readonly day: LocalDate };

const MINUTE = 60_000;

/** Tasks on the way to the signatures: their day to sign is counted down. */
const countedDown: readonly DayTask['kind'][] = [
  'contractToDraft',
  'contractToSubmit',
  'contractToCorrect',
  'contractReview',
  'contractToPrint',
  'contractToSign',
  'signingDue',
];

/** The due tag of a task. `now` in UTC ms. */
export function dueTag(task: Due & { readonly kind?: DayTask['kind'] }, now: number): DueTag {
  const today = dayOf(now);
  const day = task.dueOn ?? dayOf(task.dueAt);
  if (task.dueAt < now) {
    const days = daysBetween(day, today);
    const minutes = Math.floor((now - task.dueAt) / MINUTE);
    if (task.dueOn !== null || minutes >= 24 * 60) return { form: 'daysOver', count: Math.max(1, days) };
    return minutes < 60
      ? { form: 'minutesOver', count: Math.max(1, minutes) }
      : { form: 'hoursOver', count: Math.floor(minutes / 60) };
  }
  if (day > today)
    return task.kind !== undefined && countedDown.includes(task.kind)
      ? { form: 'daysLeft', count: daysBetween(today, day) }
      : { form: 'day', day };
  if (task.dueOn !== null) return { form: 'today' };
  const minutes = Math.ceil((task.dueAt - now) / MINUTE);
  return minutes < 60 ? { form: 'minutesLeft', count: minutes } : { form: 'time', at: task.dueAt };
}

/** The exact place where a task is done. */
export function placeOf({ noun, subjectId }: Pick<DayTask, 'noun' | 'subjectId'>): Place {
  return placeOfRecord(noun, subjectId);
}
