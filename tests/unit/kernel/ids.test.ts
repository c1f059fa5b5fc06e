import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CanonicalValue, canonicalJson } from '#shared/kernel/canonical-json.ts';
import { newRequestId, requestIdSchema } from '#shared/kernel/ids.ts';
import { createRandom } from '#shared/kernel/random.ts';

describe('Request ids', () => {
  it('is a UUID v7 that sorts by the time it was made', () => {
    const { bytes } = createRandom(7);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 42 }), fc.integer({ min: 1, max: 2 ** 40 }), (now, later) => {
        const first = newRequestId({ now: () => now, random: bytes });
        const second = newRequestId({ now: () => now + later, random: bytes });
        expect(requestIdSchema.parse(first)).toBe(first);
        expect(first < second).toBe(true);
      }),
    );
  });

  it('is the same for the same clock and chance, and another for other chance', () => {
    const make = (seed: number) => newRequestId({ now: () => 1_800_000_000_000, random: createRandom(seed).bytes });
    expect(make(1)).toBe(make(1));
    expect(make(1)).not.toBe(make(2));
  });

  it.each(['', '018f0000-0000-4000-8000-000000000000', '018F0000-0000-7000-8000-000000000000', 7])(
    'does not take %j for one',
    (text) => {
      expect(requestIdSchema.safeParse(text).success).toBe(false);
    },
  );
});

describe('Canonical JSON', () => {
  it('writes equal data alike, in whatever order it was built', () => {
    expect(canonicalJson({ b: [1, { d: null, c: '张' }], a: true, skipped: undefined })).toBe(
      '{"a":true,"b":[1,{"c":"张","d":null}]}',
    );
  });

  it('reads back to the same data and does not depend on the order of members', () => {
    const data = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)));
    fc.assert(
      fc.property(data, (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual({ ...value });
      }),
    );
  });

  it('refuses what JSON would change unseen', () => {
    const values: unknown[] = [Number.NaN, Number.POSITIVE_INFINITY, new Map(), [undefined], 1n];
    for (const value of values) expect(() => canonicalJson(value as CanonicalValue)).toThrow(TypeError);
  });
});

describe('Chance for demo data', () => {
  it('repeats by seed', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.int(0, 1_000_000));
    };
    expect(draw(42)).toEqual(draw(42));
    expect(draw(42)).not.toEqual(draw(43));
  });

  it('stays within its bounds and reaches both', () => {
    const random = createRandom(1);
    const seen = new Set(Array.from({ length: 500 }, () => random.int(-2, 2)));
    expect([...seen].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
  });

  it('shuffles without loss and picks by weight', () => {
    const random = createRandom(3);
    const items = Array.from({ length: 50 }, (_, at) => at);
    const shuffled = random.shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(items);
    const counts = { often: 0, seldom: 0, never: 0 };
    for (let draw = 0; draw < 4_000; draw += 1)
      counts[
        random.weighted([
          ['often', 3],
          ['seldom', 1],
          ['never', 0],
        ] as const)
      ] += 1;
    expect(counts.never).toBe(0);
    expect(counts.often / counts.seldom).toBeGreaterThan(2.5);
    expect(counts.often / counts.seldom).toBeLessThan(3.5);
    expect(() => random.pick([])).toThrow(RangeError);
    expect(() => random.weighted([['never', 0]])).toThrow(RangeError);
    const hits = Array.from({ length: 4_000 }, () => random.chance(0.25)).filter(Boolean).length;
    expect(hits).toBeGreaterThan(850);
    expect(hits).toBeLessThan(1_150);
  });
});
