import { describe, expect, it } from 'vitest';
import { type Discount, discountSchema, discountsOn } from '#shared/domain/pricing/catalogue.ts';
import { chooseDiscounts } from '#shared/domain/pricing/discount-rules.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';

const day = localDate('2026-11-23');
const always = { from: null, until: null, stackable: true };
const lumpSum: Discount = { kind: 'percent', code: 'lump', label: '一次性98折', ratePpm: 20_000, ...always };
const referral: Discount = { kind: 'reduction', code: 'friend', label: '老带新', amount: yuan(10_000), ...always };
const groupBuy: Discount = {
  kind: 'percent',
  code: 'group',
  label: '团购',
  ratePpm: 30_000,
  ...always,
  stackable: false,
};
const opening: Discount = {
  kind: 'percent',
  code: 'open',
  label: '开盘',
  ratePpm: 10_000,
  ...always,
  until: localDate('2026-11-22'),
};
const fitOut: Discount = { kind: 'addOn', code: 'fit', label: '装修包', amount: yuan(80_000), ...always };
const catalogue = [lumpSum, referral, groupBuy, opening, fitOut];

describe('the discount catalogue', () => {
  it('offers only what is in force on the day', () => {
    expect(discountsOn(catalogue, day).map((one) => one.code)).toEqual(['lump', 'friend', 'group', 'fit']);
    expect(discountsOn(catalogue, localDate('2026-11-22'))).toHaveLength(5);
  });

  it.each([
    [['lump', 'friend'], undefined],
    [['group', 'fit'], undefined],
    [['group', 'friend'], 'DISCOUNTS_NOT_COMBINABLE'],
    [['open'], 'DISCOUNT_NOT_IN_FORCE'],
    [['unheard-of'], 'DISCOUNT_NOT_IN_FORCE'],
  ])('answers to the choice %j', (codes, refusal) => {
    const choice = chooseDiscounts(catalogue, codes, day);
    expect('refusal' in choice ? choice.refusal.code : undefined).toBe(refusal);
    if ('adjustments' in choice) expect(choice.adjustments.map((one) => one.code)).toEqual(codes);
  });

  it('stores discounts in a shape that refuses 100 % off and unknown fields', () => {
    expect(discountSchema.safeParse(groupBuy).success).toBe(true);
    expect(discountSchema.safeParse({ ...groupBuy, ratePpm: 1_000_000 }).success).toBe(false);
    expect(discountSchema.safeParse({ ...groupBuy, percent: 3 }).success).toBe(false);
  });
});
