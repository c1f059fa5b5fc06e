import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ownMoneyOf,
  type PaidMoney,
  terminationMoney,
  withInterest,
} from '#shared/domain/agreements/termination-money.ts';
import { mostPenalty } from '#shared/domain/changes/settlement.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, sumFen, yuan } from '#shared/kernel/money.ts';

const paid = (
  item: PaidMoney['item'],
  amount: Fen,
  receipt = 'SJ-2026-0001',
  paidOn = localDate('2026-11-16'),
): PaidMoney => ({ item, amount, receipt, paidOn });
const noInterest = { yearlyPpm: 0, until: localDate('2027-11-16') };
const aYearAt = (yearlyPpm: number) => ({ ...noInterest, yearlyPpm });

describe('The money of a contract that ends', () => {
  it('keeps the penalty out of the deposit first, gives the loan to its lender and the rest to the buyer', () => {
    const money = terminationMoney(
      [paid('deposit', yuan(50_000)), paid('firstPayment', yuan(400_000)), paid('loan', yuan(1_000_000))],
      { penalty: yuan(75_000), interest: noInterest, back: fen(0) },
    );
    expect(money.rows.map(({ penalty, refund }) => [penalty, refund])).toEqual([
      [yuan(50_000), fen(0)],
      [yuan(25_000), yuan(375_000)],
      [fen(0), yuan(1_000_000)],
    ]);
    expect(money.toLender).toBe(yuan(1_000_000));
    expect(money.toBuyer).toBe(yuan(375_000));
  });

  it('takes what went back before off the latest that was paid', () => {
    const money = terminationMoney([paid('deposit', yuan(50_000)), paid('firstPayment', yuan(400_000))], {
      penalty: fen(0),
      interest: aYearAt(10_000),
      back: yuan(100_000),
    });
    expect(money.rows.map(({ back, refund }) => [back, refund])).toEqual([
      [fen(0), yuan(50_000)],
      [yuan(100_000), yuan(300_000)],
    ]);
    expect(money.net).toBe(yuan(353_500));
  });

  it('never keeps any of the loan', () => {
    const lent = [paid('deposit', yuan(10)), paid('loan', yuan(1_000))];
    expect(ownMoneyOf(lent, fen(0))).toBe(yuan(10));
    expect(() => terminationMoney(lent, { penalty: yuan(11), interest: noInterest, back: fen(0) })).toThrow(RangeError);
  });

  it('sums to the fen, row by row and in all, whatever was paid and agreed', () => {
    const items = fc.constantFrom('deposit', 'firstPayment', 'instalment', 'loan', 'other');
    const rows = fc.array(fc.tuple(items, fc.integer({ min: 1, max: 500_000_000 })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.nat(1_000), fc.nat(1_000), fc.nat(240_000), (list, keeps, gone, yearlyPpm) => {
        const all = list.map(([item, amount], index) => paid(item, fen(amount), `SJ-2026-${index}`));
        const own = ownMoneyOf(all, fen(0));
        const back = fen(Math.floor((own * gone) / 2_000));
        const penalty = fen(Math.floor((ownMoneyOf(all, back) * keeps) / 1_000));
        const money = terminationMoney(all, { penalty, interest: aYearAt(yearlyPpm), back });
        for (const row of money.rows) {
          expect(row.back + row.penalty + row.refund).toBe(row.amount);
          expect(row.refund + row.interest).toBe(row.net);
          for (const part of [row.back, row.penalty, row.refund, row.interest]) expect(part).toBeGreaterThanOrEqual(0);
          if (row.toLender) expect([row.back, row.penalty]).toEqual([0, 0]);
        }
        expect(money.amount).toBe(sumFen(all.map(({ amount }) => amount)));
        expect(money.back + money.penalty + money.refund).toBe(money.amount);
        expect([money.back, money.penalty]).toEqual([back, penalty]);
        expect(money.interest).toBe(sumFen(money.rows.map(({ interest }) => interest)));
        if (yearlyPpm === 0) expect(money.interest).toBe(0);
        expect(money.toLender + money.toBuyer).toBe(money.net);
      }),
    );
  });

  it('gives to each who paid what they brought and their part of the interest, to the fen', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 500_000_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(shares, fc.nat(50_000_000), (amounts, interest) => {
        const brought = amounts.map((amount) => ({ amount: fen(amount) }));
        const added = withInterest(brought, fen(interest));
        expect(added.map(({ amount }) => amount)).toEqual(amounts);
        expect(sumFen(added.map((one) => one.interest))).toBe(interest);
        const whole = sumFen(amounts.map(fen));
        for (const { amount, interest: part } of added)
          expect(Math.abs(part - (interest * amount) / whole)).toBeLessThanOrEqual(1);
      }),
    );
    expect(withInterest([], fen(5))).toEqual([]);
    const nothing = [{ amount: fen(0) }, { amount: fen(0) }];
    expect(withInterest(nothing, fen(5)).map(({ interest }) => interest)).toEqual([3, 2]);
  });

  it('is kept up to the share of the price that the contract agrees, and never more than the buyer paid', () => {
    const price = yuan(1_000_000);
    expect(mostPenalty({ price, ownMoney: yuan(300_000), agreedPpm: 50_000 })).toBe(yuan(50_000));
    expect(mostPenalty({ price, ownMoney: yuan(20_000), agreedPpm: 50_000 })).toBe(yuan(20_000));
    expect(mostPenalty({ price, ownMoney: yuan(20_000), agreedPpm: null })).toBe(yuan(20_000));
  });
});
