import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import type { LaunchFact, TaskFacts } from './facts.ts';
import { type Task, type TaskKind, untilEndOf } from './task.ts';

/** How early earnest money that is not there is called out: after the list is closed it is too late. */
const INTENT_MONEY_DAYS = 3;

/** The rules of launch day (开盘). */
export const launchRules: {
  readonly [K in Extract<TaskKind, 'launchDue' | 'intentMoneyDue' | 'pickToSubscribe'>]: (facts: TaskFacts) => Task[];
} = {
  /** The next step of a launch whose day has come: the manager takes it. One that is still picking afterwards is ended. */
  launchDue: (facts) =>
    facts.launches.filter(isDue(facts)).map(({ launchId, name, state, opensAt }) => ({
      kind: 'launchDue',
      subject: { noun: 'launches', id: launchId },
      dueOn: null,
      dueAt: opensAt,
      assignee: { posts: ['manager'], notAccountIds: [] },
      params: { name, state },
    })),

  /** Earnest money of a number that would not be on the list: the consultant brings the customer to the cashier. */
  intentMoneyDue: ({ unpaidIntents, today }) =>
    unpaidIntents
      .filter(({ opensAt }) => dayOf(opensAt) <= addDays(today, INTENT_MONEY_DAYS))
      .map(({ customerId, customer, consultantId, queueNo, amount, opensAt }) => ({
        kind: 'intentMoneyDue',
        subject: { noun: 'customers', id: customerId },
        ...untilEndOf(addDays(dayOf(opensAt), -1)),
        assignee: { accountId: consultantId },
        params: { person: customer, queueNo, amountFen: amount },
      })),

  /** A home that was picked and is not subscribed: its consultant has until the hold of the launch ends. */
  pickToSubscribe: ({ picks, now }) =>
    picks
      .filter(({ expiresAt }) => expiresAt > now)
      .map(({ unitId, unit, customer, consultantId, expiresAt }) => ({
        kind: 'pickToSubscribe',
        subject: { noun: 'units', id: unitId },
        dueOn: null,
        dueAt: expiresAt,
        assignee: { accountId: consultantId },
        params: { unit, person: customer, untilAt: expiresAt },
      })),
};

/** While a launch is picking its manager is at it: only the day after is its end called out. */
const isDue =
  ({ today }: TaskFacts) =>
  ({ state, opensAt }: LaunchFact): boolean =>
    state === 'running' || state === 'paused' ? dayOf(opensAt) < today : dayOf(opensAt) <= today;
