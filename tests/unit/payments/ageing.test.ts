import { describe, expect, it } from 'vitest';
import { ageBandOf, ageingOf } from '#shared/domain/payments/ageing.ts';
import { yuan } from '#shared/kernel/money.ts';

describe('The ageing of what is owed', () => {
  it.each([
    [-3, 'notDue'],
    [0, 'notDue'],
    [1, 'upTo30'],
    [30, 'upTo30'],
    [31, 'upTo60'],
    [60, 'upTo60'],
    [61, 'upTo90'],
    [90, 'upTo90'],
    [91, 'over90'],
  ] as const)('puts what is %i days late into %s', (days, band) => {
    expect(ageBandOf(days)).toBe(band);
  });

  it('sums the buyers’ own money by bands and loans apart, to the fen', () => {
    const lines = [
      { item: 'firstPayment', open: yuan(100), overdueDays: 0 },
      { item: 'instalment', open: yuan(20), overdueDays: 31 },
      { item: 'finalPayment', open: yuan(3), overdueDays: 45 },
      { item: 'commercialLoan', open: yuan(5000), overdueDays: 120 },
      { item: 'instalment', open: yuan(7), overdueDays: 120 },
    ] as const;
    expect(ageingOf(lines)).toEqual({
      own: { notDue: yuan(100), upTo30: 0, upTo60: yuan(23), upTo90: 0, over90: yuan(7) },
      loan: yuan(5000),
    });
  });
});
