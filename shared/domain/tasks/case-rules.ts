import { addDays } from '#shared/kernel/local-date.ts';
import type { Post } from '../accounts/posts.ts';
import type { CaseTaskFact, TaskFacts } from './facts.ts';
import { type Task, type TaskAssignee, type TaskKind, untilEndOf } from './task.ts';

/** Posts that see to filing and mortgages. */
const warrants: readonly Post[] = ['warrantOfficer', 'warrantSupervisor'];
/** How early the end of a step is called out. */
const CASE_SOON_DAYS = 2;

/** The rules of filing and mortgages. */
export const caseRules: {
  readonly [K in Extract<TaskKind, `case${string}`>]: (facts: TaskFacts) => Task[];
} = {
  /** A step of a case whose time is nearly up, or a case that came back: whoever is responsible, or any of the warrants. */
  caseDue: (facts) =>
    facts.cases
      .filter((one) => isDue(facts, one))
      .map((one) =>
        ofCase(
          'caseDue',
          one,
          one.responsibleId === null ? { posts: warrants, notAccountIds: [] } : { accountId: one.responsibleId },
        ),
      ),

  /** A case that was given to somebody who has not touched it since. */
  caseAssigned: (facts) =>
    facts.cases.flatMap((one) =>
      one.responsibleId === null || one.assignedBy === null || isDue(facts, one)
        ? []
        : [ofCase('caseAssigned', one, { accountId: one.responsibleId }, { requester: one.assignedBy })],
    ),
};

function isDue({ today }: TaskFacts, { returned, dueOn }: CaseTaskFact): boolean {
  return returned || dueOn <= addDays(today, CASE_SOON_DAYS);
}

function ofCase(
  kind: keyof typeof caseRules,
  one: CaseTaskFact,
  assignee: TaskAssignee,
  params: Task['params'] = {},
): Task {
  return {
    kind,
    subject: { noun: 'cases', id: one.caseId },
    ...untilEndOf(one.dueOn),
    assignee,
    params: {
      caseKind: one.kind,
      step: one.step,
      stepName: one.stepName,
      returned: one.returned,
      unit: one.unit,
      person: one.buyer,
      ...params,
    },
  };
}
