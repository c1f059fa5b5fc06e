import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ApprovalFact, quietOffice, type SubscriptionFact, type TaskFacts } from '#shared/domain/tasks/facts.ts';
import { allTasks, tasksOf } from '#shared/domain/tasks/rules.ts';
import { isOverdue, taskKinds } from '#shared/domain/tasks/task.ts';
import { addDays, instantOf, localDate } from '#shared/kernel/local-date.ts';
import { yuan, ZERO_FEN } from '#shared/kernel/money.ts';

const today = localDate('2026-11-23');
const now = instantOf(today, 10 * 60);
const minutes = (count: number) => now + count * 60_000;
const quiet = quietOffice(now, today);

const customer = {
  customerId: 1,
  name: '王海涛',
  ownerId: 11,
  rating: 'A',
  state: 'prospect',
  nextFollowUpOn: today,
} as const;
const approval: ApprovalFact = {
  approvalId: 3,
  kind: 'priceBelowAuthority',
  unit: '5-2-0903',
  customer: '刘俊杰',
  amount: 45_000,
  requestedBy: 11,
  requester: '罗静',
  deciders: ['manager', 'director'],
  expiresAt: minutes(41),
};
const subscription: SubscriptionFact = {
  subscriptionId: 4,
  number: 'RG-2026-0001',
  unit: '3-1-1802',
  state: 'approved',
  consultantId: 11,
  buyer: '王海涛',
  price: yuan(2_000_000),
  depositDueOn: today,
  depositRemaining: yuan(30_000),
  signByOn: addDays(today, 7),
};
const hold = { unitId: 6, unit: '3-2-2006', accountId: 20, customer: '重庆长安', expiresAt: now };

const booking = {
  unitId: 7,
  number: 'XD-2026-0001',
  unit: '3-2-2007',
  consultantId: 11,
  customer: '周琳',
  expiresAt: minutes(38 * 60 - 1),
};

function kinds(facts: Partial<TaskFacts>) {
  return allTasks({ ...quiet, ...facts }).map((task) => task.kind);
}

describe('what the office must do', () => {
  it('is nothing where nothing is going on', () => {
    expect(allTasks(quiet)).toEqual([]);
  });

  it.each([
    ['a contact due today', { customers: [customer] }, ['followUpDue']],
    ['a contact due tomorrow', { customers: [{ ...customer, nextFollowUpOn: addDays(today, 1) }] }, []],
    ['a contact with a lost customer', { customers: [{ ...customer, state: 'lost' }] }, []],
    ['a customer of the pool', { customers: [{ ...customer, ownerId: null }] }, []],
    [
      'a lock with 9 minutes left',
      { locks: [{ unitId: 1, unit: '3-1-1802', accountId: 11, expiresAt: minutes(9) }] },
      ['lockExpiring'],
    ],
    [
      'a lock with 11 minutes left',
      { locks: [{ unitId: 1, unit: '3-1-1802', accountId: 11, expiresAt: minutes(11) }] },
      [],
    ],
    ['a price approval', { approvals: [approval] }, ['approvalWaiting']],
    ['a review', { approvals: [{ ...approval, kind: 'subscriptionReview' }] }, ['reviewWaiting']],
    ['a deposit that is not whole', { subscriptions: [subscription] }, ['depositToReceive', 'depositDue']],
    ['a hold until tomorrow evening', { holds: [{ ...hold, expiresAt: minutes(38 * 60 - 1) }] }, ['holdExpiring']],
    ['a hold until the day after tomorrow', { holds: [{ ...hold, expiresAt: minutes(38 * 60) }] }, []],
    ['a booking until tomorrow evening', { bookings: [booking] }, ['bookingExpiring', 'bookingExpiring']],
    ['a booking until the day after tomorrow', { bookings: [{ ...booking, expiresAt: minutes(38 * 60) }] }, []],
    ['a hold that has run out', { holds: [{ ...hold, expiresAt: now }] }, []],
    [
      'a whole deposit, seven days to sign',
      { subscriptions: [{ ...subscription, state: 'depositComplete', depositRemaining: ZERO_FEN }] },
      ['contractToDraft', 'contractToDraft'],
    ],
    [
      'a whole deposit, two days to sign',
      {
        subscriptions: [
          { ...subscription, state: 'depositComplete', depositRemaining: ZERO_FEN, signByOn: addDays(today, 2) },
        ],
      },
      ['contractToDraft', 'contractToDraft'],
    ],
    [
      'the day to sign itself',
      { subscriptions: [{ ...subscription, state: 'depositComplete', depositRemaining: ZERO_FEN, signByOn: today }] },
      ['contractToDraft', 'contractToDraft', 'subscriptionExpiring'],
    ],
    [
      'a subscription turned into a contract',
      { subscriptions: [{ ...subscription, state: 'converted', signByOn: today }] },
      [],
    ],
    [
      'a paper that is being made',
      {
        documents: [
          {
            documentId: 5,
            kind: 'subscriptionBook',
            number: 'RG-1',
            state: 'issuing',
            issuedBy: 11,
            issuedAt: minutes(-1),
          },
        ],
      },
      [],
    ],
    [
      'a paper that was interrupted',
      {
        documents: [
          {
            documentId: 5,
            kind: 'subscriptionBook',
            number: 'RG-1',
            state: 'issuing',
            issuedBy: 11,
            issuedAt: minutes(-2),
          },
        ],
      },
      ['documentResume'],
    ],
  ] as [string, Partial<TaskFacts>, string[]][])('follows from %s', (_, facts, expected) => {
    expect(kinds(facts)).toEqual(expected);
  });

  it('is shown to whom it belongs, and no request to the one who made it', () => {
    const facts = { ...quiet, customers: [customer], approvals: [approval] };
    expect(tasksOf(facts, { accountId: 11, post: 'consultant' }).map((task) => task.kind)).toEqual(['followUpDue']);
    expect(tasksOf(facts, { accountId: 20, post: 'manager' }).map((task) => task.kind)).toEqual(['approvalWaiting']);
    expect(tasksOf(facts, { accountId: 11, post: 'manager' }).map((task) => task.kind)).toEqual(['followUpDue']);
    expect(tasksOf(facts, { accountId: 30, post: 'supervisor' })).toEqual([]);
  });

  it('asks the cashier for a deposit that the consultant has to bring', () => {
    const facts = { ...quiet, subscriptions: [subscription] };
    const kindsOf = (accountId: number, post: 'consultant' | 'finance' | 'backOffice' | 'manager') =>
      tasksOf(facts, { accountId, post }).map((task) => task.kind);
    expect(kindsOf(11, 'consultant')).toEqual(['depositDue']);
    expect(kindsOf(40, 'finance')).toEqual(['depositToReceive']);
    expect(kindsOf(41, 'backOffice')).toEqual(['depositToReceive']);
    expect(kindsOf(42, 'manager')).toEqual([]);
  });

  it('asks the cashier for money of a signed deal, and its consultant to ask the customer', () => {
    const owed = {
      subscriptionId: 5,
      unit: '3-1-1802',
      buyer: '王海涛',
      consultantId: 11,
      open: yuan(9),
      dueOn: today,
    };
    const facts = { ...quiet, payments: [owed] };
    const kindsOf = (accountId: number, post: 'consultant' | 'finance' | 'manager') =>
      tasksOf(facts, { accountId, post }).map((task) => task.kind);
    expect(kindsOf(11, 'consultant')).toEqual(['paymentDue']);
    expect(kindsOf(12, 'consultant')).toEqual([]);
    expect(kindsOf(40, 'finance')).toEqual(['paymentToReceive']);
  });

  it('asks whoever is responsible for a case, or all of the warrants while nobody is', () => {
    const one = {
      caseId: 3,
      kind: 'mortgage',
      step: 'bankReview',
      stepName: '',
      returned: false,
      unit: '3-1-1802',
      buyer: '王海涛',
      responsibleId: 50,
      assignedBy: null,
      dueOn: addDays(today, 2),
    } as const;
    const kindsOf = (change: Partial<TaskFacts['cases'][number]>, accountId: number) =>
      tasksOf({ ...quiet, cases: [{ ...one, ...change }] }, { accountId, post: 'warrantOfficer' }).map(
        ({ kind }) => kind,
      );
    expect(kindsOf({}, 50)).toEqual(['caseDue']);
    expect(kindsOf({}, 51)).toEqual([]);
    expect(kindsOf({ responsibleId: null }, 51)).toEqual(['caseDue']);
    expect(kindsOf({ dueOn: addDays(today, 3) }, 50)).toEqual([]);
    expect(kindsOf({ dueOn: addDays(today, 3), returned: true }, 50)).toEqual(['caseDue']);
    // Given to somebody: it is on their day at once, and only once.
    const given = { dueOn: addDays(today, 9), assignedBy: '罗敏' };
    expect(kindsOf(given, 50)).toEqual(['caseAssigned']);
    expect(kindsOf(given, 51)).toEqual([]);
    expect(kindsOf({ assignedBy: '罗敏' }, 50)).toEqual(['caseDue']);
  });

  it('is overdue from the first moment after its day', () => {
    const [task] = allTasks({ ...quiet, customers: [customer] });
    if (!task) throw new Error('no task');
    expect(isOverdue(task, instantOf(today, 24 * 60) - 1)).toBe(false);
    expect(isOverdue(task, instantOf(today, 24 * 60))).toBe(true);
  });

  it('is listed by urgency, the same for the same facts in any order', () => {
    const customers = fc.array(
      fc.record({ customerId: fc.integer({ min: 1, max: 50 }), late: fc.integer({ min: 0, max: 20 }) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(customers, (drawn) => {
        const unique = [...new Map(drawn.map((one) => [one.customerId, one])).values()];
        const facts = unique.map((one) => ({
          ...customer,
          customerId: one.customerId,
          nextFollowUpOn: addDays(today, -one.late),
        }));
        const all = { ...quiet, approvals: [approval], subscriptions: [subscription] };
        const list = allTasks({ ...all, customers: facts });
        expect(allTasks({ ...all, customers: facts.toReversed() })).toEqual(list);
        expect(list.map((task) => task.dueAt)).toEqual(list.map((task) => task.dueAt).toSorted((a, b) => a - b));
        for (const task of list) expect(taskKinds).toContain(task.kind);
      }),
    );
  });
});
