import { expect, it } from 'vitest';
import type { LaunchFact } from '#shared/domain/tasks/facts.ts';
import { quietOffice } from '#shared/domain/tasks/facts.ts';
import { allTasks } from '#shared/domain/tasks/rules.ts';
import { addDays, instantOf, localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';

const today = localDate('2026-11-28');
const now = instantOf(today, 10 * 60);
const quiet = quietOffice(now, today);

it('The next step of a launch is the manager’s from its day on, and the end of one that was forgotten the day after', () => {
  const told = (state: LaunchFact['state'], days: number) =>
    allTasks({
      ...quiet,
      launches: [{ launchId: 3, name: '首批开盘', state, opensAt: instantOf(addDays(today, days), 540) }],
    }).map(({ kind, assignee }) => [kind, assignee]);
  const manager = ['launchDue', { posts: ['manager'], notAccountIds: [] }];
  expect(told('drawn', 0)).toEqual([manager]);
  expect(told('registering', -1)).toEqual([manager]);
  expect(told('drawn', 1)).toEqual([]);
  expect(told('running', 0)).toEqual([]);
  expect(told('running', -1)).toEqual([manager]);
});

it('Earnest money that is not there is called out three days before the launch, until the day before it', () => {
  const intent = { customerId: 5, customer: '王海涛', consultantId: 11, queueNo: 7, amount: yuan(20_000) };
  const due = (days: number) =>
    allTasks({
      ...quiet,
      unpaidIntents: [{ ...intent, opensAt: instantOf(addDays(today, days), 540) }],
    }).map(({ dueOn, params }) => [dueOn, params['queueNo']]);
  expect(due(4)).toEqual([]);
  expect(due(3)).toEqual([[addDays(today, 2), 7]]);
});

it('A home that was picked is its consultant’s task until the hold of the launch ends', () => {
  const pick = { unitId: 9, unit: '3-1-1802', customer: '王海涛', consultantId: 11 };
  const due = (expiresAt: number) => allTasks({ ...quiet, picks: [{ ...pick, expiresAt }] });
  expect(due(now)).toEqual([]);
  expect(due(now + 1)).toMatchObject([
    { kind: 'pickToSubscribe', subject: { noun: 'units', id: 9 }, assignee: { accountId: 11 }, dueAt: now + 1 },
  ]);
});
