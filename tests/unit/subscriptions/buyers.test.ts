import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buyersRefusal, equalShares, fractionOfShare, sharesByParts } from '#shared/domain/subscriptions/buyers.ts';

describe('the shares of the buyers', () => {
  it('give thirds that sum to the whole', () => {
    expect(equalShares(3)).toEqual([333_334, 333_333, 333_333]);
    expect(sharesByParts([70, 30])).toEqual([700_000, 300_000]);
  });

  it('always sum to the whole and read back as the same fraction', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (count) => {
        const shares = equalShares(count);
        expect(buyersRefusal(shares.map((sharePpm, index) => ({ customerId: index + 1, sharePpm })))).toBeUndefined();
        for (const share of shares) expect(fractionOfShare(share)).toEqual([1, count]);
      }),
    );
    expect(fractionOfShare(123_457)).toBeUndefined();
  });

  it.each([
    ['nobody', [], 'BUYERS_INCOMPLETE'],
    [
      'the same person twice',
      [
        { customerId: 1, sharePpm: 500_000 },
        { customerId: 1, sharePpm: 500_000 },
      ],
      'BUYER_TWICE',
    ],
    ['99.9999 %', [{ customerId: 1, sharePpm: 999_999 }], 'BUYER_SHARES_DIFFER'],
    ['one owner', [{ customerId: 1, sharePpm: 1_000_000 }], undefined],
  ])('are checked: %s', (_, buyers, code) => {
    expect(buyersRefusal(buyers)?.code).toBe(code);
  });
});
