import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthlyInstalment, repaymentSummary, repayments, repaymentWays } from '#shared/domain/loans/repayment.ts';
import { fen, sumFen, yuan } from '#shared/kernel/money.ts';

const million = { principal: yuan(1_000_000), ratePpm: 35_000, months: 360 };

const anyLoan = fc.record({
  principal: fc.integer({ min: 1, max: 1_000_000_000 }).map(fen),
  ratePpm: fc.integer({ min: 0, max: 240_000 }),
  months: fc.integer({ min: 1, max: 360 }),
});

describe('the repayment of a loan', () => {
  it.each([
    [million, 449_045],
    [{ ...million, ratePpm: 0 }, 277_778],
    [{ principal: yuan(500_000), ratePpm: 26_000, months: 240 }, 267_394],
    [{ principal: yuan(100), ratePpm: 35_000, months: 1 }, 10_029],
  ])('has the instalment that banks print for %o', (loan, instalment) => {
    expect(monthlyInstalment(loan)).toBe(instalment);
  });

  it('with equal principal begins with the most and falls by the same interest each month', () => {
    const [first, second] = repayments('equalPrincipal', million);
    // A 360th of the loan, and a twelfth of 3.5 % of all of it.
    expect(first).toMatchObject({ principal: 277_778, interest: 291_667, payment: 569_445 });
    expect(second).toMatchObject({ principal: 277_778, interest: 290_856, open: 99_444_444 });
  });

  it.each(repaymentWays)('by %s repays the loan to the fen, whatever was rounded on the way', (way) => {
    fc.assert(
      fc.property(anyLoan, (loan) => {
        const months = repayments(way, loan);
        expect(months).toHaveLength(loan.months);
        expect(sumFen(months.map(({ principal }) => principal))).toBe(loan.principal);
        expect(months.at(-1)?.open).toBe(0);
        for (const { principal, interest, payment, open } of months) {
          expect(payment).toBe(principal + interest);
          expect(Math.min(principal, interest, open)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('by equal instalments asks the same of every month but the last', () => {
    fc.assert(
      fc.property(anyLoan, (loan) => {
        const asked = monthlyInstalment(loan);
        // A loan of a few fen over many months is paid back before its end.
        if (loan.principal < loan.months * 100) return;
        for (const { payment } of repayments('equalInstalments', loan).slice(0, -1)) expect(payment).toBe(asked);
      }),
    );
  });

  it('costs less interest by equal principal than by equal instalments', () => {
    // Without any rounding 616 560.88 and 526 458.33: whole fen each month move it by less than a yuan.
    expect(repaymentSummary('equalInstalments', [million]).interest).toBe(61_656_007);
    expect(Math.abs(repaymentSummary('equalPrincipal', [million]).interest - 52_645_833)).toBeLessThan(100);
  });

  it('of a combined loan is that of both together, month by month', () => {
    const fund = { principal: yuan(400_000), ratePpm: 26_000, months: 240 };
    const one = repayments('equalInstalments', million);
    const two = repayments('equalInstalments', fund);
    const { first, last, interest } = repaymentSummary('equalInstalments', [million, fund]);
    expect(first).toBe((one[0]?.payment ?? 0) + (two[0]?.payment ?? 0));
    expect(last).toBe(one[359]?.payment);
    expect(interest).toBe(sumFen([...one, ...two].map((month) => month.interest)));
  });

  it('of no loan at all is nothing', () => {
    expect(repaymentSummary('equalPrincipal', [])).toEqual({ first: 0, last: 0, interest: 0 });
  });
});
