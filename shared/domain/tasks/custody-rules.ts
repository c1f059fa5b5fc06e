import { addDays } from '#shared/kernel/local-date.ts';
import { answerDue, postsOf } from '../transfers/transfers.ts';
import type { TaskFacts } from './facts.ts';
import { type Task, type TaskKind, untilEndOf } from './task.ts';

/** How long after the signing originals are asked for in Today; an older contract is left to the register. */
export const DISTRIBUTION_DAYS = 14;

/** How long after its filing a buyer is told that the original is ready. */
const NOTICE_DAYS = 3;

/** The rules of originals (原件保管). */
export const custodyRules: {
  readonly [K in Extract<
    TaskKind,
    | 'originalsToDistribute'
    | 'originalOverdue'
    | 'transferToReceive'
    | 'transferLate'
    | 'buyerToNotify'
    | 'originalUncollected'
  >]: (facts: TaskFacts) => Task[];
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

  /** Documents that came to a department: somebody of it receives or refuses them. */
  transferToReceive: ({ transfers, transferAnswerDays }) =>
    transfers.map(({ transferId, number, fromDepartment, toDepartment, sentBy, sentOn }) => ({
      kind: 'transferToReceive',
      subject: { noun: 'transfers', id: transferId },
      ...untilEndOf(answerDue(sentOn, transferAnswerDays)),
      assignee: { posts: postsOf(toDepartment), notAccountIds: [sentBy] },
      params: { number, from: fromDepartment },
    })),

  /** Documents that nobody has answered in time: whoever sent them asks. */
  transferLate: ({ transfers, transferAnswerDays, today }) =>
    transfers
      .filter(({ sentOn }) => answerDue(sentOn, transferAnswerDays) < today)
      .map(({ transferId, number, sentBy, sentOn }) => ({
        kind: 'transferLate',
        subject: { noun: 'transfers', id: transferId },
        ...untilEndOf(answerDue(sentOn, transferAnswerDays)),
        assignee: { accountId: sentBy },
        params: { number },
      })),

  /** A filed contract whose buyer's copy lies here, and nobody has told the buyers. */
  buyerToNotify: ({ toCollect }) =>
    toCollect.flatMap(({ contractId, number, unit, filedOn, collectBy }) =>
      filedOn === null || collectBy !== null
        ? []
        : {
            kind: 'buyerToNotify',
            subject: { noun: 'contracts', id: contractId },
            ...untilEndOf(addDays(filedOn, NOTICE_DAYS)),
            assignee: { posts: ['backOffice'], notAccountIds: [] },
            params: { number, unit },
          },
    ),

  /** Buyers who were told and have not come: they are told again. */
  originalUncollected: ({ toCollect, today }) =>
    toCollect.flatMap(({ contractId, number, unit, collectBy }) =>
      collectBy === null || collectBy >= today
        ? []
        : {
            kind: 'originalUncollected',
            subject: { noun: 'contracts', id: contractId },
            ...untilEndOf(collectBy),
            assignee: { posts: ['backOffice'], notAccountIds: [] },
            params: { number, unit },
          },
    ),
};
