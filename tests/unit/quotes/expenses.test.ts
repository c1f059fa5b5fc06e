import { describe, expect, it } from 'vitest';
import { expenseSums, expensesOf } from '#shared/domain/quotes/expenses.ts';
import type { Fee } from '#shared/domain/quotes/fees.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

const price = yuan(1_000_000);
const tax: Fee = { kind: 'deedTax', ratePpm: 10_000, perSquareMetre: null, months: null, amount: yuan(10_000) };
const none = { insurance: fen(0), notary: fen(0), agency: fen(0) };
const mortgageRegistration = { home: yuan(80), otherUse: yuan(550) };

describe('what a purchase costs in all', () => {
  it.each([
    ['without a loan has no registration of a mortgage', 'home', false, none, ['homePrice', 'deedTax']],
    ['with a loan has it', 'home', true, none, ['homePrice', 'deedTax', 'mortgageRegistration']],
    [
      'shows of what is voluntary only what the office has a price for',
      'home',
      false,
      { ...none, agency: yuan(800) },
      ['homePrice', 'deedTax', 'agency'],
    ],
  ] as const)('%s', (_what, use, borrows, optional, kinds) => {
    const rows = expensesOf({ fees: [tax], price, use, borrows }, { mortgageRegistration, optional });
    expect(rows.map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each([
    ['home', 8_000],
    ['shop', 55_000],
    ['parking', 55_000],
  ] as const)('registers the mortgage of a %s at the fee of its use', (use, amount) => {
    const rows = expensesOf({ fees: [], price, use, borrows: true }, { mortgageRegistration, optional: none });
    expect(rows.at(-1)).toMatchObject({ kind: 'mortgageRegistration', amount });
  });

  it('comes to what goes to the seller and to others, and leaves what is voluntary out of both', () => {
    const optional = { insurance: yuan(600), notary: fen(0), agency: yuan(800) };
    const rows = expensesOf({ fees: [tax], price, use: 'home', borrows: true }, { mortgageRegistration, optional });
    expect(expenseSums(rows)).toEqual({
      toSeller: yuan(1_000_000),
      toOthers: yuan(10_080),
      together: yuan(1_010_080),
      optional: yuan(1_400),
    });
  });
});
