import { describe, expect, it } from 'vitest';
import { dueTag, groupOf, groupTasks, placeOf } from '#renderer/features/tasks/task-groups.ts';
import { addDays, instantOf, localDate } from '#shared/kernel/local-date.ts';

const monday = localDate('2026-11-23');
const now = instantOf(monday, 10 * 60);
const onDay = (days: number) => ({
  dueOn: addDays(monday, days),
  dueAt: instantOf(addDays(monday, days + 1)) - 1,
});
const inMinutes = (minutes: number) => ({ dueOn: null, dueAt: now + minutes * 60_000 });

describe('The list of Today', () => {
  it.each([
    [onDay(-1), 'overdue'],
    [inMinutes(-1), 'overdue'],
    [onDay(0), 'today'],
    [inMinutes(41), 'today'],
    [onDay(1), 'tomorrow'],
    [inMinutes(24 * 60), 'tomorrow'],
    [onDay(2), 'thisWeek'],
    [onDay(6), 'thisWeek'],
    [onDay(7), 'later'],
  ] as const)('puts %o under %s', (task, group) => {
    expect(groupOf(task, now)).toBe(group);
  });

  it('leaves out groups in which nothing is to be done and keeps the order of urgency', () => {
    const list = [onDay(-2), onDay(0), onDay(3), onDay(4)];
    expect(groupTasks(list, now).map(({ group, tasks }) => [group, tasks.length])).toEqual([
      ['overdue', 1],
      ['today', 1],
      ['thisWeek', 2],
    ]);
  });

  it.each([
    [onDay(-3), { form: 'daysOver', count: 3 }],
    [inMinutes(-25), { form: 'minutesOver', count: 25 }],
    [inMinutes(-180), { form: 'hoursOver', count: 3 }],
    [inMinutes(-50 * 60), { form: 'daysOver', count: 2 }],
    [inMinutes(9), { form: 'minutesLeft', count: 9 }],
    [inMinutes(60), { form: 'time', at: now + 3_600_000 }],
    [onDay(0), { form: 'today' }],
    [onDay(4), { form: 'day', day: addDays(monday, 4) }],
  ] as const)('tags %o as %o', (task, tag) => {
    expect(dueTag(task, now)).toEqual(tag);
  });

  it('counts down to the day to sign, and counts on after it', () => {
    expect(dueTag({ ...onDay(4), kind: 'contractToSign' }, now)).toEqual({ form: 'daysLeft', count: 4 });
    expect(dueTag({ ...onDay(0), kind: 'contractReview' }, now)).toEqual({ form: 'today' });
    expect(dueTag({ ...onDay(-2), kind: 'contractToDraft' }, now)).toEqual({ form: 'daysOver', count: 2 });
    expect(dueTag({ ...onDay(4), kind: 'followUpDue' }, now)).toMatchObject({ form: 'day' });
  });

  it('opens the very record of a task', () => {
    expect(placeOf({ noun: 'units', subjectId: 7 })).toEqual({ to: '/sales/board', search: { unit: 7 } });
    expect(placeOf({ noun: 'contracts', subjectId: 9 })).toEqual({ to: '/contracts/contracts/9' });
    expect(placeOf({ noun: 'approvals', subjectId: 3 })).toEqual({ to: '/today/approvals/3' });
  });
});
