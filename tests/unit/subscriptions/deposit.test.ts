import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aboveDepositWarning,
  type DepositReceipt,
  depositCap,
  depositFacts,
  depositRefusal,
} from '#shared/domain/subscriptions/deposit.ts';
import { bareUnitFacts } from '#shared/domain/units/facts.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, yuan } from '#shared/kernel/money.ts';

const day = localDate('2026-11-23');
const permit = { coversBuilding: true, validFromOn: localDate('2026-03-01'), validUntilOn: null };
const sale = { ...bareUnitFacts(0, day, { accountId: 1, post: 'consultant', terminal: 'desk' }), permit };
const terms = { deposit: yuan(50_000), price: yuan(1_000_000), capPpm: 200_000 };
const receipt = (amount: Fen, item: DepositReceipt['item'] = 'deposit', state: DepositReceipt['state'] = 'valid') => ({
  amount,
  item,
  state,
});

describe('the legal guard of a deposit', () => {
  it.each([
    ['exactly 20 %', yuan(200_000), undefined],
    ['one fen above 20 %', fen(20_000_001), 'civilCode586'],
  ])('answers to a deposit of %s', (_, deposit, article) => {
    expect(depositRefusal(sale, { ...terms, deposit })?.params?.article).toBe(article);
  });

  it.each([
    ['without a permit', null, 'PERMIT_MISSING'],
    ['whose permit begins tomorrow', { ...permit, validFromOn: localDate('2026-11-24') }, 'PERMIT_MISSING'],
    ['whose permit covers another building', { ...permit, coversBuilding: false }, 'PERMIT_MISSING'],
    ['on the last day of its permit', { ...permit, validUntilOn: day }, undefined],
    ['whose permit expired yesterday', { ...permit, validUntilOn: localDate('2026-11-22') }, 'PERMIT_EXPIRED'],
  ])('answers to a unit %s', (_, found, code) => {
    const refusal = depositRefusal({ ...sale, permit: found }, terms);
    expect(refusal?.code).toBe(code);
    expect(refusal?.params?.article).toBe(code && 'spcSale2');
  });

  it('never lets the cap exceed its share of the price, nor fall a fen short of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000_000 }),
        fc.integer({ min: 0, max: 200_000 }),
        (price, capPpm) => {
          const cap = BigInt(depositCap(fen(price), capPpm)) * 1_000_000n;
          const share = BigInt(price) * BigInt(capPpm);
          expect(cap <= share && share < cap + 1_000_000n).toBe(true);
        },
      ),
    );
  });
});

describe('how a deposit stands', () => {
  it('is complete when what was received reaches what is due', () => {
    expect(depositFacts(yuan(50_000), [receipt(yuan(20_000))])).toMatchObject({
      complete: false,
      remaining: yuan(30_000),
    });
    expect(depositFacts(yuan(50_000), [receipt(yuan(20_000)), receipt(yuan(30_000))])).toMatchObject({
      complete: true,
      remaining: 0,
    });
    expect(depositFacts(fen(0), []).complete).toBe(true);
  });

  it('does not count voided receipts, nor price money as deposit', () => {
    const facts = depositFacts(yuan(50_000), [
      receipt(yuan(50_000), 'deposit', 'voided'),
      receipt(yuan(50_000), 'firstPayment'),
    ]);
    expect(facts).toMatchObject({ complete: false, received: 0, receivedInAll: yuan(50_000) });
  });

  it('warns of money above the deposit on a subscription, and no more once its contract is drafted', () => {
    const paid = { due: yuan(50_000), received: fen(yuan(50_000) + 1) };
    expect(aboveDepositWarning({ state: 'depositComplete', ...paid })).toEqual({
      code: 'RECEIPTS_EXCEED_DEPOSIT',
      params: { receivedFen: 5_000_001, dueFen: 5_000_000, article: 'spcSale5' },
    });
    expect(aboveDepositWarning({ state: 'depositComplete', ...paid, received: paid.due })).toBeUndefined();
    expect(aboveDepositWarning({ state: 'converted', ...paid })).toBeUndefined();
    expect(aboveDepositWarning({ state: 'cancelled', ...paid })).toBeUndefined();
  });
});
