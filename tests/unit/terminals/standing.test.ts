import { describe, expect, it } from 'vitest';
import { nextEpoch, standingOf, standingText } from '#shared/domain/terminals/standing.ts';

describe('As what a host presents itself', () => {
  it('is read as it was written; anything else says nothing', () => {
    const standing = { epoch: 1_780_000_000, host: '0190a2f0-0000-7000-8000-000000000001' };
    expect(standingOf(standingText(standing))).toEqual(standing);
    for (const text of [undefined, '', '7', '.host', '-1.host', '1e3.host', '1.a b', `1.${'x'.repeat(65)}`])
      expect(standingOf(text), text).toBeUndefined();
  });

  it('is of a higher epoch with each taking over, even on a PC whose clock is behind, or from an old backup', () => {
    expect(nextEpoch(1, 1_780_000_000_000)).toBe(1_780_000_000);
    expect(nextEpoch(1_780_000_000, 1_000)).toBe(1_780_000_001);
    const takenOverLater = nextEpoch(1, 1_780_000_100_000);
    const restoredFromBefore = nextEpoch(1, 1_780_000_200_000);
    expect(restoredFromBefore).toBeGreaterThan(takenOverLater);
  });
});
