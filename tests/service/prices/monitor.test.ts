import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('What consultants gave away of list prices', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('counts deals that were agreed to, with floor prices for those who may see them', async () => {
    const [home = 0, other = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant', '何佳怡');
    const buyer = await buildBuyer(consultant);
    const { approvalId } = await subscribeHome(consultant, home, buyer);
    await subscribeHome(consultant, other, buyer);
    await approve(desk, approvalId);
    const [seen] = await desk.as('manager').prices.monitor({});
    expect(seen).toMatchObject({
      consultant: { id: consultant.me, name: '何佳怡' },
      deals: 1,
      list: 100_000_000,
      belowFloor: 0,
    });
    expect(seen?.aboveFloor).toBe((seen?.house ?? 0) - 90_000_000);
    const [hidden] = await desk.as('planner').prices.monitor({});
    expect(hidden).toMatchObject({ deals: 1, aboveFloor: null, belowFloor: null });
    await expectRefusal(consultant.prices.monitor({}), 'FORBIDDEN');
  });
});
