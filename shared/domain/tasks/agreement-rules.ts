import type { TaskFacts } from './facts.ts';
import { type Task, type TaskKind, untilEndOf } from './task.ts';

/** Posts that file with the city (contracts.file). */
const filers = ['backOffice', 'warrantOfficer'] as const;

/** The rules of agreements about signed contracts (变更备案). */
export const agreementRules: {
  readonly [K in Extract<TaskKind, 'agreementToRefile' | 'filingToCancel'>]: (facts: TaskFacts) => Task[];
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
};
