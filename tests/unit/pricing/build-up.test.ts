import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPrice, type PriceInput } from '#shared/domain/pricing/build-up.ts';
import { type Adjustment, discountOrders, roundingFen, roundingUnits } from '#shared/domain/pricing/catalogue.ts';
import { area } from '#shared/kernel/area.ts';
import { type Fen, fen, sumFen, yuan } from '#shared/kernel/money.ts';

const unit = {
  listPrice: yuan(2_150_580),
  innerArea: area(9820),
  builtArea: area(12_150),
  basis: 'innerArea',
  order: 'addOnsReductionsPercents',
  rounding: 'fen',
} as const satisfies Omit<PriceInput, 'adjustments'>;

const percent = (ratePpm: number): Adjustment => ({ kind: 'percent', code: `p${ratePpm}`, label: '折扣', ratePpm });
const reduction = (amount: Fen): Adjustment => ({ kind: 'reduction', code: 'less', label: '直减', amount });
const addOn = (amount: Fen): Adjustment => ({ kind: 'addOn', code: 'more', label: '装修包', amount });

describe('a price build-up', () => {
  it('is the list price where nothing was agreed, whatever the rounding unit', () => {
    const price = buildPrice({ ...unit, listPrice: fen(215_058_037), adjustments: [], rounding: 'tenThousandYuan' });
    expect(price.total).toBe(215_058_037);
    expect(price.lines).toHaveLength(1);
  });

  it.each([
    [30_000, 208_606_260, 2_124_300],
    [45_000, 205_380_390, 2_091_450],
  ])('takes %i ppm off the approval example to the fen', (ratePpm, total, unitPrice) => {
    const price = buildPrice({ ...unit, adjustments: [percent(ratePpm)] });
    expect(price.total).toBe(total);
    expect(price.unitPrice).toBe(unitPrice);
  });

  it('multiplies two discounts instead of adding them', () => {
    const price = buildPrice({ ...unit, listPrice: yuan(1_000_000), adjustments: [percent(20_000), percent(10_000)] });
    expect(price.total).toBe(yuan(970_200));
  });

  it.each([
    ['addOnsReductionsPercents', 1_039_500],
    ['percentsAddOnsReductions', 1_040_000],
    ['reductionsPercentsAddOns', 1_040_500],
  ] as const)('follows the order %s of the office', (order, total) => {
    const adjustments = [percent(10_000), addOn(yuan(100_000)), reduction(yuan(50_000))];
    const price = buildPrice({ ...unit, listPrice: yuan(1_000_000), order, adjustments });
    expect(price.total).toBe(yuan(total));
    expect(price.housePrice).toBe(yuan(total - 100_000));
  });

  it('rounds half up once, to the unit of the office, and shows it as the last line', () => {
    const price = buildPrice({
      ...unit,
      listPrice: yuan(6_596_960),
      rounding: 'thousandYuan',
      adjustments: [percent(10_000)],
    });
    expect(price.total).toBe(yuan(6_531_000));
    expect(price.lines.at(-1)).toMatchObject({ kind: 'rounding', amount: yuan(10) - 40, after: yuan(6_531_000) });
  });

  it('has no price per square metre when sold by the set', () => {
    expect(buildPrice({ ...unit, basis: 'perSet', adjustments: [] }).unitPrice).toBeUndefined();
    expect(buildPrice({ ...unit, innerArea: null, adjustments: [] }).unitPrice).toBeUndefined();
  });

  const amounts = fc.integer({ min: 0, max: 10_000_000 }).map(fen);
  const adjustments = fc.array(
    fc.oneof(fc.integer({ min: 1, max: 400_000 }).map(percent), amounts.map(reduction), amounts.map(addOn)),
    { maxLength: 6 },
  );
  const inputs = fc.record({
    listPrice: fc.integer({ min: 100_000_000, max: 1_000_000_000 }).map(fen),
    adjustments,
    order: fc.constantFrom(...discountOrders),
    rounding: fc.constantFrom(...roundingUnits),
  });

  it('always sums its lines to the total, each line beginning where the last one ended', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const price = buildPrice({ ...unit, ...input });
        expect(sumFen(price.lines.map((line) => line.amount))).toBe(price.total);
        price.lines.slice(1).forEach((line, index) => {
          expect(line.before).toBe(price.lines[index]?.after);
          expect(line.after - line.before).toBe(line.amount);
        });
        if (input.adjustments.length > 0) expect(price.total % roundingFen[input.rounding] === 0).toBe(true);
      }),
    );
  });

  it('does not depend on the order in which the discounts were ticked within a kind', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const ticked = buildPrice({ ...unit, ...input });
        const reversed = buildPrice({ ...unit, ...input, adjustments: input.adjustments.toReversed() });
        expect(reversed.total).toBe(ticked.total);
      }),
    );
  });
});
