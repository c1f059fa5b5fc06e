import { describe, expect, it } from 'vitest';
import { type PublishedRates, publishedCharges } from '#shared/domain/quotes/published-charges.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

const rates: PublishedRates = {
  maintenanceFund: { home: yuan(80), otherUse: yuan(80) },
  registrationFee: { home: yuan(80), otherUse: yuan(550) },
  mortgageRegistrationFee: { home: fen(0), otherUse: fen(0) },
  propertyFee: { home: fen(280), otherUse: fen(600) },
  optionalCharges: { insurance: fen(0), notary: fen(0), agency: yuan(500) },
};
const told = (...uses: Parameters<typeof publishedCharges>[0]) =>
  publishedCharges(uses, rates).map(({ kind, use, amount, per }) => [kind, use, amount, per]);

describe('The charges that are told with the prices of a building', () => {
  it('are those of its own uses, each amount with what it is for', () => {
    expect(told('home', 'home')).toEqual([
      ['maintenanceFund', 'all', yuan(80), 'squareMetre'],
      ['registration', 'all', yuan(80), 'case'],
      ['propertyFee', 'all', fen(280), 'squareMetreMonth'],
      ['agency', 'all', yuan(500), 'case'],
    ]);
  });

  it('are told by use where a building has several and the amounts differ, and leave out what nobody collects', () => {
    expect(told('home', 'shop', 'parking')).toEqual([
      ['maintenanceFund', 'all', yuan(80), 'squareMetre'],
      ['registration', 'home', yuan(80), 'case'],
      ['registration', 'otherUse', yuan(550), 'case'],
      ['propertyFee', 'home', fen(280), 'squareMetreMonth'],
      ['propertyFee', 'otherUse', fen(600), 'squareMetreMonth'],
      ['agency', 'all', yuan(500), 'case'],
    ]);
  });
});
