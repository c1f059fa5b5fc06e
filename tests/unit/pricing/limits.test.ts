import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approverFor } from '#shared/domain/approvals/authority.ts';
import { defaultApprovalPolicy } from '#shared/domain/approvals/policy.ts';
import { buildPrice } from '#shared/domain/pricing/build-up.ts';
import {
  filedLimits,
  priceApprovalAsk,
  priceFacts,
  priceRefusals,
  type UnitPrices,
} from '#shared/domain/pricing/limits.ts';
import { area } from '#shared/kernel/area.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

const prices: UnitPrices = { listPrice: yuan(2_150_580), filedPrice: yuan(2_199_680), floorPrice: yuan(2_003_280) };
const band = { belowPpm: 150_000, abovePpm: 0 };

function factsAt(ratePpm: number, unit: UnitPrices = prices, addOn = 0) {
  const price = buildPrice({
    listPrice: unit.listPrice,
    innerArea: area(9820),
    builtArea: area(12_150),
    basis: 'innerArea',
    order: 'percentsAddOnsReductions',
    rounding: 'fen',
    adjustments: [
      ...(ratePpm > 0 ? [{ kind: 'percent', code: 'p', label: '折扣', ratePpm } as const] : []),
      ...(addOn > 0 ? [{ kind: 'addOn', code: 'a', label: '装修包', amount: yuan(addOn) } as const] : []),
    ],
  });
  return priceFacts(price, unit, band);
}

describe('the limits of a price', () => {
  it('reads the approval example: 4.5 % below list, above floor, inside the filed band', () => {
    const facts = factsAt(45_000);
    expect(facts).toMatchObject({
      depthPpm: 45_000,
      belowList: 9_677_610,
      aboveFloor: 5_052_390,
      againstFiled: -14_587_610,
      belowFloor: false,
      filedPosition: 'within',
    });
    expect(priceRefusals(facts)).toEqual([]);
  });

  it('knows a price below the floor, which only approval can allow', () => {
    const facts = factsAt(68_500);
    expect(facts.belowFloor).toBe(true);
    expect(priceRefusals(facts)).toEqual([]);
  });

  it('counts every discount against the home, so an add-on cannot hide one', () => {
    expect(factsAt(45_000, prices, 200_000).depthPpm).toBe(45_000);
  });

  it('refuses a price outside the filed band and names the band', () => {
    const refusals = priceRefusals(factsAt(200_000));
    expect(refusals).toEqual([
      { code: 'PRICE_OUTSIDE_FILED_BAND', params: { lowestFen: 186_972_800, highestFen: 219_968_000 } },
    ]);
  });

  it('refuses a unit without a filed price', () => {
    expect(priceRefusals(factsAt(10_000, { ...prices, filedPrice: null }))).toEqual([{ code: 'FILED_PRICE_MISSING' }]);
  });

  it('keeps the limits inside the band to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), fc.integer({ min: 0, max: 300_000 }), (filed, ppm) => {
        const { lowest, highest } = filedLimits(fen(filed), { belowPpm: ppm, abovePpm: ppm });
        const share = BigInt(filed) * BigInt(1_000_000 - ppm);
        expect(BigInt(lowest) * 1_000_000n >= share).toBe(true);
        expect(BigInt(lowest - 1) * 1_000_000n < share).toBe(true);
        expect(BigInt(highest) * 1_000_000n <= BigInt(filed) * BigInt(1_000_000 + ppm)).toBe(true);
      }),
    );
  });

  it.each([
    [10_000, undefined],
    [10_001, 'supervisor'],
    [45_000, 'manager'],
    [60_000, 'director'],
    [68_500, 'director'],
  ])('asks the ladder for a consultant’s price %i ppm below list: %s', (ratePpm, post) => {
    const approver = approverFor(defaultApprovalPolicy, priceApprovalAsk(factsAt(ratePpm), 'consultant'));
    expect(approver.needed ? approver.post : undefined).toBe(post);
  });
});
