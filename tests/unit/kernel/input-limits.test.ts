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
    for (const depth of [0, 1, 8, 20]) expect(() => checkLimits(nested(depth))).not.toThrow();
    for (const depth of [21, 500, 100_000]) expect(() => checkLimits(nested(depth))).toThrow(refused);
  });

  it('ends for what contains itself, and for a few records that stand for a billion', () => {
    const own: Record<string, unknown> = {};
    own['a'] = own;
    own['b'] = [own, own];
    expect(() => checkLimits(own)).toThrow(refused);
    let shared: unknown[] = [];
    for (let level = 0; level < 15; level += 1) shared = [shared, shared, shared, shared];
    expect(() => checkLimits(shared)).toThrow(refused);
  });

  it('takes a long list and the bytes of a file, and refuses lists beyond all reason', () => {
    expect(() => checkLimits({ unitIds: Array.from({ length: 50_000 }, (_none, at) => at) })).not.toThrow();
    expect(() => checkLimits({ content: new Uint8Array(2_000_000) })).not.toThrow();
    expect(() => checkLimits(Array.from({ length: 200_001 }))).toThrow(refused);
  });
});
