import { addDays } from '#shared/kernel/local-date.ts';
import type { TaskFacts } from './facts.ts';
import { type Task, type TaskKind, untilEndOf } from './task.ts';

/** How long after the signing originals are asked for in Today; an older contract is left to the register. */
export const DISTRIBUTION_DAYS = 14;

/** The rules of originals (原件保管). */
export const custodyRules: {
  readonly [K in Extract<TaskKind, 'originalsToDistribute' | 'originalOverdue'>]: (facts: TaskFacts) => Task[];
} = {
  /** A contract that all have signed and whose copies nobody has handed on: the back office does, the same day. */
  originalsToDistribute: ({ undistributed }) =>
    undistributed.map(({ contractId, number, unit, signedOn }) => ({
      kind: 'originalsToDistribute',
      subject: { noun: 'contracts', id: contractId },
      ...untilEndOf(addDays(signedOn, 1)),
      assignee: { posts: ['backOffice'], notAccountIds: [] },
      params: { number, unit },
    })),

  /** A copy that was lent and is not back: whoever borrowed it brings it, and the back office asks for it. */
  originalOverdue: ({ overdueOriginals }) =>
    overdueOriginals.flatMap(({ contractId, number, borrowerId, borrower, backOn }) => {
      const task = {
        kind: 'originalOverdue' as const,
        subject: { noun: 'contracts' as const, id: contractId },
        ...untilEndOf(backOn),
        params: { number, person: borrower },
      };
      return [
        { ...task, assignee: { accountId: borrowerId } },
        { ...task, assignee: { posts: ['backOffice'] as const, notAccountIds: [borrowerId] } },
      ];
    }),
};
