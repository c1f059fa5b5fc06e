import { addDays, dayOf, instantOf } from '#shared/kernel/local-date.ts';
import type { Post } from '../accounts/posts.ts';
import type { ApprovalKind } from '../approvals/kinds.ts';
import type { CustomerState } from '../customers/states.ts';
import { agreementRules } from './agreement-rules.ts';
import { caseRules } from './case-rules.ts';
import { contractRules } from './contract-rules.ts';
import { custodyRules } from './custody-rules.ts';
import type { ApprovalFact, PaymentFact, SubscriptionFact, TaskFacts } from './facts.ts';
import { launchRules } from './launch-rules.ts';
import { partnerRules } from './partner-rules.ts';
import { rulingRules } from './ruling-rules.ts';
import { byUrgency, isTaskOf, type Task, type TaskKind, type TaskPerson, untilEndOf } from './task.ts';

/** How long before its end a lock is called out, and how long a paper may take before it counts as interrupted. */
export const LOCK_WARNING_MINUTES = 10;
export const ISSUING_MINUTES = 2;

/** Posts that take money at the office. */
const cashiers: readonly Post[] = ['backOffice', 'finance'];

const MINUTE_MS = 60_000;
/** Approvals that are reviews of a paper rather than of an exception. */
const reviewKinds: readonly ApprovalKind[] = ['subscriptionReview', 'contractReview'];
const followed: readonly CustomerState[] = ['prospect', 'subscribed', 'signed'];

/** One rule for each kind of task. A rule looks at the facts and knows nothing of who asks. */
export const taskRules: { readonly [K in TaskKind]: (facts: TaskFacts) => Task[] } = {
  /** A customer whose next contact is due today or was before: the owner calls. */
  followUpDue: (facts) =>
    facts.customers.flatMap((customer) => {
      const { ownerId, nextFollowUpOn: dueOn } = customer;
      if (ownerId === null || dueOn === null || dueOn > facts.today || !followed.includes(customer.state)) return [];
      return {
        kind: 'followUpDue',
        subject: { noun: 'customers', id: customer.customerId },
        ...untilEndOf(dueOn),
        assignee: { accountId: ownerId },
        params: { person: customer.name, rating: customer.rating, dueOn },
      };
    }),

  /** Guests whose visit nobody has closed: the receiver writes down that they have left. */
  guestsToSeeOff: (facts) =>
    facts.guests
      .filter(({ askAt }) => askAt <= facts.now)
      .map((guest) => ({
        kind: 'guestsToSeeOff',
        subject: { noun: 'visits', id: guest.visitId },
        ...untilEndOf(facts.today),
        assignee: { accountId: guest.receivedBy },
        params: { person: guest.name, fromAt: guest.receivedAt },
      })),

  /** A release whose day has come: the manager offers its homes at its hour. Nothing is released by itself. */
  releaseDue: (facts) =>
    facts.releases
      .filter(({ plannedAt }) => dayOf(plannedAt) <= facts.today)
      .map(({ releaseId, number, name, units, plannedAt }) => ({
        kind: 'releaseDue',
        subject: { noun: 'releases', id: releaseId },
        dueOn: null,
        dueAt: plannedAt,
        assignee: { posts: ['manager'], notAccountIds: [] },
        params: { number, name, units },
      })),

  /** A lock that is about to end: whoever holds it renews, holds or lets go. */
  lockExpiring: (facts) =>
    facts.locks
      .filter((lock) => lock.expiresAt > facts.now && lock.expiresAt <= facts.now + LOCK_WARNING_MINUTES * MINUTE_MS)
      .map((lock) => ({
        kind: 'lockExpiring',
        subject: { noun: 'units', id: lock.unitId },
        dueOn: null,
        dueAt: lock.expiresAt,
        assignee: { accountId: lock.accountId },
        params: { unit: lock.unit, untilAt: lock.expiresAt },
      })),

  /** A request that waits for a decision; reviews of papers are a kind of their own. */
  approvalWaiting: (facts) =>
    facts.approvals.filter((approval) => !isReview(approval)).map((approval) => decision('approvalWaiting', approval)),

  /** A subscription or contract that waits for its review. */
  reviewWaiting: (facts) => facts.approvals.filter(isReview).map((approval) => decision('reviewWaiting', approval)),

  /** A hold that ends today or tomorrow: whoever holds it sells, holds anew or lets go. */
  holdExpiring: (facts) =>
    facts.holds
      .filter((hold) => hold.expiresAt > facts.now && hold.expiresAt < instantOf(addDays(facts.today, 2)))
      .map((hold) => ({
        kind: 'holdExpiring',
        subject: { noun: 'units', id: hold.unitId },
        dueOn: null,
        dueAt: hold.expiresAt,
        assignee: { accountId: hold.accountId },
        params: { unit: hold.unit, person: hold.customer, untilAt: hold.expiresAt },
      })),

  /** A small booking that ends today or tomorrow: the consultant subscribes it, the supervisor extends it or lets it go. */
  bookingExpiring: (facts) =>
    facts.bookings
      .filter(({ expiresAt }) => expiresAt > facts.now && expiresAt < instantOf(addDays(facts.today, 2)))
      .flatMap(({ unitId, number, unit, consultantId, customer, expiresAt }) => {
        const task = {
          kind: 'bookingExpiring' as const,
          subject: { noun: 'units' as const, id: unitId },
          dueOn: null,
          dueAt: expiresAt,
          params: { number, unit, person: customer, untilAt: expiresAt },
        };
        return [
          { ...task, assignee: { accountId: consultantId } },
          { ...task, assignee: { posts: ['supervisor'] as const, notAccountIds: [consultantId] } },
        ];
      }),

  /** A deposit that is due: the cashier takes it. */
  depositToReceive: (facts) =>
    depositsDue(facts).map((one) => deposit('depositToReceive', one, { posts: cashiers, notAccountIds: [] })),

  /** A deposit that is not whole: the consultant brings the customer to the cashier. */
  depositDue: (facts) => depositsDue(facts).map((one) => deposit('depositDue', one, { accountId: one.consultantId })),

  /** Money of a signed deal that is due: the cashier takes it. */
  paymentToReceive: (facts) =>
    facts.payments.map((one) => payment('paymentToReceive', one, { posts: cashiers, notAccountIds: [] })),

  /** The same for the consultant, who asks the customer for it. */
  paymentDue: (facts) => facts.payments.map((one) => payment('paymentDue', one, { accountId: one.consultantId })),

  /** A refund that was agreed to: whoever keeps the books pays it out. */
  refundToPay: (facts) =>
    facts.refunds.map(({ refundId, number, unit, payee, amount, dueOn }) => ({
      kind: 'refundToPay',
      subject: { noun: 'refunds', id: refundId },
      ...untilEndOf(dueOn),
      assignee: { posts: ['finance'], notAccountIds: [] },
      params: { number, unit, person: payee, amountFen: amount },
    })),

  ...launchRules,
  ...partnerRules,
  ...caseRules,
  ...contractRules,
  ...custodyRules,
  ...rulingRules,
  ...agreementRules,

  /** A paper whose number is taken and whose bytes never came: resume or void it (decision 9). */
  documentResume: (facts) =>
    facts.documents
      .filter((one) => one.state === 'issuing' && one.issuedAt + ISSUING_MINUTES * MINUTE_MS <= facts.now)
      .map((one) => ({
        kind: 'documentResume',
        subject: { noun: 'documents', id: one.documentId },
        dueOn: null,
        dueAt: one.issuedAt + ISSUING_MINUTES * MINUTE_MS,
        assignee: { accountId: one.issuedBy },
        params: { number: one.number, documentKind: one.kind },
      })),
};

/** Every task of the office by these facts, the most urgent first. */
export function allTasks(facts: TaskFacts): Task[] {
  return Object.values(taskRules)
    .flatMap((rule) => rule(facts))
    .toSorted(byUrgency);
}

/** The tasks of one person, the most urgent first. */
export function tasksOf(facts: TaskFacts, person: TaskPerson): Task[] {
  return allTasks(facts).filter((task) => isTaskOf(task, person));
}

function isReview(approval: ApprovalFact): boolean {
  return reviewKinds.includes(approval.kind);
}

function decision(kind: 'approvalWaiting' | 'reviewWaiting', approval: ApprovalFact): Task {
  return {
    kind,
    subject: { noun: 'approvals', id: approval.approvalId },
    dueOn: null,
    dueAt: approval.expiresAt,
    assignee: { posts: approval.deciders, notAccountIds: [approval.requestedBy] },
    params: {
      approvalKind: approval.kind,
      unit: approval.unit,
      person: approval.customer,
      amount: approval.amount,
      requester: approval.requester,
      expiresAt: approval.expiresAt,
    },
  };
}

function depositsDue(facts: TaskFacts): SubscriptionFact[] {
  return facts.subscriptions.filter((one) => one.state === 'approved' && one.depositRemaining > 0);
}

function deposit(
  kind: 'depositDue' | 'depositToReceive',
  subscription: SubscriptionFact,
  assignee: Task['assignee'],
): Task {
  const { number, unit, buyer, depositRemaining, depositDueOn } = subscription;
  return {
    kind,
    subject: { noun: 'subscriptions', id: subscription.subscriptionId },
    ...untilEndOf(depositDueOn),
    assignee,
    params: { number, unit, person: buyer, remainingFen: depositRemaining, dueOn: depositDueOn },
  };
}

function payment(
  kind: 'paymentToReceive' | 'paymentDue',
  { subscriptionId, unit, buyer, open, dueOn }: PaymentFact,
  assignee: Task['assignee'],
): Task {
  return {
    kind,
    subject: { noun: 'subscriptions', id: subscriptionId },
    ...untilEndOf(dueOn),
    assignee,
    params: { unit, person: buyer, openFen: open, dueOn },
  };
}
