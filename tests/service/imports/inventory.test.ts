import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InventoryCell } from '#shared/domain/imports/inventory-list.ts';
import type { UnitPattern } from '#shared/domain/units/generate.ts';
import { area } from '#shared/kernel/area.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const csv = (lines: readonly string[]) => ({
  name: '房源修改.csv',
  content: Buffer.from(lines.join('\n')).toString('base64'),
});

const pattern: UnitPattern = {
  buildings: ['7栋', '8栋'],
  entrances: [
    {
      name: '1单元',
      columns: [
        {
          room: '01',
          use: 'home',
          houseTypeId: null,
          houseType: 'A1',
          orientation: '南',
          decoration: 'full',
          builtArea: area(12_000),
          innerArea: area(9600),
          sharedArea: area(2400),
        },
      ],
    },
  ],
  fromFloor: 1,
  toFloor: 3,
  skipped: [],
  named: [],
  floorInRoom: true,
  leftOut: [],
};

describe('Homes corrected in a file and made from a pattern', () => {
  let desk: TestOffice;
  let planner: TestClient;
  let homes: number[];
  beforeEach(async () => {
    desk = await testOffice();
    planner = desk.as('planner');
    homes = await buildHomes(desk, { name: '1栋' });
  });
  afterEach(() => desk.close());

  const home = (at = 0) => planner.units.detail({ unitId: homes[at] ?? 0 });
  const header = '房源编号,楼栋,单元,楼层,房号,户型,装修标准,建筑面积,套内面积,分摊面积';
  const rowOf = (at: number, facts: string) => `${homes[at]},1栋,1单元,1,10${at + 1},${facts}`;

  it('are given out as they stand, and come back without a difference', async () => {
    const given = await planner.imports.editable({});
    expect(given).toHaveLength(4);
    const cells: readonly InventoryCell[] = ['houseType', 'orientation'];
    const words: Partial<Record<InventoryCell, string>> = { houseType: '户型', orientation: '朝向' };
    const file = csv([
      ['房源编号', '楼栋', '单元', '楼层', '房号', ...cells.map((cell) => words[cell])].join(','),
      ...given.map((one) =>
        [
          one.unitId,
          one.building,
          one.entrance,
          one.floorName,
          one.roomNo,
          ...cells.map((cell) => one.cells[cell]),
        ].join(','),
      ),
    ]);
    const { summary, changes } = await planner.imports.previewInventory({ file });
    expect([summary.cells, summary.sameUnits, changes]).toEqual([0, 4, []]);
    await expectRefusal(planner.imports.commitInventory({ file, leaveOutFaulty: false }), 'IMPORT_NOTHING_CHANGED');
  });

  it('are compared cell by cell, only what differs is written, and one undo brings it back', async () => {
    const file = csv([header, rowOf(0, 'A1,精装,100.00,81.00,19.00'), rowOf(1, '三室两厅,,100.00,80.00,20.00')]);
    const { changes, summary } = await planner.imports.previewInventory({ file });
    const first = { row: 2, unitId: homes[0] };
    expect(changes).toMatchObject([
      { ...first, cell: 'houseType', before: '三室两厅', after: 'A1' },
      { ...first, cell: 'decoration', before: null, after: 'full' },
      { ...first, cell: 'innerArea', before: 8000, after: 8100 },
      { ...first, cell: 'sharedArea', before: 2000, after: 1900 },
    ]);
    expect(summary).toEqual({ rows: 2, cells: 4, units: 1, sameUnits: 1, faulty: 0 });
    const before = await home();
    const { importId, version, cells } = await planner.imports.commitInventory({ file, leaveOutFaulty: false });
    expect(cells).toBe(4);
    const { cell, decoration, sharedArea } = await home();
    expect({ ...cell, decoration, sharedArea }).toMatchObject({
      houseType: 'A1',
      orientation: '南',
      innerArea: 8100,
      decoration: 'full',
      sharedArea: 1900,
      listPrice: before.cell.listPrice,
    });
    expect(await planner.imports.undo({ importId, version })).toEqual({ kind: 'inventory', records: 1 });
    const { version: _after, ...undone } = await home();
    const { version: _before, ...stood } = before;
    expect({ ...undone, history: [] }).toEqual({ ...stood, history: [] });
  });

  it('tell what can’t be written, and leave such rows whole as they are', async () => {
    await desk.as('consultant').units.lock({ unitId: homes[1] ?? 0 });
    const file = csv([
      header,
      rowOf(0, 'A1,毛坯,100.00,81.00,20.00'),
      rowOf(1, 'A1,,100.00,80.00,20.00'),
      rowOf(2, 'A1,豪华,100.00,80.00,20.00'),
      '999,9栋,1单元,1,901,A1,,100.00,80.00,20.00',
      rowOf(3, 'A1,,100.00,80.00,20.00'),
    ]);
    const { problems, summary } = await planner.imports.previewInventory({ file });
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'AREA_PARTS_DIFFER'],
      [3, 'UNIT_FACTS_AGREED'],
      [4, 'IMPORT_VALUE_UNREADABLE'],
      [5, 'IMPORT_HOME_UNKNOWN'],
    ]);
    expect(summary).toMatchObject({ cells: 1, units: 1, faulty: 4 });
    await expectRefusal(planner.imports.commitInventory({ file, leaveOutFaulty: false }), 'IMPORT_HAS_ERRORS');
    await planner.imports.commitInventory({ file, leaveOutFaulty: true });
    expect([(await home(0)).cell.houseType, (await home(3)).cell.houseType]).toEqual(['三室两厅', 'A1']);
  });

  it('are measured in a file by a survey that is entered, also where somebody has them', async () => {
    await desk.as('consultant').units.lock({ unitId: homes[0] ?? 0 });
    const head = '房源编号,楼栋,房号,实测建筑面积,实测套内面积,实测分摊面积,测绘报告';
    const file = csv([head, `${homes[0]},1栋,101,103.50,82.00,21.50,渝测118`]);
    expect((await planner.imports.previewInventory({ file })).problems).toMatchObject([{ code: 'SURVEY_UNKNOWN' }]);
    const survey = {
      surveyId: null,
      version: null,
      number: '渝测118',
      surveyor: '渝澄测绘院',
      surveyedOn: '2026-11-02',
    };
    await planner.projects.saveSurvey(survey);
    await planner.imports.commitInventory({ file, leaveOutFaulty: false });
    expect((await home()).measured).toMatchObject({ builtArea: 10_350, survey: { number: '渝测118' } });
    const without = csv([head, `${homes[0]},1栋,101,103.50,82.00,21.50,`]);
    expect((await planner.imports.previewInventory({ file: without })).problems).toMatchObject([
      { code: 'SURVEY_MISSING' },
    ]);
  });

  it('are made whole or not at all, unreleased and without a price, and taken back whole', async () => {
    expect(await planner.imports.previewPattern({ pattern })).toMatchObject({ units: 6, newBuildings: ['7栋', '8栋'] });
    const { importId, version, units, buildings } = await planner.imports.generate({ pattern });
    expect([units, buildings]).toEqual([6, 2]);
    const board = await planner.units.board({});
    const made = board.units.filter(({ houseType }) => houseType === 'A1');
    expect(made.map(({ roomNo }) => roomNo).toSorted()).toEqual(['101', '101', '201', '201', '301', '301']);
    expect(new Set(made.map(({ state, listPrice }) => `${state} ${listPrice}`))).toEqual(new Set(['unreleased null']));
    expect((await planner.units.detail({ unitId: made[0]?.id ?? 0 })).decoration).toBe('full');
    await expectRefusal(planner.imports.generate({ pattern }), 'UNIT_EXISTS');
    expect((await planner.imports.previewPattern({ pattern })).refusal).toMatchObject({ code: 'UNIT_EXISTS' });
    expect(await planner.imports.undo({ importId, version })).toEqual({ kind: 'generated', records: 6 });
    expect((await planner.units.board({})).buildings.map(({ name }) => name)).toEqual(['1栋']);
  });

  it('are made by those who keep the stock, and by no consultant', async () => {
    await expectRefusal(desk.as('consultant').imports.generate({ pattern }), 'FORBIDDEN');
  });
});
