import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDecimal } from '#shared/domain/imports/decimals.ts';
import { fen, fenToDecimal, mulDivHalfUp, sumFen } from '#shared/kernel/money.ts';
import { sharedDataFile } from '#tests/support/shared-data.ts';

/** The exact product of two decimals in fen, half up once: the only way in which this program forms a price. */
function productFen(a: string, b: string): number {
  const [left, right] = [readDecimal(a), readDecimal(b)];
  if (left === undefined || right === undefined) throw new Error(`Not two decimals: ${a}, ${b}`);
  return mulDivHalfUp(Number(left.digits), Number(right.digits) * 100, 10 ** (left.scale + right.scale));
}

const vectors = sharedDataFile('vectors/money_rounding.json');
const cases = z
  .array(z.object({ a: z.string(), b: z.string(), expect: z.string() }))
  .parse(vectors === undefined ? [] : JSON.parse(readFileSync(vectors, 'utf8')));

describe.skipIf(vectors === undefined)('Roundings of the shared data', () => {
  it.each(cases)('$a $b comes to $expect', ({ a, b, expect: expected }) => {
    const [, wanted = ''] = /^(\d+\.\d\d)/.exec(expected) ?? [];
    const [left = '', right = '1'] = a.split('×');
    const got = b === '' ? productFen(left, right) : sumFen([fen(productFen(a, '1')), fen(productFen(b, '1'))]);
    expect(fenToDecimal(fen(got))).toBe(wanted);
  });
});

describe('Roundings that binary fractions get wrong', () => {
  it.each([
    ['1.005', '1', 101],
    ['2.675', '1', 268],
    ['48629.87', '125.53', 610_450_758],
    ['4556151', '0.0005', 227_808],
    ['0.615', '1', 62],
  ])('%s × %s', (a, b, expected) => {
    expect(productFen(a, b)).toBe(expected);
  });
});
