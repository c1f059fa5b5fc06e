import { decideBy } from '../rulings/rulings.ts';
import type { TaskFacts } from './facts.ts';
import type { Task, TaskKind } from './task.ts';

/** The rules of conflicts about customers. */
export const rulingRules: { readonly [K in Extract<TaskKind, 'rulingToDecide'>]: (facts: TaskFacts) => Task[] } = {
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
};
