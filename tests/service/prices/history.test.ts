import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { units } from '#db/schema/inventory.ts';
import { fen } from '#shared/kernel/money.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('The history of a home’s prices', () => {
  let desk: TestOffice;
  let home: number;
  beforeEach(async () => {
    desk = await testOffice();
    [home = 0] = await buildHomes(desk);
  });
  afterEach(() => desk.close());

  it('tells when each price moved, from what to what, and whose act it was', async () => {
    const manager = desk.as('manager', '杜建华');
    const [first] = await manager.prices.ofUnit({ unitId: home });
    expect(first?.list).toEqual({ before: null, after: 100_000_000 });
    await desk.office.corridor.act({
      procedure: 'tests.priceList',
      run: ({ tx, happened }) => {
        tx.update(units, home, { listPrice: fen(102_000_000), floorPrice: fen(95_000_000) });
        happened({ kind: 'imported', noun: 'imports', id: 1 });
      },
    });
    // Being locked changes the home, and none of its prices.
    await desk.as('consultant').units.lock({ unitId: home });
    const history = await manager.prices.ofUnit({ unitId: home });
    expect(history).toHaveLength(2);
    expect(history[0]).toMatchObject({
      kind: 'imported',
      by: null,
      list: { before: 100_000_000, after: 102_000_000 },
      filed: null,
    });
    expect(history[0]?.floor?.after).toBe(95_000_000);
  });

  it('keeps floor prices from those who may not see them, and the whole of it from consultants', async () => {
    await desk.office.corridor.act({
      procedure: 'tests.floorPrice',
      run: ({ tx, happened }) => {
        tx.update(units, home, { floorPrice: fen(95_000_000) });
        happened({ kind: 'imported', noun: 'imports', id: 1 });
      },
    });
    const told = await desk.as('backOffice').prices.ofUnit({ unitId: home });
    expect(told.every(({ floor }) => floor === null)).toBe(true);
    await expectRefusal(desk.as('consultant').prices.ofUnit({ unitId: home }), 'FORBIDDEN');
    await expectRefusal(desk.as('manager').prices.ofUnit({ unitId: 99_999 }), 'NOT_FOUND');
  });
});
