import { describe, expect, it } from 'vitest';
import { priceEffects } from '#shared/domain/pricing/effects.ts';
import { area } from '#shared/kernel/area.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

const built = {
  listPrice: yuan(2_150_580),
  innerArea: area(9820),
  builtArea: area(11_842),
  basis: 'innerArea',
  order: 'addOnsReductionsPercents',
  rounding: 'fen',
  adjustments: [{ kind: 'percent', code: 'X', label: '特批', ratePpm: 45_000 }],
  total: fen(205_380_390),
} as const;
const prices = { listPrice: built.listPrice, filedPrice: yuan(2_199_680), floorPrice: yuan(2_003_280) };

describe('What a price below list changes', () => {
  it('is told against what the nearest lower authority could give', () => {
    expect(priceEffects(built, prices, 30_000)).toEqual([
      { key: 'total', list: 215_058_000, lower: 208_606_260, asked: 205_380_390, difference: -3_225_870 },
      { key: 'unitPrice', list: 2_190_000, lower: 2_124_300, asked: 2_091_450, difference: -32_850 },
      { key: 'aboveFloor', list: 14_730_000, lower: 8_278_260, asked: 5_052_390, difference: -3_225_870 },
      { key: 'againstFiled', list: -4_910_000, lower: -11_361_740, asked: -14_587_610, difference: -3_225_870 },
    ]);
  });

  it('is told against the list where no lower authority exists', () => {
    const [total] = priceEffects(built, prices, null);
    expect(total).toEqual({ key: 'total', list: 215_058_000, lower: null, asked: 205_380_390, difference: -9_677_610 });
  });

  it('keeps what is sold on top out of floor and filed price, and in the total', () => {
    const fitOut = { kind: 'addOn', code: 'F', label: '精装', amount: yuan(100_000) } as const;
    const asked = { ...built, adjustments: [...built.adjustments, fitOut], total: fen(205_380_390 + 10_000_000) };
    const rows = priceEffects(asked, prices, 30_000);
    expect(rows.map(({ key, asked: amount }) => [key, amount])).toEqual([
      ['total', 215_380_390],
      ['unitPrice', 2_193_283],
      ['aboveFloor', 5_052_390],
      ['againstFiled', -14_587_610],
    ]);
  });

  it('leaves out the floor, the filed price and the unit price where they are not known', () => {
    const bare = { listPrice: built.listPrice, filedPrice: null, floorPrice: null };
    expect(priceEffects({ ...built, basis: 'perSet' }, bare, 30_000).map(({ key }) => key)).toEqual(['total']);
  });

  it('gives a discretion that begins at nothing the list price itself', () => {
    expect(priceEffects(built, prices, 0)[0]?.lower).toBe(built.listPrice);
  });
});
