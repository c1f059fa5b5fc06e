import { describe, expect, it } from 'vitest';
import {
  adjustmentOf,
  type Discount,
  discountSchema,
  discountsOn,
  listedOf,
} from '#shared/domain/pricing/catalogue.ts';
import { grantDiscounts } from '#shared/domain/pricing/discount-rules.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';

const day = localDate('2026-11-23');
const always = { from: null, until: null, stackable: true, authority: null };
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
const friends: Discount = {
  kind: 'percent',
  code: 'kin',
  label: '关系户',
  ratePpm: 10_000,
  ...always,
  authority: 'supervisor',
};
const catalogue = [lumpSum, referral, groupBuy, opening, fitOut];

describe('the discount catalogue', () => {
  it('offers only what is in force on the day', () => {
    expect(discountsOn(catalogue, day).map((one) => one.code)).toEqual(['lump', 'friend', 'group', 'fit']);
    expect(discountsOn(catalogue, localDate('2026-11-22'))).toHaveLength(5);
  });

  const granted = (codes: readonly string[], post: 'consultant' | 'supervisor' | 'director' = 'consultant') =>
    grantDiscounts([...catalogue, friends], listedOf([...catalogue, friends], codes), { day, post });

  it('gives what the catalogue lists under a code, in the catalogue’s own words and figures', () => {
    expect(granted(['friend', 'lump'])).toEqual({ adjustments: [lumpSum, referral].map(adjustmentOf), refusals: [] });
  });

  it('takes nothing but what was agreed by hand at the word of the caller', () => {
    const agreed = { kind: 'percent' as const, code: 'by-hand-1', label: '特批', ratePpm: 5000 };
    const posing = { ...agreed, code: 'lump' };
    const { adjustments, refusals } = grantDiscounts(
      catalogue,
      [agreed, posing, { kind: 'listed', code: 'unheard-of' }],
      { day, post: 'director' },
    );
    expect(adjustments).toEqual([agreed]);
    expect(refusals).toEqual([
      { code: 'DISCOUNT_NOT_AS_LISTED', params: { name: '特批' } },
      { code: 'DISCOUNT_NOT_AS_LISTED', params: { name: 'unheard-of' } },
    ]);
  });

  it('keeps a discount for a post and those above it', () => {
    const refused = [{ code: 'DISCOUNT_ABOVE_AUTHORITY', params: { name: '关系户', post: 'supervisor' } }];
    expect(granted(['kin']).refusals).toEqual(refused);
    expect(granted(['kin'], 'supervisor').refusals).toEqual([]);
    expect(granted(['kin'], 'director').refusals).toEqual([]);
  });

  it.each([
    [['lump', 'friend'], []],
    [['group', 'fit'], []],
    [['group', 'friend'], ['DISCOUNTS_NOT_COMBINABLE']],
    [['open'], ['DISCOUNT_NOT_IN_FORCE']],
  ])('answers to the choice %j', (codes, refusals) => {
    expect(granted(codes).refusals.map(({ code }) => code)).toEqual(refusals);
  });

  it('reads a discount that was listed before discounts had an authority', () => {
    const { authority: _authority, ...before } = lumpSum;
    expect(discountSchema.parse(before)).toEqual(lumpSum);
  });

  it('stores discounts in a shape that refuses 100 % off and unknown fields', () => {
    expect(discountSchema.safeParse(groupBuy).success).toBe(true);
    expect(discountSchema.safeParse({ ...groupBuy, ratePpm: 1_000_000 }).success).toBe(false);
    expect(discountSchema.safeParse({ ...groupBuy, percent: 3 }).success).toBe(false);
  });
});
