import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const heading = '楼栋,单元,楼层,房号,户型,建筑面积,套内面积,总价';
const order = (...rows: string[]) => ({
  file: { name: '调价表.csv', content: Buffer.from([heading, ...rows].join('\n')).toString('base64') },
  sheet: null,
  mapping: null,
  alsoFiled: false,
});

describe('A price list about homes that were on sale', () => {
  let desk: TestOffice;
  let planner: TestClient;
  let homes: number[];
  beforeEach(async () => {
    desk = await testOffice();
    homes = await buildHomes(desk, { name: '3栋' });
    await buildHomes(desk, { name: '5栋', released: false });
    planner = desk.as('planner');
  });
  afterEach(() => desk.close());

  const list = order(
    '3栋,1单元,1,101,三室两厅,100,80,980000',
    '3栋,1单元,1,102,三室两厅,101,80,1000000',
    '5栋,1单元,1,101,三室两厅,100,80,970000',
  );
  const prices = async () => {
    const { units } = await planner.units.board({});
    return units.map(({ listPrice }) => listPrice);
  };

  it('writes areas and the prices of homes never released, and keeps the other prices for a batch', async () => {
    const seen = await planner.imports.preview(list);
    expect(seen.summary).toMatchObject({ changedUnits: 2, toBatchUnits: 1, warnings: 1 });
    expect(seen.problems).toMatchObject([{ row: 2, code: 'IMPORT_PRICES_TO_BATCH', severity: 'warning' }]);
    const written = await planner.imports.commit({ ...list, leaveOutFaulty: false });
    expect(written).toMatchObject({ changedUnits: 2, batch: { units: 1 } });
    expect((await prices()).filter((price) => price === 98_000_000)).toEqual([]);
    expect((await prices()).filter((price) => price === 97_000_000)).toHaveLength(1);
    const batchId = written.batch?.id ?? 0;
    const { batch, version } = await planner.prices.detail({ batchId });
    expect(batch).toMatchObject({ state: 'draft', imported: true, totals: { units: 1, after: 98_000_000 } });
    const tried = await planner.prices.preview({ batchId, formula: null, effectiveOn: null });
    expect(tried.rows.find(({ unitId }) => unitId === homes[0])).toMatchObject({
      outcome: 'changed',
      list: { before: 100_000_000, after: 98_000_000 },
    });
    const submitted = await planner.prices.submit({ batchId, version, reason: '按导入的价目表' });
    expect(submitted.units).toBe(1);
    const { importId, version: importVersion } = written;
    await expectRefusal(planner.imports.undo({ importId, version: importVersion }), 'IMPORT_IN_BATCH');
  });

  it('is undone with the draft of its batch', async () => {
    const { importId, version, batch } = await planner.imports.commit({ ...list, leaveOutFaulty: false });
    await planner.imports.undo({ importId, version });
    expect((await planner.prices.detail({ batchId: batch?.id ?? 0 })).batch.state).toBe('withdrawn');
    expect((await prices()).every((price) => price === 100_000_000)).toBe(true);
  });
});
