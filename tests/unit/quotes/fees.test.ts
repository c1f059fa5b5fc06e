import { describe, expect, it } from 'vitest';
import { deedTaxPpm, type FeeRates, feesOf, feesTogether, type Purchase } from '#shared/domain/quotes/fees.ts';
import { loanRatePpm, quotedLoans } from '#shared/domain/quotes/loans.ts';
import { quoteState } from '#shared/domain/quotes/states.ts';
import { settingAsOf } from '#shared/domain/settings/registry.ts';
import { area } from '#shared/kernel/area.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

const day = localDate('2026-11-23');
const rates: FeeRates = {
  deedTax: settingAsOf([], 'deedTax', day),
  smallHome: settingAsOf([], 'deedTaxSmallHome', day),
  maintenanceFund: settingAsOf([], 'maintenanceFund', day),
  registrationFee: settingAsOf([], 'registrationFee', day),
  stampDuty: settingAsOf([], 'stampDuty', day),
  propertyFee: { home: fen(280), otherUse: fen(600) },
  propertyFeeMonths: 12,
};
const home: Purchase = { use: 'home', builtArea: area(9_873), price: yuan(1_512_000), homeOrder: 'first' };

describe('the deed tax of a purchase', () => {
  it.each([
    ['a first home up to 140 m²', { ...home, builtArea: area(14_000) }, 10_000],
    ['a first home above 140 m²', { ...home, builtArea: area(14_001) }, 15_000],
    ['a second home up to 140 m²', { ...home, homeOrder: 'second' }, 10_000],
    ['a second home above 140 m²', { ...home, homeOrder: 'second', builtArea: area(14_001) }, 20_000],
    ['a third home', { ...home, homeOrder: 'further' }, 30_000],
    ['a shop, whichever home it would be', { ...home, use: 'shop' }, 30_000],
    ['a parking space', { ...home, use: 'parking' }, 30_000],
  ] as const)('of %s is at its own rate', (_what, purchase, ratePpm) => {
    expect(deedTaxPpm(purchase, rates)).toBe(ratePpm);
  });
});

describe('the taxes and fees of a purchase', () => {
  it('of a home are tax, fund, registration and a year of property fee, each from its own base', () => {
    const fees = feesOf(home, rates);
    expect(fees.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['deedTax', 1_512_000],
      ['maintenanceFund', 789_840],
      ['registration', 8_000],
      // 2.80 × 12 months × 98.73 m²
      ['propertyFee', 331_733],
    ]);
    expect(feesTogether(fees)).toBe(2_641_573);
  });

  it('of a shop have stamp duty and the dearer registration', () => {
    const fees = feesOf({ ...home, use: 'shop' }, rates);
    expect(fees.find(({ kind }) => kind === 'stampDuty')?.amount).toBe(75_600);
    expect(fees.find(({ kind }) => kind === 'registration')?.amount).toBe(55_000);
  });

  it('leave out what the office has not set', () => {
    const none = { home: fen(0), otherUse: fen(0) };
    expect(feesOf(home, { ...rates, propertyFee: none }).map(({ kind }) => kind)).not.toContain('propertyFee');
  });
});

describe('the loans of a payment way', () => {
  const plan = (item: 'commercialLoan' | 'providentLoan' | 'firstPayment', amount: number) => ({
    position: 1,
    item,
    amount: yuan(amount),
    dueOn: day,
    inPrice: true,
  });
  const terms = { years: 30, homeOrder: 'first', rates: settingAsOf([], 'loanRates', day) } as const;

  it('have the rate of their kind, of the family’s home, and of their years', () => {
    expect(loanRatePpm('commercialLoan', 30, 'first', terms.rates)).toBe(35_000);
    expect(loanRatePpm('providentLoan', 30, 'first', terms.rates)).toBe(26_000);
    expect(loanRatePpm('providentLoan', 5, 'first', terms.rates)).toBe(21_000);
    expect(loanRatePpm('providentLoan', 6, 'further', terms.rates)).toBe(30_750);
  });

  it('are none where the buyer pays everything himself', () => {
    expect(quotedLoans([plan('firstPayment', 1_000_000)], terms)).toEqual({ loans: [], repayment: null });
  });

  it('of a combined loan are reckoned each at its own rate and shown together', () => {
    const { loans, repayment } = quotedLoans([plan('commercialLoan', 600_000), plan('providentLoan', 400_000)], terms);
    expect(loans.map(({ kind, ratePpm, months }) => [kind, ratePpm, months])).toEqual([
      ['commercialLoan', 35_000, 360],
      ['providentLoan', 26_000, 360],
    ]);
    // 2,694.27 of the bank and 1,601.36 of the fund.
    expect(repayment?.equalInstalments.first).toBe(269_427 + 160_136);
  });
});

describe('a purchase plan', () => {
  const quote = { validUntil: localDate('2026-11-26'), subscriptionId: null };
  it.each([
    ['2026-11-26', quote, 'valid'],
    ['2026-11-27', quote, 'expired'],
    ['2026-11-27', { ...quote, subscriptionId: 3 }, 'subscribed'],
  ])('is on %s what its days say', (on, one, state) => {
    expect(quoteState(one, localDate(on))).toBe(state);
  });
});
