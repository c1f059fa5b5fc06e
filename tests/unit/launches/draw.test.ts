import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawList, drawPlaces, readDrawList, seedRefusal } from '#shared/domain/launches/draw.ts';
import { groupsOf } from '#shared/domain/launches/groups.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const entry = (queueNo: number) => ({ queueNo, code: sha256(String(queueNo)).slice(0, 8) });
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 60 });
const seeds = fc.string({ unit: 'grapheme', minLength: 6, maxLength: 40 });

describe('The draw of a launch', () => {
  it('publishes a list without names, in the order of the queue numbers', () => {
    expect(drawList([entry(12), entry(2), entry(10_000)])).toBe(
      `0002 ${entry(2).code}\n0012 ${entry(12).code}\n10000 ${entry(10_000).code}\n`,
    );
  });

  it('reads back what it published, and nothing that is no list', () => {
    fc.assert(
      fc.property(numbers, (queue) => {
        const entries = queue.map(entry).toSorted((a, b) => a.queueNo - b.queueNo);
        expect(readDrawList(drawList(entries))).toEqual(entries);
        expect(readDrawList(drawList(entries).replaceAll('\n', '\r\n'))).toEqual(entries);
      }),
    );
    const twice = `0001 ${entry(1).code}\n0001 ${entry(2).code}\n`;
    for (const text of ['', '\n', '0001\n', '1 3f9a1c2e\n', twice]) expect(readDrawList(text)).toBeUndefined();
  });

  it('gives everybody one place, the same whoever repeats it and in whatever order they hand the list in', () => {
    fc.assert(
      fc.property(numbers, seeds, (queue, seed) => {
        const places = drawPlaces(seed, queue.map(entry), sha256);
        expect(places.map(({ place }) => place)).toEqual(queue.map((_none, index) => index + 1));
        expect(places.map(({ queueNo }) => queueNo).toSorted((a, b) => a - b)).toEqual(queue.toSorted((a, b) => a - b));
        expect(drawPlaces(seed, queue.toReversed().map(entry), sha256)).toEqual(places);
      }),
    );
  });

  it('does not mind blanks around a seed, nor how its letters are composed', () => {
    const queue = [1, 2, 3, 4, 5, 6, 7, 8].map(entry);
    const places = drawPlaces('é双色球 135', queue, sha256);
    expect(drawPlaces('  e\u0301双色球 135\n', queue, sha256)).toEqual(places);
    expect(drawPlaces('é双色球 136', queue, sha256)).not.toEqual(places);
  });

  it('gives no place an advantage over many draws', () => {
    const queue = [1, 2, 3, 4].map(entry);
    const first = Array.from({ length: 2000 }, (_none, n) => drawPlaces(`seed ${n}`, queue, sha256)[0]?.queueNo);
    for (const { queueNo } of queue)
      expect(Math.abs(first.filter((one) => one === queueNo).length - 500)).toBeLessThan(80);
  });

  it('asks for a seed that cannot be tried out', () => {
    expect(seedRefusal('  12345 ')?.code).toBe('SEED_MISSING');
    expect(seedRefusal('123456')).toBeUndefined();
  });
});

describe('The groups of a launch', () => {
  it('hold every place once, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 60 }), (places, size) => {
        const groups = groupsOf(places, size);
        const called = groups.flatMap(({ fromPlace, toPlace }) =>
          Array.from({ length: toPlace - fromPlace + 1 }, (_none, index) => fromPlace + index),
        );
        expect(called).toEqual(Array.from({ length: places }, (_none, index) => index + 1));
        expect(groups.every(({ fromPlace, toPlace }) => toPlace - fromPlace < size)).toBe(true);
      }),
    );
  });
});
