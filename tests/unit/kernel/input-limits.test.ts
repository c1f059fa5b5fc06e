import { describe, expect, it } from 'vitest';
import { checkLimits } from '#electron/server/kernel/input-limits.ts';

const refused = expect.objectContaining({ code: 'INVALID_INPUT' });

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

describe('What is looked at of an input', () => {
  it('goes as deep as any form of the office does, and no deeper than twenty levels', () => {
    for (const depth of [0, 1, 8, 20]) expect(() => checkLimits(nested(depth), false)).not.toThrow();
    for (const depth of [21, 500, 100_000]) expect(() => checkLimits(nested(depth), false)).toThrow(refused);
  });

  it('ends for what contains itself, and for a few records that stand for a billion', () => {
    const own: Record<string, unknown> = {};
    own['a'] = own;
    own['b'] = [own, own];
    expect(() => checkLimits(own, false)).toThrow(refused);
    let shared: unknown[] = [];
    for (let level = 0; level < 15; level += 1) shared = [shared, shared, shared, shared];
    expect(() => checkLimits(shared, false)).toThrow(refused);
  });

  it('takes a long list and the bytes of a file, and refuses lists beyond all reason', () => {
    expect(() => checkLimits({ unitIds: Array.from({ length: 50_000 }, (_none, at) => at) }, false)).not.toThrow();
    expect(() => checkLimits({ content: new Uint8Array(2_000_000) }, true)).not.toThrow();
    expect(() => checkLimits(Array.from({ length: 200_001 }), true)).toThrow(refused);
  });

  it('is a megabyte of text in all, in whatever members and names, unless it brings files', () => {
    const tooLarge = expect.objectContaining({ code: 'INPUT_TOO_LARGE', params: { largestMib: 1 } });
    const page = '文'.repeat(1000);
    const pages = (count: number) => ({ notes: Array.from({ length: count }, () => ({ note: page })) });
    expect(() => checkLimits(pages(345), false)).not.toThrow();
    const names = Object.fromEntries(Array.from({ length: 30_000 }, (_none, at) => [`${at}`.padStart(40, 'k'), 1]));
    for (const large of [pages(355), 'x'.repeat(1024 ** 2 + 1), new Uint8Array(1024 ** 2 + 1), names]) {
      expect(() => checkLimits(large, false)).toThrow(tooLarge);
      expect(() => checkLimits(large, true)).not.toThrow();
    }
  });
});
