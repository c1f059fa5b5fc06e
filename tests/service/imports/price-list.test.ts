import { writeXlsx } from 'hucre';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const heading = '楼栋,单元,楼层,房号,建筑面积,套内面积,单价,总价';
const rows = [
  '3栋,1单元,31,01,100,80,10000,1000000',
  '3栋,1单元,31,02,100,80,10000,1000000',
  '3栋,1单元,30,01,90,70,10000,900000',
];

const order = (text: string | Uint8Array, name = '一房一价.csv') => ({
  file: { name, content: Buffer.from(text).toString('base64') },
  sheet: null,
  mapping: null,
  alsoFiled: true,
});
const whole = (text: string) => ({ ...order(text), leaveOutFaulty: false });
const csv = (...lines: string[]) => [heading, ...lines].join('\n');

describe('Importing a price list', () => {
  let desk: TestOffice;
  let planner: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    planner = desk.as('planner', '方芸');
  });
  afterEach(() => desk.close());

  const count = () => desk.office.database.client.prepare('select count(*) from units').pluck().get();

  it('is looked at before anything is written', async () => {
    const seen = await planner.imports.preview(order(csv(...rows)));
    expect(seen.summary).toEqual({
      rows: 3,
      units: 3,
      newUnits: 3,
      changedUnits: 0,
      toBatchUnits: 0,
      sameUnits: 0,
      inDealUnits: 0,
      leftOut: 0,
      newBuildings: ['3栋'],
      builtArea: 29_000,
      total: 290_000_000,
      errors: 0,
      warnings: 0,
    });
    expect(seen.columns.map(({ field }) => field)).toEqual([
      'building',
      'entrance',
      'floor',
      'roomNo',
      'builtArea',
      'innerArea',
      'unitPrice',
      'total',
    ]);
    expect(count()).toBe(0);
  });

  it('writes buildings and units in one event, to be found and seen on the board', async () => {
    const written = await planner.imports.commit(whole(csv(...rows)));
    expect(written).toMatchObject({ units: 3, builtArea: 29_000, total: 290_000_000 });
    const { buildings, units } = await planner.units.board({});
    expect(buildings.map(({ name }) => name)).toEqual(['3栋']);
    expect(units.map(({ floor, roomNo, listPrice, state }) => [floor, roomNo, listPrice, state])).toEqual([
      [31, '01', 100_000_000, 'unreleased'],
      [31, '02', 100_000_000, 'unreleased'],
      [30, '01', 90_000_000, 'unreleased'],
    ]);
    expect((await planner.search.find({ text: '3-1-3101' })).map(({ title }) => title)).toEqual(['3-1-3101']);
    const events = desk.office.database.client.prepare(`select count(*) from events where kind = 'imported'`);
    expect(events.pluck().get()).toBe(1);
  });

  it('in GBK, UTF-16 and XLSX is the same list', async () => {
    const text = csv(...rows);
    const book = await writeXlsx({ sheets: [{ name: '房源', rows: text.split('\n').map((line) => line.split(',')) }] });
    for (const bytes of [
      iconv.encode(text, 'gbk'),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
      book,
    ])
      expect((await planner.imports.preview(order(bytes, '随便什么名字.csv'))).summary).toMatchObject({
        units: 3,
        total: 290_000_000,
        warnings: 0,
      });
  });

  it('with errors is refused whole, unless the faulty rows are to be left out', async () => {
    const faulty = csv(...rows, '3栋,1单元,30,02,,70,10000,900000');
    await expectRefusal(planner.imports.commit(whole(faulty)), 'IMPORT_HAS_ERRORS');
    expect(count()).toBe(0);
    await planner.imports.commit({ ...whole(faulty), leaveOutFaulty: true });
    expect(count()).toBe(3);
  });

  it('again changes the prices of open units and adds nothing twice', async () => {
    await planner.imports.commit(whole(csv(...rows)));
    const dearer = csv('3幢,一单元,31层,01室,100,80,11000,1100000', rows[1] ?? '', rows[2] ?? '');
    expect((await planner.imports.preview(order(dearer))).summary).toMatchObject({ newUnits: 0, changedUnits: 1 });
    await planner.imports.commit(whole(dearer));
    const { units } = await planner.units.board({});
    expect(units.map(({ listPrice }) => listPrice)).toEqual([110_000_000, 100_000_000, 90_000_000]);
  });

  it('never changes a home that somebody has locked, and says which', async () => {
    const [home = 0] = await buildHomes(desk, { name: '3栋', floors: 1, rooms: 1 });
    await desk.as('consultant').units.lock({ unitId: home });
    const dearer = csv('3栋,1单元,1,101,100,80,20000,2000000');
    const seen = await planner.imports.preview(order(dearer));
    expect(seen.problems).toMatchObject([{ row: 2, code: 'IMPORT_UNIT_IN_DEAL', severity: 'warning' }]);
    await planner.imports.commit(whole(dearer));
    expect((await planner.units.detail({ unitId: home })).cell.listPrice).toBe(100_000_000);
  });

  it('is undone whole, with the building it made', async () => {
    const { importId } = await planner.imports.commit(whole(csv(...rows)));
    expect(await planner.imports.undo({ importId, version: 1 })).toEqual({ kind: 'priceList', records: 3 });
    expect(count()).toBe(0);
    expect((await planner.units.board({})).buildings).toEqual([]);
    expect(await planner.search.find({ text: '3-1-3101' })).toEqual([]);
    await expectRefusal(planner.imports.undo({ importId, version: 2 }), 'IMPORT_UNDONE');
    expect(await planner.imports.list({})).toMatchObject([
      { state: 'undone', can: { undo: { code: 'IMPORT_UNDONE' } } },
    ]);
  });

  it('that changed prices gives the earlier ones back when it is undone', async () => {
    await planner.imports.commit(whole(csv(...rows)));
    const dearer = csv('3栋,1单元,31,01,101,80,11000,1111000', rows[1] ?? '', '3栋,1单元,29,01,90,70,10000,900000');
    const second = await planner.imports.commit(whole(dearer));
    expect(second).toMatchObject({ units: 3, newUnits: 1, changedUnits: 1 });
    expect(await planner.imports.list({})).toMatchObject([
      { can: { undo: true } },
      { can: { undo: { code: 'IMPORT_TOUCHED', params: { units: 1 } } } },
    ]);
    expect(await planner.imports.undo({ importId: second.importId, version: second.version })).toEqual({
      kind: 'priceList',
      records: 2,
    });
    const { units } = await planner.units.board({});
    expect(units.map(({ builtArea, listPrice }) => [builtArea, listPrice])).toEqual([
      [10_000, 100_000_000],
      [10_000, 100_000_000],
      [9000, 90_000_000],
    ]);
  });

  it('shows what becomes of each row, the ones left out as they are written', async () => {
    await planner.imports.commit(whole(csv(...rows)));
    const next = csv('3栋,1单元,31,01,100,80,11000,1100000', rows[1] ?? '', '3栋,1单元,28,01,待定,70,10000,900000');
    const seen = await planner.imports.preview(order(next));
    expect(seen.rows).toMatchObject([
      { row: 2, outcome: 'changed', total: 110_000_000, before: { builtArea: 10_000, listPrice: 100_000_000 } },
      { row: 3, outcome: 'same', before: null },
      { row: 4, outcome: 'leftOut', building: '3栋', floorName: '28', roomNo: '01', total: null },
    ]);
    expect(seen.summary).toMatchObject({ rows: 3, units: 2, sameUnits: 1, changedUnits: 1, leftOut: 1, errors: 1 });
  });

  it('never lets a home be released that the list itself calls sold, until somebody has looked', async () => {
    const text = [`${heading},状态`, `${rows[0]},可售`, `${rows[1]},已备案`, `${rows[2]},司法查封`].join('\n');
    const seen = await planner.imports.preview(order(text));
    expect(seen.problems.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '3 IMPORT_STATUS_TAKEN',
      '4 IMPORT_STATUS_TAKEN',
    ]);
    const { importId, version } = await planner.imports.commit(whole(text));
    const { units } = await planner.units.board({});
    expect(units.map(({ state }) => state)).toEqual(['unreleased', 'notForSale', 'notForSale']);
    const sold = await planner.units.detail({ unitId: units[1]?.id ?? 0 });
    expect(sold.stateReason).toBe('已备案');
    await planner.imports.undo({ importId, version });
    expect(count()).toBe(0);
  });

  it('is not undone once one of its homes has been touched', async () => {
    const { importId } = await planner.imports.commit(whole(csv(...rows)));
    const unitId = (await planner.units.board({})).units[0]?.id ?? 0;
    await desk
      .as('manager')
      .units.freeze({ unitId, reason: '样板房' })
      .catch(() => undefined);
    const touched = desk.office.database.client.prepare('select version from units where id = ?').pluck().get(unitId);
    expect(touched).toBeGreaterThan(1);
    await expectRefusal(planner.imports.undo({ importId, version: 1 }), 'IMPORT_TOUCHED');
    expect(count()).toBe(3);
  });

  it('is for those who may', async () => {
    await expectRefusal(desk.as('consultant').imports.preview(order(csv(...rows))), 'FORBIDDEN');
  });
});
