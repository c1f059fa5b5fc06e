import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approverFor } from '#shared/domain/approvals/authority.ts';
import { defaultApprovalPolicy as policy } from '#shared/domain/approvals/policy.ts';
import { authorityBands, nearestLower, placeOnScale } from '#shared/domain/approvals/scale.ts';

const spans = (floorPpm: number | null) =>
  authorityBands(policy, floorPpm).map(({ post, fromPpm, toPpm, belowFloor }) => [post, fromPpm, toPpm, belowFloor]);

describe('The scale of authority over prices', () => {
  it('goes from post to post, ends at the floor price and leaves what is below it to one post', () => {
    expect(spans(68_500)).toEqual([
      ['consultant', 0, 10_000, false],
      ['supervisor', 10_000, 30_000, false],
      ['manager', 30_000, 50_000, false],
      ['director', 50_000, 68_500, false],
      ['director', 68_500, null, true],
    ]);
  });

  it('is cut short by a floor price that comes before the limits', () => {
    expect(spans(20_000)).toEqual([
      ['consultant', 0, 10_000, false],
      ['supervisor', 10_000, 20_000, false],
      ['director', 20_000, null, true],
    ]);
    expect(spans(0)).toEqual([['director', 0, null, true]]);
  });

  it('has no end where there is no floor price', () => {
    expect(spans(null).at(-1)).toEqual(['director', 50_000, null, false]);
  });

  it.each([
    [0, 0, 0],
    [10_000, 0, 1],
    [45_000, 2, 0.75],
    [68_500, 3, 1],
  ])('shows %i ppm in band %i at %d', (amount, band, share) => {
    expect(placeOnScale(authorityBands(policy, 68_500), amount)).toEqual({ band, share });
  });

  it('names the highest authority that does not reach an ask, and none where the lowest reaches', () => {
    const bands = authorityBands(policy, 68_500);
    expect(nearestLower(bands, 45_000)).toEqual({ post: 'supervisor', limitPpm: 30_000 });
    expect(nearestLower(bands, 50_000)).toEqual({ post: 'supervisor', limitPpm: 30_000 });
    expect(nearestLower(bands, 90_000)).toEqual({ post: 'director', limitPpm: 68_500 });
    expect(nearestLower(bands, 10_000)).toBeUndefined();
  });

  it('shows every ask in the band of the post that the ladder asks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: 1, max: 300_000 }), (amount, floorPpm) => {
        const belowFloor = amount > floorPpm;
        const bands = authorityBands(policy, floorPpm);
        const { band, share } = placeOnScale(bands, amount);
        const asked = approverFor(policy, {
          kind: 'priceBelowAuthority',
          amount,
          belowFloor,
          requesterPost: 'finance',
        });
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(bands[band]?.belowFloor).toBe(belowFloor);
        if (asked.needed) expect(bands[band]?.post).toBe(asked.post);
      }),
    );
  });
});
