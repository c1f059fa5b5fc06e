import { decideBy } from '../rulings/rulings.ts';
import type { TaskFacts } from './facts.ts';
import type { Task, TaskKind } from './task.ts';

/** The rules of conflicts about customers. */
export const rulingRules: {
  readonly [K in Extract<TaskKind, 'rulingToDecide' | 'appealToDecide'>]: (facts: TaskFacts) => Task[];
} = {
  /** A conflict about a customer: a supervisor or manager who is no party decides within a day. */
  rulingToDecide: ({ rulings }) =>
    rulings.map(({ rulingId, number, openedAt, parties }) => ({
      kind: 'rulingToDecide',
      subject: { noun: 'rulings', id: rulingId },
      dueOn: null,
      dueAt: decideBy(openedAt),
      assignee: { posts: ['supervisor', 'manager'], notAccountIds: parties },
      params: { number },
    })),

  /** An appeal against a ruling: a manager or director who is no party and did not rule decides within a day, for good. */
  appealToDecide: ({ appeals }) =>
    appeals.map(({ rulingId, number, openedAt, parties }) => ({
      kind: 'appealToDecide',
      subject: { noun: 'rulings', id: rulingId },
      dueOn: null,
      dueAt: decideBy(openedAt),
      assignee: { posts: ['manager', 'director'], notAccountIds: parties },
      params: { number },
    })),
};
