import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DueLine, type Incoming, settle } from '#shared/domain/payments/allocation.ts';
import { overdueOf } from '#shared/domain/payments/overdue.ts';
import { receiptItems } from '#shared/domain/payments/states.ts';
import { planItems } from '#shared/domain/plans/states.ts';
import { addDays, localDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, sumFen, yuan } from '#shared/kernel/money.ts';

const dueOn = localDate('2026-11-30');
const rules = { overduePenaltyPpm: 100, overduePenaltyDays: 90 };
const paid = (amount: Fen, daysLate: number) => ({ amount, on: addDays(dueOn, daysLate) });

describe('the penalty of late money', () => {
  it.each([
    ['on the due day', [], 0, { days: 0, penalty: 0, open: yuan(100_000) }],
    ['ten days late at 万分之一', [], 10, { days: 10, penalty: yuan(100), rescindable: false }],
    [
      'half of it paid after four days',
      [paid(yuan(50_000), 4)],
      10,
      { days: 10, penalty: yuan(70), open: yuan(50_000) },
    ],
    [
      'all paid after four days',
      [paid(yuan(100_000), 4)],
      30,
      { days: 4, penalty: yuan(40), open: 0, rescindable: false },
    ],
    ['paid early', [paid(yuan(100_000), -3)], 30, { days: 0, penalty: 0 }],
    ['not yet paid as of the day asked about', [paid(yuan(100_000), 20)], 10, { days: 10, penalty: yuan(100) }],
    ['the last day before rescission', [], 90, { rescindable: false }],
    ['the first day of it', [], 91, { rescindable: true, penalty: yuan(910) }],
  ])('%s', (_, payments, daysLate, expected) => {
    expect(overdueOf({ amount: yuan(100_000), dueOn, payments }, addDays(dueOn, daysLate), rules)).toMatchObject(
      expected,
    );
  });

  it('is rounded half up once over all days, not day by day', () => {
    const line = { amount: fen(3333), dueOn, payments: [] };
    expect(overdueOf(line, addDays(dueOn, 2), rules).penalty).toBe(1);
    expect(overdueOf(line, addDays(dueOn, 1), rules).penalty).toBe(0);
  });

  it('never shrinks with time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), fc.integer({ min: 0, max: 400 }), (amount, days) => {
        const line = { amount: fen(amount), dueOn, payments: [] };
        const now = overdueOf(line, addDays(dueOn, days), rules);
        expect(overdueOf(line, addDays(dueOn, days + 1), rules).penalty).toBeGreaterThanOrEqual(now.penalty);
      }),
    );
  });
});

describe('money set against a plan', () => {
  const plan: DueLine[] = [
    { position: 1, item: 'deposit', amount: yuan(50_000), dueOn: localDate('2026-11-23') },
    { position: 2, item: 'firstPayment', amount: yuan(250_000), dueOn },
    { position: 3, item: 'commercialLoan', amount: yuan(700_000), dueOn: localDate('2026-12-30') },
  ];
  const received = (item: Incoming['item'], amount: Fen, state: Incoming['state'] = 'valid'): Incoming => ({
    item,
    amount,
    receivedOn: localDate('2026-11-24'),
    state,
  });

  it('goes to the lines it was paid for, and what is open after its day is overdue', () => {
    const { lines, unused } = settle(
      plan,
      [received('deposit', yuan(50_000)), received('firstPayment', yuan(100_000)), received('loan', yuan(1), 'voided')],
      localDate('2026-12-01'),
    );
    expect(lines.map((line) => [line.open, line.overdue])).toEqual([
      [0, false],
      [yuan(150_000), true],
      [yuan(700_000), false],
    ]);
    expect(unused).toBe(0);
  });

  it('leaves over what no line asks for', () => {
    expect(settle(plan, [received('deposit', yuan(60_000))], dueOn).unused).toBe(yuan(10_000));
  });

  it('loses no fen and pays no line twice', () => {
    const lines = fc.array(
      fc.record({
        item: fc.constantFrom(...planItems),
        amount: fc.integer({ min: 1, max: 1_000_000 }).map(fen),
        after: fc.integer({ min: 0, max: 90 }),
      }),
      { maxLength: 8 },
    );
    const receipts = fc.array(
      fc.record({
        item: fc.constantFrom(...receiptItems),
        amount: fc.integer({ min: 1, max: 1_000_000 }).map(fen),
        after: fc.integer({ min: 0, max: 90 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(lines, receipts, (due, money) => {
        const result = settle(
          due.map((line, index) => ({
            position: index + 1,
            item: line.item,
            amount: line.amount,
            dueOn: addDays(dueOn, line.after),
          })),
          money.map((one) => ({
            item: one.item,
            amount: one.amount,
            receivedOn: addDays(dueOn, one.after),
            state: 'valid',
          })),
          dueOn,
        );
        expect(sumFen(result.lines.map((line) => line.paid)) + result.unused).toBe(
          sumFen(money.map((one) => one.amount)),
        );
        for (const line of result.lines) {
          expect(line.paid + line.open).toBe(line.amount);
          expect(sumFen(line.payments.map((one) => one.amount))).toBe(line.paid);
        }
      }),
    );
  });
});
