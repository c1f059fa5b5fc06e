import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgreementForDeals, dealRefusal, quotaUse } from '#shared/domain/partner-agreements/quota.ts';
import { addDays, localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

const agreement: AgreementForDeals = {
  number: 'XY-2026-0001',
  kind: 'groupPurchase',
  state: 'active',
  fromOn: localDate('2026-01-01'),
  toOn: localDate('2026-12-31'),
  quotaUnits: 2,
  quotaAmount: yuan(3_000_000),
};
const deal = { subscribedOn: localDate('2026-11-23'), price: yuan(1_000_000), ended: false };
const nothing = quotaUse(agreement, []);

describe('The quota of an agreement', () => {
  it('is used by deals that stand; one that ended gives its part back', () => {
    const use = quotaUse(agreement, [deal, { ...deal, ended: true }]);
    expect(use).toEqual({ units: 1, amount: yuan(1_000_000), ended: 1, unitsLeft: 1, amountLeft: yuan(2_000_000) });
  });

  it('has no end where none was agreed', () => {
    const use = quotaUse({ quotaUnits: null, quotaAmount: null }, [deal, deal, deal]);
    expect(use).toMatchObject({ units: 3, unitsLeft: null, amountLeft: null });
  });

  it('takes a deal of its term while there is room, to the last day and the last fen', () => {
    expect(dealRefusal(agreement, deal, nothing)).toBeUndefined();
    expect(dealRefusal(agreement, { ...deal, subscribedOn: agreement.toOn }, nothing)).toBeUndefined();
    expect(dealRefusal(agreement, { ...deal, price: yuan(3_000_000) }, nothing)).toBeUndefined();
  });

  it.each([
    ['one with a supplier', { kind: 'supplier' as const }, {}, 'PARTNER_BRINGS_NO_DEALS'],
    ['a draft', { state: 'draft' as const }, {}, 'PARTNER_NOT_ACTIVE'],
    ['one that lapsed', { state: 'lapsed' as const }, {}, 'PARTNER_NOT_ACTIVE'],
    ['a deal that ended', {}, { ended: true }, 'PARTNER_DEAL_ENDED'],
    ['a deal of the day before', {}, { subscribedOn: addDays(agreement.fromOn, -1) }, 'PARTNER_NOT_IN_FORCE'],
    ['a deal of the day after', {}, { subscribedOn: addDays(agreement.toOn, 1) }, 'PARTNER_NOT_IN_FORCE'],
    ['a deal of a fen too much', {}, { price: fen(yuan(3_000_000) + 1) }, 'PARTNER_QUOTA_AMOUNT_USED'],
  ])('refuses %s', (_what, ofAgreement, ofDeal, code) => {
    expect(dealRefusal({ ...agreement, ...ofAgreement }, { ...deal, ...ofDeal }, nothing)?.code).toBe(code);
  });

  it('refuses the home after the last', () => {
    const full = quotaUse(agreement, [deal, deal]);
    expect(dealRefusal(agreement, deal, full)?.code).toBe('PARTNER_QUOTA_UNITS_USED');
  });

  it('is never overdrawn by deals that were let in one by one', () => {
    const prices = fc.array(fc.integer({ min: 1, max: 2_000_000_00 }).map(fen), { maxLength: 12 });
    fc.assert(
      fc.property(prices, (all) => {
        const taken: (typeof deal)[] = [];
        for (const price of all) {
          const wanted = { ...deal, price };
          if (dealRefusal(agreement, wanted, quotaUse(agreement, taken)) === undefined) taken.push(wanted);
        }
        const { units, amount } = quotaUse(agreement, taken);
        return units <= 2 && amount <= yuan(3_000_000);
      }),
    );
  });
});
