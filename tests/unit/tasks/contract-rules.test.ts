import { describe, expect, it } from 'vitest';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { postAskedToReview } from '#shared/domain/contracts/review.ts';
import { type ContractFact, quietOffice, type SubscriptionFact } from '#shared/domain/tasks/facts.ts';
import { allTasks, tasksOf } from '#shared/domain/tasks/rules.ts';
import { isOverdue } from '#shared/domain/tasks/task.ts';
import { addDays, instantOf, localDate } from '#shared/kernel/local-date.ts';
import { yuan, ZERO_FEN } from '#shared/kernel/money.ts';

const today = localDate('2026-11-23');
const now = instantOf(today, 10 * 60);
const quiet = quietOffice(now, today);

/** A consultant's deal; 40 is of the back office, 20 supervises, 30 manages. */
const consultant = 11;
const contract: ContractFact = {
  contractId: 7,
  number: 'HT-2026-0007',
  unit: '3-1-1802',
  buyer: '王海涛',
  state: 'draft',
  price: yuan(2_000_000),
  consultantId: consultant,
  draftedBy: 40,
  submittedBy: null,
  submitter: '',
  signByOn: addDays(today, 5),
  returned: false,
  seized: false,
  openDefects: 0,
  review: null,
  signatures: 0,
  signers: 3,
};
const review = { level: 2, levels: 3, post: 'supervisor', notAccountIds: [40, 41] } as const;

const people: readonly (readonly [number, Post])[] = [
  [consultant, 'consultant'],
  [40, 'backOffice'],
  [41, 'backOffice'],
  [20, 'supervisor'],
  [30, 'manager'],
];

/** Who is told what about a contract. */
function told(change: Partial<ContractFact>): Record<number, string[]> {
  const facts = { ...quiet, contracts: [{ ...contract, ...change }] };
  const lines = people.map(([accountId, post]) => [
    accountId,
    tasksOf(facts, { accountId, post }).map((task) => task.kind),
  ]);
  return Object.fromEntries(lines.filter(([, kinds]) => (kinds ?? []).toString() !== ''));
}

describe('The office’s day around a contract', () => {
  it('begins where a deposit is whole: the consultant and the back office are to draft it, by the day to sign', () => {
    const subscription: SubscriptionFact = {
      subscriptionId: 4,
      number: 'RG-2026-0001',
      unit: '3-1-1802',
      state: 'depositComplete',
      consultantId: consultant,
      buyer: '王海涛',
      price: yuan(2_000_000),
      depositDueOn: today,
      depositRemaining: ZERO_FEN,
      signByOn: addDays(today, 7),
    };
    const facts = { ...quiet, subscriptions: [subscription] };
    for (const [accountId, post] of people) {
      const expected = post === 'consultant' || post === 'backOffice' ? ['contractToDraft'] : [];
      expect(tasksOf(facts, { accountId, post }).map(({ kind }) => kind)).toEqual(expected);
    }
    expect(allTasks(facts)[0]).toMatchObject({ subject: { noun: 'subscriptions', id: 4 }, dueOn: addDays(today, 7) });
  });

  it.each([
    ['a draft', {}, { 40: ['contractToSubmit'] }],
    ['a draft of its consultant', { draftedBy: consultant }, { [consultant]: ['contractToSubmit'] }],
    [
      'a draft near its day to sign',
      { signByOn: addDays(today, 2) },
      { 40: ['contractToSubmit'], [consultant]: ['signingDue'] },
    ],
    [
      'the own draft near its day: one line, not two',
      { draftedBy: consultant, signByOn: addDays(today, 1) },
      { [consultant]: ['contractToSubmit'] },
    ],
    ['a contract that came back', { returned: true, openDefects: 2 }, { 40: ['contractToCorrect'] }],
    ['a contract whose defects are corrected', { returned: true }, { 40: ['contractToCorrect'] }],
    [
      'a contract that came back to whoever drafted and whoever submitted it',
      { returned: true, submittedBy: consultant },
      { 40: ['contractToCorrect'], [consultant]: ['contractToCorrect'] },
    ],
    ['a contract at its second level', { state: 'inReview', submittedBy: 40, review }, { 20: ['contractReview'] }],
    [
      'a level of which the supervisor wrote the contract',
      { state: 'inReview', review: { ...review, notAccountIds: [20] } },
      {},
    ],
    ['a level that nobody may review', { state: 'inReview', review: { ...review, post: null } }, {}],
    ['an approved contract', { state: 'approved' }, { 40: ['contractToPrint'], 41: ['contractToPrint'] }],
    [
      'an approved contract of its consultant, who hears of it',
      { state: 'approved', draftedBy: consultant },
      { 40: ['contractToPrint'], 41: ['contractToPrint'], [consultant]: ['contractToPrint'] },
    ],
    [
      'a printed contract',
      { state: 'printed' },
      { 40: ['contractToSign'], 41: ['contractToSign'], [consultant]: ['contractToSign'] },
    ],
    [
      'a printed contract on its day to sign',
      { state: 'printed', signByOn: today },
      {
        40: ['contractToSign'],
        41: ['contractToSign'],
        [consultant]: ['contractToSign'],
        20: ['subscriptionExpiring'],
        30: ['subscriptionExpiring'],
      },
    ],
  ] as [string, Partial<ContractFact>, Record<number, string[]>][])('tells of %s', (_, change, expected) => {
    expect(told(change)).toEqual(expected);
  });

  it('is overdue when the day to sign is over, and opens the contract', () => {
    const facts = { ...quiet, contracts: [{ ...contract, state: 'printed' as const, signByOn: addDays(today, -1) }] };
    const tasks = tasksOf(facts, { accountId: consultant, post: 'consultant' });
    expect(tasks).toMatchObject([{ kind: 'contractToSign', subject: { noun: 'contracts', id: 7 } }]);
    expect(tasks.every((task) => isOverdue(task, now))).toBe(true);
  });

  it('asks a higher post where everybody of a level’s own post wrote or reviewed it', () => {
    const office = people.map(([id, post]) => ({ id, post }));
    expect(postAskedToReview('backOffice', office, [])).toBe('backOffice');
    expect(postAskedToReview('backOffice', office, [40])).toBe('backOffice');
    expect(postAskedToReview('backOffice', office, [40, 41])).toBe('supervisor');
    expect(postAskedToReview('manager', office, [30])).toBe(null);
  });
});
