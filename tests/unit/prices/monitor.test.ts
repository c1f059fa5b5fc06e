import { describe, expect, it } from 'vitest';
import { pricesByConsultant } from '#shared/domain/prices/monitor.ts';
import { yuan } from '#shared/kernel/money.ts';

describe('What consultants give away of list prices', () => {
  it('is summed up for each, the most generous first, with the deepest deal and what was kept above the floor', () => {
    const deal = (consultantId: number, house: number, floor: number | null = 90) => ({
      consultantId,
      list: yuan(100),
      house: yuan(house),
      floor: floor === null ? null : yuan(floor),
    });
    expect(pricesByConsultant([deal(1, 99), deal(2, 100), deal(2, 88), deal(2, 97, null)])).toEqual([
      {
        consultantId: 2,
        deals: 3,
        list: yuan(300),
        house: yuan(285),
        belowListPpm: 50_000,
        deepestPpm: 120_000,
        aboveFloor: yuan(8),
        belowFloor: 1,
      },
      {
        consultantId: 1,
        deals: 1,
        list: yuan(100),
        house: yuan(99),
        belowListPpm: 10_000,
        deepestPpm: 10_000,
        aboveFloor: yuan(9),
        belowFloor: 0,
      },
    ]);
  });
});
