import { addDays, instantOf, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Post } from '../accounts/posts.ts';

/** Kinds of tasks (待办), in the order in which equally urgent ones are shown. */
export const taskKinds = [
  'lockExpiring',
  'approvalWaiting',
  'reviewWaiting',
  'documentResume',
  'depositToReceive',
  'depositDue',
  'paymentToReceive',
  'paymentDue',
  'holdExpiring',
  'bookingExpiring',
  'pickToSubscribe',
  'launchDue',
  'intentMoneyDue',
  'releaseDue',
  'partnerExpiring',
  'guestsToSeeOff',
  'caseDue',
  'caseAssigned',
  'contractReview',
  'contractToCorrect',
  'contractToSign',
  'contractToPrint',
  'contractToSubmit',
  'contractToDraft',
  'signingDue',
  'subscriptionExpiring',
  'agreementToRefile',
  'filingToCancel',
  'originalsToDistribute',
  'originalOverdue',
  'transferToReceive',
  'transferLate',
  'buyerToNotify',
  'originalUncollected',
  'refundToPay',
  'refundToAskAgain',
  'followUpDue',
  'rulingToDecide',
  'appealToDecide',
] as const;
/** Kind of a task. */
export type TaskKind = (typeof taskKinds)[number];

/** Kinds of records that tasks are about. */
export const taskNouns = [
  'units',
  'customers',
  'visits',
  'subscriptions',
  'contracts',
  'agreements',
  'changes',
  'approvals',
  'documents',
  'cases',
  'refunds',
  'releases',
  'launches',
  'partnerAgreements',
  'transfers',
  'rulings',
] as const;

/** The record that a task opens. */
export type TaskSubject = {
  readonly noun: (typeof taskNouns)[number];
  readonly id: number;
};

/** Whose task it is: one person's, or any holder's of some posts except those who may not decide their own work. */
export type TaskAssignee =
  | { readonly accountId: number }
  | { readonly posts: readonly Post[]; readonly notAccountIds: readonly number[] };

/** What the sentence of a task mentions: names, rooms, amounts in fen, days; named for their unit as in refusals. */
export type TaskParams = Readonly<Record<string, string | number | boolean | null>>;

/** Something somebody must do by some time. Never stored, always derived from the records (architecture, mechanism 6). */
export type Task = {
  readonly kind: TaskKind;
  readonly subject: TaskSubject;
  /** The day by whose end it is due, where a day is meant; null where `dueAt` is a moment. */
  readonly dueOn: LocalDate | null;
  /** When it is due, UTC ms. */
  readonly dueAt: number;
  readonly assignee: TaskAssignee;
  readonly params: TaskParams;
};

/** A day's task is due with the day: it is overdue from the first moment of the next. */
export function untilEndOf(day: LocalDate): Pick<Task, 'dueOn' | 'dueAt'> {
  return { dueOn: day, dueAt: instantOf(addDays(day, 1)) - 1 };
}

/** True once the time of a task has passed. `now` in UTC ms. */
export function isOverdue(task: Task, now: number): boolean {
  return task.dueAt < now;
}

/** Who looks at Today: the account with its post, and the people for whom they act. */
export type TaskPerson = {
  readonly accountId: number;
  readonly post: Post;
  readonly actingFor?: readonly { readonly accountId: number; readonly post: Post }[];
};

/** True when the task is this person's to do: by their own post, or by that of somebody for whom they act. */
export function isTaskOf(task: Task, person: TaskPerson): boolean {
  if ('accountId' in task.assignee) return task.assignee.accountId === person.accountId;
  const { posts, notAccountIds } = task.assignee;
  const held = [person, ...(person.actingFor ?? [])];
  return held.some(({ post }) => posts.includes(post)) && !held.some((one) => notAccountIds.includes(one.accountId));
}

/** The order of the list: what is due first, then by kind, then by record; the same facts always give the same list. */
export function byUrgency(a: Task, b: Task): number {
  return (
    a.dueAt - b.dueAt ||
    taskKinds.indexOf(a.kind) - taskKinds.indexOf(b.kind) ||
    a.subject.noun.localeCompare(b.subject.noun, 'en') ||
    a.subject.id - b.subject.id
  );
}
