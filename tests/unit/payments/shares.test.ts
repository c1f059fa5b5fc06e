import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DueLine,
  type Incoming,
  itemOfLines,
  openFor,
  settle,
  sharesRefusal,
  spread,
} from '#shared/domain/payments/allocation.ts';
import { receiptItems } from '#shared/domain/payments/states.ts';
import { planItems } from '#shared/domain/plans/states.ts';
import { addDays, localDate } from '#shared/kernel/local-date.ts';
import { fen, sumFen, yuan } from '#shared/kernel/money.ts';

const today = localDate('2026-11-23');
const plan: readonly DueLine[] = [
  { position: 1, item: 'deposit', amount: yuan(50_000), dueOn: today },
  { position: 2, item: 'firstPayment', amount: yuan(250_000), dueOn: addDays(today, 7) },
  { position: 3, item: 'instalment', amount: yuan(100_000), dueOn: addDays(today, 60) },
  { position: 4, item: 'commercialLoan', amount: yuan(600_000), dueOn: addDays(today, 30) },
];
const open = settle(plan, [], today).lines;

describe('the lines that a payment is taken for', () => {
  it('fill from the earliest due day, each no further than it is open', () => {
    expect(spread('firstPayment', yuan(300_000), open)).toEqual([
      { position: 2, amount: yuan(250_000) },
      { position: 3, amount: yuan(50_000) },
    ]);
    expect(openFor('firstPayment', open)).toBe(yuan(350_000));
    expect(openFor('loan', open)).toBe(yuan(600_000));
  });

  it('name the receipt', () => {
    expect(itemOfLines([{ item: 'instalment' }, { item: 'finalPayment' }])).toBe('instalment');
    expect(itemOfLines([{ item: 'commercialLoan' }])).toBe('loan');
    expect(itemOfLines([])).toBe('other');
  });

  it.each([
    [
      'one line twice',
      [
        { position: 2, amount: yuan(1) },
        { position: 2, amount: yuan(1) },
      ],
      'PLAN_LINE_TWICE',
    ],
    ['the loan, which has a receipt of its own', [{ position: 4, amount: yuan(2) }], 'PLAN_LINE_OF_OTHER_ITEM'],
    ['the deposit, which has one too', [{ position: 1, amount: yuan(2) }], 'PLAN_LINE_OF_OTHER_ITEM'],
    ['more than is open', [{ position: 2, amount: fen(25_000_001) }], 'PLAN_LINE_EXCEEDED'],
    ['nothing on a line', [{ position: 2, amount: fen(0) }], 'PLAN_LINE_EXCEEDED'],
    ['less than was paid', [{ position: 2, amount: yuan(1) }], 'SHARES_DIFFER'],
    ['a line that the plan has not', [{ position: 9, amount: yuan(2) }], 'NOT_FOUND'],
  ] as const)('cannot be %s', (_what, shares, code) => {
    expect(sharesRefusal({ item: 'firstPayment', amount: yuan(2), shares }, open)?.code).toBe(code);
  });

  it('keep what a receipt says even where an earlier line is open', () => {
    const paid: Incoming = {
      item: 'instalment',
      amount: yuan(40_000),
      receivedOn: today,
      state: 'valid',
      lines: [{ position: 3, amount: yuan(40_000) }],
    };
    expect(settle(plan, [paid], today).lines.map((line) => line.paid)).toEqual([0, 0, yuan(40_000), 0]);
  });
});

describe('whatever is paid and voided', () => {
  const lines = fc.array(
    fc.record({
      item: fc.constantFrom(...planItems),
      amount: fc.integer({ min: 1, max: 900_000_000 }).map(fen),
      after: fc.integer({ min: -90, max: 90 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const payments = fc.array(
    fc.record({ item: fc.constantFrom(...receiptItems), ppm: fc.integer({ min: 1, max: 1_000_000 }) }),
    { maxLength: 12 },
  );

  it('never puts more on a line than is due, loses no fen, and a reversal restores the plan exactly', () => {
    fc.assert(
      fc.property(lines, payments, fc.nat(), (due, wishes, which) => {
        const planned = due.map(({ item, amount, after }, index) => ({
          position: index + 1,
          item,
          amount,
          dueOn: addDays(today, after),
        }));
        const receipts: Incoming[] = [];
        const stages = [settle(planned, receipts, today).lines];
        for (const { item, ppm } of wishes) {
          const before = stages.at(-1) ?? [];
          const amount = fen(Math.ceil((openFor(item, before) * ppm) / 1_000_000));
          if (amount === 0) continue;
          const shares = spread(item, amount, before);
          expect(sharesRefusal({ item, amount, shares }, before)).toBeUndefined();
          receipts.push({ item, amount, receivedOn: today, state: 'valid', lines: shares });
          const after = settle(planned, receipts, today);
          stages.push(after.lines);
          expect(after.unused).toBe(0);
          expect(sumFen(after.lines.map(({ paid }) => paid))).toBe(sumFen(receipts.map((one) => one.amount)));
          for (const line of after.lines) {
            expect(line.paid).toBeLessThanOrEqual(line.amount);
            expect(line.paid + line.open).toBe(line.amount);
          }
        }
        if (receipts.length === 0) return;
        const at = which % receipts.length;
        const voided = receipts.map((one, index) => (index === at ? { ...one, state: 'voided' as const } : one));
        const without = receipts.filter((_one, index) => index !== at);
        expect(settle(planned, voided, today).lines).toEqual(settle(planned, without, today).lines);
        const last = [...receipts.slice(0, -1), { ...(receipts.at(-1) as Incoming), state: 'voided' as const }];
        expect(settle(planned, last, today).lines).toEqual(stages.at(-2));
      }),
    );
  });
});
