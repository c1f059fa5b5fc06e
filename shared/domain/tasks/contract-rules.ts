import { addDays } from '#shared/kernel/local-date.ts';
import type { Post } from '../accounts/posts.ts';
import type { ContractFact, SubscriptionFact, TaskFacts } from './facts.ts';
import { type Task, type TaskKind, untilEndOf } from './task.ts';

/** Posts that draft, print and have signed whatever the consultants do not (decision 19). */
const backOffice: readonly Post[] = ['backOffice'];

/** Posts that extend the day to sign or give notice. */
const supervisors: readonly Post[] = ['supervisor', 'manager'];

/** Kinds of tasks on the way from a subscription to its signed contract. */
type SigningKind = Extract<TaskKind, `contract${string}` | 'signingDue' | 'subscriptionExpiring'>;

/**
 * The rules from a whole deposit to the last signature. All of it is due with the day to sign: the deadline counts down
 * whoever has the contract just now. Somebody who has something to do about a contract is told so, and not reminded too.
 */
export const contractRules: { readonly [K in SigningKind]: (facts: TaskFacts) => Task[] } = {
  /** The deposit is whole and there is no contract: its consultant or the back office drafts it. */
  contractToDraft: (facts) =>
    facts.subscriptions
      .filter(({ state }) => state === 'depositComplete')
      .flatMap((one) => forEach(ofSubscription('contractToDraft', one), [one.consultantId], [...backOffice])),

  /** A draft that nobody has handed in: whoever drafted it goes on. */
  contractToSubmit: (facts) =>
    facts.contracts
      .filter((one) => one.state === 'draft' && !isToCorrect(one))
      .flatMap((one) => forEach(ofContract('contractToSubmit', one), [one.draftedBy])),

  /** A contract came back from its review: whoever wrote it corrects what was found. */
  contractToCorrect: (facts) =>
    facts.contracts
      .filter(isToCorrect)
      .flatMap((one) =>
        forEach(ofContract('contractToCorrect', one, { defects: one.openDefects }), [
          one.draftedBy,
          one.submittedBy ?? one.draftedBy,
        ]),
      ),

  /** A contract waits at a level of its review: the people of its post, without those who wrote or reviewed it. */
  contractReview: (facts) =>
    facts.contracts.flatMap((one) => {
      if (one.state !== 'inReview' || one.review === null || one.review.post === null) return [];
      const { level, levels, post, notAccountIds } = one.review;
      const task = ofContract('contractReview', one, { level, levels, requester: one.submitter });
      return { ...task, assignee: { posts: [post], notAccountIds } };
    }),

  /** A contract passed its review: the back office prints it, and whoever drafted it hears of it. */
  contractToPrint: (facts) =>
    facts.contracts
      .filter(({ state }) => state === 'approved')
      .flatMap((one) => forEach(ofContract('contractToPrint', one), [one.draftedBy], [...backOffice])),

  /** A printed contract: the consultant brings the buyers, the back office takes their signatures. */
  contractToSign: (facts) =>
    facts.contracts
      .filter(({ state }) => state === 'printed')
      .flatMap((one) => {
        const task = ofContract('contractToSign', one, { signatures: one.signatures, signers: one.signers });
        return forEach(task, [one.consultantId], [...backOffice]);
      }),

  /** The day to sign is near and the contract is still with others: its consultant sees to it. */
  signingDue: (facts) =>
    facts.contracts
      .filter(
        (one) => !isWithConsultant(one) && !one.seized && one.signByOn <= addDays(facts.today, facts.signingSoonDays),
      )
      .flatMap((one) => forEach(ofContract('signingDue', one, { state: one.state }), [one.consultantId])),

  /** The day to sign has come or passed and nothing is signed: extend, or give notice (SUB-5). */
  subscriptionExpiring: (facts) => [
    ...facts.subscriptions
      .filter((one) => (one.state === 'approved' || one.state === 'depositComplete') && one.signByOn <= facts.today)
      .flatMap((one) => forEach(ofSubscription('subscriptionExpiring', one), [], supervisors)),
    ...facts.contracts
      .filter((one) => !one.seized && one.signByOn <= facts.today)
      .flatMap((one) => forEach(ofContract('subscriptionExpiring', one), [], supervisors)),
  ],
};

type Unassigned = Omit<Task, 'assignee'>;

/** One task for each of some people, once each, and one for the holders of some posts. */
function forEach(task: Unassigned, accountIds: readonly number[], posts: readonly Post[] = []): Task[] {
  const named = [...new Set(accountIds)];
  return [
    ...named.map((accountId) => ({ ...task, assignee: { accountId } })),
    // Who is named has it already.
    ...(posts.length === 0 ? [] : [{ ...task, assignee: { posts, notAccountIds: named } }]),
  ];
}

function isToCorrect({ state, returned, openDefects }: ContractFact): boolean {
  return state === 'draft' && (returned || openDefects > 0);
}

/** True while another rule asks the consultant of a contract to do something about it. */
function isWithConsultant(one: ContractFact): boolean {
  if (one.state === 'printed') return true;
  if (one.state === 'inReview') return false;
  return one.draftedBy === one.consultantId || (isToCorrect(one) && one.submittedBy === one.consultantId);
}

function ofSubscription(kind: SigningKind, one: SubscriptionFact): Unassigned {
  return {
    kind,
    subject: { noun: 'subscriptions', id: one.subscriptionId },
    ...untilEndOf(one.signByOn),
    params: { number: one.number, unit: one.unit, person: one.buyer, dueOn: one.signByOn },
  };
}

function ofContract(kind: SigningKind, one: ContractFact, params: Task['params'] = {}): Unassigned {
  return {
    kind,
    subject: { noun: 'contracts', id: one.contractId },
    ...untilEndOf(one.signByOn),
    params: { number: one.number, unit: one.unit, person: one.buyer, dueOn: one.signByOn, ...params },
  };
}
