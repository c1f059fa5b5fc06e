import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { area, areaToDecimal, priceOfArea, sumArea, unitPriceOf } from '#shared/kernel/area.ts';
import {
  amountSchema,
  fen,
  fenSchema,
  fenToDecimal,
  formatYuan,
  MAX_FEN,
  mulDivHalfUp,
  ofPpm,
  splitFen,
  subtractFen,
  sumFen,
  yuan,
} from '#shared/kernel/money.ts';

const Exact = Decimal.clone({ precision: 60 });
const amounts = fc.integer({ min: -MAX_FEN, max: MAX_FEN }).map(fen);

describe('Rounding of prices', () => {
  it.each([
    [100_500, 1, 1_000, 101, '1.005 yuan'],
    [61_500, 1, 1_000, 62, '0.615 yuan'],
    [267_500, 1, 1_000, 268, '2.675 yuan'],
    [111_500, 1, 1_000, 112, '1.115 yuan'],
    [455_615_100, 500, 1_000_000, 227_808, 'stamp duty of 4 556 151 yuan'],
    [-5, 1, 10, -1, 'a refund rounds away from zero'],
  ])('rounds %i × %i / %i half up to %i (%s)', (value, numerator, denominator, expected) => {
    expect(mulDivHalfUp(value, numerator, denominator)).toBe(expected);
  });

  it('agrees with decimal arithmetic of 60 digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -MAX_FEN, max: MAX_FEN }),
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 1, max: 10_000_000 }),
        (value, numerator, denominator) => {
          const exact = new Exact(value).times(numerator).div(denominator).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
          expect(mulDivHalfUp(value, numerator, denominator)).toBe(exact.toNumber() + 0);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('takes no denominator of zero or below', () => {
    expect(() => mulDivHalfUp(1, 1, 0)).toThrow(RangeError);
    expect(() => mulDivHalfUp(1, 1, -2)).toThrow(RangeError);
  });

  it('takes a rate in parts per million', () => {
    expect(ofPpm(yuan(1_000_000), 100)).toBe(yuan(100));
  });
});

describe('Splitting an amount', () => {
  it('gives parts that sum to the amount and differ from their exact share by less than a fen', () => {
    fc.assert(
      fc.property(
        amounts,
        fc
          .array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 40 })
          .filter((all) => all.some((one) => one > 0)),
        (total, weights) => {
          const parts = splitFen(total, weights);
          expect(sumFen(parts)).toBe(total);
          const sum = weights.reduce((before, weight) => before + weight, 0);
          parts.forEach((part, at) => {
            const share = new Exact(total).times(weights[at] ?? 0).div(sum);
            expect(share.minus(part).abs().lessThan(1)).toBe(true);
          });
        },
      ),
    );
  });

  it('gives the odd fen to the earlier part', () => {
    expect(splitFen(fen(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitFen(fen(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(splitFen(fen(1), [0, 1, 1])).toEqual([0, 1, 0]);
  });

  it.each([[[0, 0]], [[]], [[1, -1]], [[0.5, 0.5]]])('refuses the weights %j', (weights) => {
    expect(() => splitFen(fen(100), weights)).toThrow(RangeError);
  });
});

describe('Amounts and areas', () => {
  it('shows every amount so that it reads back', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(new Exact(fenToDecimal(amount)).times(100).toNumber() + 0).toBe(amount);
        expect(formatYuan(amount).replaceAll(',', '')).toBe(fenToDecimal(amount));
      }),
    );
  });

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [100_000, '1,000.00'],
    [99_999_999_999, '999,999,999.99'],
    [-123_456_700, '-1,234,567.00'],
  ])('shows %i fen as %s', (amount, text) => {
    expect(formatYuan(fen(amount))).toBe(text);
  });

  it('prices a real flat: 125.53 m² at 48 629.87 yuan', () => {
    expect(priceOfArea(fen(4_862_987), area(12_553))).toBe(610_450_758);
    expect(unitPriceOf(fen(610_450_758), area(12_553))).toBe(4_862_987);
    expect(unitPriceOf(fen(1), area(0))).toBeUndefined();
  });

  it('adds and shows areas to the hundredth', () => {
    expect(areaToDecimal(sumArea([area(9_873), area(5)]))).toBe('98.78');
    expect(areaToDecimal(area(-5))).toBe('-0.05');
    expect(() => area(1.5)).toThrow(RangeError);
  });

  it('takes neither fractions nor amounts beyond its limits', () => {
    expect(() => fen(0.1)).toThrow(RangeError);
    expect(() => fen(2 ** 53)).toThrow(RangeError);
    expect(Object.is(fen(-0), 0)).toBe(true);
    expect(subtractFen(fen(100), fen(250))).toBe(-150);
    expect(fenSchema.safeParse(MAX_FEN + 1).success).toBe(false);
    expect(fenSchema.safeParse(-MAX_FEN).success).toBe(true);
    expect(amountSchema.safeParse(-1).success).toBe(false);
    expect(amountSchema.safeParse('100').success).toBe(false);
  });
});
