import type { TaskFacts } from './facts.ts';
import { type Task, type TaskKind, untilEndOf } from './task.ts';

/** Posts that file with the city (contracts.file). */
const filers = ['backOffice', 'warrantOfficer'] as const;

/** The rules of agreements about signed contracts (变更备案), and of the money of deals that end. */
export const agreementRules: {
  readonly [K in Extract<TaskKind, 'agreementToRefile' | 'filingToCancel' | 'refundToAskAgain'>]: (
    facts: TaskFacts,
  ) => Task[];
} = {
  /** An agreement that changes what is filed: whoever files tells the registry, within the days of the city pack. */
  agreementToRefile: ({ filingsToTell }) =>
    filingsToTell
      .filter(({ act }) => act === 'refile')
      .map(({ agreementId, number, unit, dueOn }) => ({
        kind: 'agreementToRefile',
        subject: { noun: 'agreements', id: agreementId },
        ...untilEndOf(dueOn),
        assignee: { posts: filers, notAccountIds: [] },
        params: { number, unit },
      })),

  /** A contract that both have agreed to end: until its filing is cancelled no money goes back and the home is not free. */
  filingToCancel: ({ filingsToTell }) =>
    filingsToTell
      .filter(({ act }) => act === 'cancelFiling')
      .map(({ contractId, number, unit, dueOn }) => ({
        kind: 'filingToCancel',
        subject: { noun: 'contracts', id: contractId },
        ...untilEndOf(dueOn),
        assignee: { posts: filers, notAccountIds: [] },
        params: { number, unit },
      })),

  /** A deal that ends and whose refund came to nothing: whoever asked for its end asks again, or the manager does. */
  refundToAskAgain: ({ refundsUnasked }) =>
    refundsUnasked.flatMap(({ changeId, number, unit, requestedBy, amount, dueOn }) => {
      const task = {
        kind: 'refundToAskAgain' as const,
        subject: { noun: 'changes' as const, id: changeId },
        ...untilEndOf(dueOn),
        params: { number, unit, amountFen: amount },
      };
      return [
        { ...task, assignee: { accountId: requestedBy } },
        { ...task, assignee: { posts: ['manager'] as const, notAccountIds: [requestedBy] } },
      ];
    }),
};
