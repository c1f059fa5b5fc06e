import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkPhone, dialable, maskPhone, phoneDigits } from '#shared/kernel/phone.ts';
import { sharedDataFile } from '#tests/support/shared-data.ts';

describe('Phone numbers', () => {
  it.each([
    ['13800001234', 'mobile', '13800001234'],
    ['+86 138-0000-1234', 'mobile', '13800001234'],
    ['0086 13800001234', 'mobile', '13800001234'],
    ['86-138-0000-1234', 'mobile', '13800001234'],
    ["'13800001234", 'mobile', '13800001234'],
    ['１３８００００１２３４', 'mobile', '13800001234'],
    ['\u202d19900001234\u202c', 'mobile', '19900001234'],
    ['010-12345678', 'landline', '01012345678'],
    ['(023) 6300 0000', 'landline', '02363000000'],
    ['+86 23 63000000', 'landline', '02363000000'],
    ['0755-88880000', 'landline', '075588880000'],
    ['021-60000000-2078', 'landline', '02160000000*2078'],
    ['021-60000000转2078', 'landline', '02160000000*2078'],
    ['63000000', 'localLandline', '63000000'],
    ['60000000*2078', 'localLandline', '60000000*2078'],
    ['400-800-1234', 'serviceLine', '4008001234'],
    ['+852 6000 1234', 'foreign', '+85260001234'],
    ['00852-60001234', 'foreign', '+85260001234'],
  ])('stores %s (%s) as %s', (text, kind, normal) => {
    expect(checkPhone(text)).toEqual({ ok: true, kind, normal });
  });

  it.each([
    '',
    'abc',
    '1380000123',
    '138000012345',
    '12800001234',
    '1.38E+10',
    '13800001234、13900001234',
    '13800001234 13900001234',
    '13800001234(张)',
    '010-0234567',
    '13800001234*12',
  ])('refuses %j', (text) => {
    expect(checkPhone(text).ok).toBe(false);
  });

  it.each([
    ['100 1234 5678', '10012345678'],
    ['12800001234', '12800001234'],
    ['95588888', '95588888'],
    ['010-12345678', '01012345678'],
    ['１３８ ００００ １２３４', '13800001234'],
  ])('keeps %s, of whatever form, as %s', (text, kept) => {
    expect(dialable(text)).toBe(kept);
  });

  it.each(['', '1380000123', '138000012345', '12345', '13800001234 13900001234', '张三'])(
    'takes %j for no number that can be dialled',
    (text) => {
      expect(dialable(text)).toBeUndefined();
    },
  );

  it.each([
    ['138-0000-1234', '138****1234'],
    ['010-12345678', '010****5678'],
    ['63001234', '****1234'],
    ['+852 6000 1234', '+852****1234'],
    ['021-60001234-55', '021****1234'],
    ['12345', '****'],
    ['', '****'],
  ])('masks %s as %s', (text, masked) => {
    expect(maskPhone(text)).toBe(masked);
  });

  it('compares by digits alone', () => {
    expect(phoneDigits('+86 138 0000 1234')).toBe('13800001234');
    expect(phoneDigits('021-60001234*55')).toBe('02160001234');
    expect(phoneDigits('+852 6000-1234')).toBe('85260001234');
  });

  it('gives one stored form to a mobile however it is typed, and stores it again as it is', () => {
    const mobiles = fc
      .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
      .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);
    fc.assert(
      fc.property(
        mobiles,
        fc.constantFrom('', ' ', '-', '.'),
        fc.constantFrom('', '+86', '0086 ', '86-'),
        (mobile, gap, prefix) => {
          const typed = prefix + [mobile.slice(0, 3), mobile.slice(3, 7), mobile.slice(7)].join(gap);
          expect(checkPhone(typed)).toEqual({ ok: true, kind: 'mobile', normal: mobile });
          expect(maskPhone(typed)).toBe(`${mobile.slice(0, 3)}****${mobile.slice(-4)}`);
        },
      ),
    );
  });
});

const vectors = sharedDataFile('vectors/phones.json');
const vectorsSchema = z.array(z.object({ input: z.string(), ok: z.boolean().nullable(), why: z.string() }));

describe.skipIf(vectors === undefined)('Phone numbers of the shared data', () => {
  const cases = vectors === undefined ? [] : vectorsSchema.parse(JSON.parse(readFileSync(vectors, 'utf8')));

  it.each(cases)('judges $input: $why', ({ input, ok }) => {
    expect(checkPhone(input).ok).toBe(ok ?? false);
  });
});
