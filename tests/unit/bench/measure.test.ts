import { describe, expect, it } from 'vitest';
import { lineOf, measured, median, percentile } from '#tests/bench/support/measure.ts';

describe('the measure of a bench', () => {
  it('takes the middle of odd and even numbers of values, whatever their order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow(RangeError);
  });

  it('takes percentiles between the values', () => {
    const hundred = Array.from({ length: 101 }, (_, index) => index);
    expect(percentile(hundred, 95)).toBe(95);
    expect(percentile([10, 20], 50)).toBe(15);
    expect(percentile([7], 99)).toBe(7);
  });

  it('gives the median of the ratios of the rounds, so that one slow minute of the machine decides nothing', () => {
    const rounds = [
      { ours: 15, baseline: 10 },
      { ours: 150, baseline: 100 },
      { ours: 14, baseline: 10 },
      { ours: 16, baseline: 10 },
      { ours: 900, baseline: 10 },
      { ours: 15, baseline: 10 },
      { ours: 15, baseline: 10 },
    ];
    expect(measured(rounds, 'ms')).toEqual({ ratio: 1.5, baseline: 10, ours: 15, unit: 'ms', rounds: 7 });
  });

  it('decides nothing from fewer than seven rounds', () => {
    expect(() => measured([{ ours: 1, baseline: 1 }], 'ms')).toThrow('at least 7');
  });

  it('ends in one line of JSON that says whether the bound held', () => {
    const result = { ratio: 1.61, baseline: 1, ours: 1.61, unit: 'ms', rounds: 9, more: { statements: 23 } };
    expect(JSON.parse(lineOf({ name: 'command', bound: 1.6 }, result))).toEqual({
      bench: 'command',
      ratio: 1.61,
      baseline: 1,
      ours: 1.61,
      unit: 'ms',
      rounds: 9,
      bound: 1.6,
      ok: false,
      statements: 23,
    });
  });
});
