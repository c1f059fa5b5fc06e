import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { fen, formatYuan } from '#shared/kernel/money.ts';
import { sharedDataFile } from '#tests/support/shared-data.ts';
import { readCapitals } from './capitals-reader.ts';

const table: readonly (readonly [fen: number, capitals: string])[] = [
  [0, '零元整'],
  [5, '伍分'],
  [10, '壹角'],
  [100, '壹元整'],
  [110, '壹元壹角'],
  [1_500, '壹拾伍元整'],
  [1_005, '壹拾元零伍分'],
  [32_504, '叁佰贰拾伍元零肆分'],
  [140_950, '壹仟肆佰零玖元伍角'],
  [600_714, '陆仟零柒元壹角肆分'],
  [168_032, '壹仟陆佰捌拾元叁角贰分'],
  [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
  [1_000_005, '壹万元零伍分'],
  [10_001_000, '壹拾万零壹拾元整'],
  [10_700_053, '壹拾万零柒仟元伍角叁分'],
  [100_000_000, '壹佰万元整'],
  [100_500_000, '壹佰万零伍仟元整'],
  [10_001_000_000, '壹亿零壹万元整'],
  [100_100_000_000, '壹拾亿零壹佰万元整'],
  [101_000_000_000, '壹拾亿零壹仟万元整'],
  [64_320_701_300, '陆亿肆仟叁佰贰拾万零柒仟零壹拾叁元整'],
  [6_864_210_809, '陆仟捌佰陆拾肆万贰仟壹佰零捌元零玖分'],
  [1_000_000_000_000, '壹佰亿元整'],
  [-50_000, '负伍佰元整'],
];

describe('Capitals on papers', () => {
  it.each(table)('writes %i fen as %s', (amount, capitals) => {
    expect(capitalsOf(fen(amount))).toBe(capitals);
  });

  it('reads back to the amount, whatever the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (amount) => {
        expect(readCapitals(capitalsOf(fen(amount)))).toBe(amount === 0 ? 0 : amount);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads back round amounts, where the zeros stand', () => {
    const digit = fc.constantFrom(0, 0, 0, 1, 5, 9);
    fc.assert(
      fc.property(fc.array(digit, { minLength: 1, maxLength: 13 }), (digits) => {
        const amount = Number(digits.join(''));
        const capitals = capitalsOf(fen(amount));
        expect(readCapitals(capitals)).toBe(amount);
        expect(capitals).not.toMatch(/零零|零[角万亿]|^拾|[一二三四五六七八九十廿毛另〇○圆]/u);
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuses amounts that are written in different ways', () => {
    expect(() => capitalsOf(fen(100_000_000_000_000))).toThrow(RangeError);
  });

  it('prints thousands separators beside the capitals', () => {
    expect(formatYuan(fen(123_456_750))).toBe('1,234,567.50');
  });
});

const vectors = sharedDataFile('vectors/rmb_upper.json');
const vectorsSchema = z.object({
  cases: z.array(
    z.object({ amount: z.string(), accept: z.array(z.string()), also_tolerated: z.array(z.string()).optional() }),
  ),
  must_not_print: z.array(z.object({ amount: z.string(), wrong: z.string() })),
});

describe.skipIf(vectors === undefined)('Capitals of the central bank and of real totals', () => {
  const data = vectors === undefined ? undefined : vectorsSchema.parse(JSON.parse(readFileSync(vectors, 'utf8')));
  const fenOf = (yuan: string) => fen(Math.round(Number(yuan) * 100));

  it.each(data?.cases ?? [])('writes $amount in an accepted form', ({ amount, accept }) => {
    expect(accept).toContain(capitalsOf(fenOf(amount)));
  });

  it.each(data?.must_not_print ?? [])('never writes $amount as $wrong', ({ amount, wrong }) => {
    expect(capitalsOf(fenOf(amount))).not.toBe(wrong);
  });
});
