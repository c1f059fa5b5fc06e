import { describe, expect, it } from 'vitest';
import { type ListedHome, totalsOfList } from '#shared/domain/prices/list-totals.ts';
import { area } from '#shared/kernel/area.ts';
import { yuan } from '#shared/kernel/money.ts';

const listed = (more: Partial<ListedHome>): ListedHome => ({
  use: 'home',
  builtArea: area(10_000),
  pricedArea: area(8000),
  listPrice: yuan(1_000_000),
  ...more,
});

describe('The totals of a price list', () => {
  it('take all money over all area for the average, not the mean of unit prices', () => {
    const [total] = totalsOfList([
      listed({}),
      listed({ builtArea: area(20_000), pricedArea: area(16_000), listPrice: yuan(1_600_000) }),
    ]);
    expect(total).toEqual({
      use: 'home',
      homes: 2,
      builtArea: 30_000,
      listPrice: yuan(2_600_000),
      // 2,600,000 over 240 m²; the mean of 12,500 and 10,000 would be 11,250.
      average: 1_083_333,
    });
  });

  it('keep parking spaces out of what homes cost', () => {
    const parking = listed({ use: 'parking', builtArea: area(1300), pricedArea: null, listPrice: yuan(120_000) });
    expect(totalsOfList([parking, listed({})]).map(({ use, average }) => [use, average])).toEqual([
      ['home', yuan(12_500)],
      ['parking', null],
    ]);
  });

  it('count a home without a price, in no sum of the average', () => {
    expect(totalsOfList([listed({}), listed({ listPrice: null })])).toMatchObject([
      { homes: 2, listPrice: yuan(1_000_000), average: yuan(12_500) },
    ]);
  });
});
