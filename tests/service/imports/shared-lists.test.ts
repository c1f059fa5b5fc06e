import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { sharedDataFile } from '#tests/support/shared-data.ts';

const expectation = z.object({
  file: z.string(),
  import_equals: z.string().optional(),
  base_rows: z.number().optional(),
  extra_rows: z.number().optional(),
  expect: z.object({ rows: z.number(), gross_area: z.string(), inner_area: z.string(), total: z.string() }).optional(),
});
const expectFile = sharedDataFile('dirty/EXPECT.json');
const { files } = z
  .object({ files: z.array(expectation) })
  .parse(JSON.parse(expectFile === undefined ? '{"files":[]}' : readFileSync(expectFile, 'utf8')));

describe.skipIf(expectFile === undefined)('The lists of the shared data, from the file to the office', () => {
  let desk: TestOffice;
  let planner: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    planner = desk.as('planner');
  });
  afterEach(() => desk.close());

  const order = (name: string, text?: string) => ({
    file: {
      name: name.split('/').at(-1) ?? name,
      content: (text === undefined ? readFileSync(sharedDataFile(name) ?? name) : Buffer.from(text)).toString('base64'),
    },
    sheet: null,
    mapping: null,
    alsoFiled: true,
  });
  const importAll = (name: string, text?: string) =>
    planner.imports.commit({ ...order(name, text), leaveOutFaulty: true });

  /** What stands in the office: units, m² and yuan. */
  const stored = () =>
    desk.office.database.client
      .prepare(
        `select count(*) as units, sum(built_area) / 100.0 as builtArea, sum(inner_area) / 100.0 as innerArea,
          sum(list_price) / 100.0 as total, sum(list_price = filed_price) as filed from units`,
      )
      .get();

  it.each(files.filter(({ import_equals: equals }) => equals === 'clean'))(
    '$file is written as the clean list',
    async ({ file, expect: wanted }) => {
      const written = await importAll(`dirty/${file}`);
      expect(written).toMatchObject({ units: wanted?.rows, newUnits: wanted?.rows, changedUnits: 0 });
      expect(stored()).toEqual({
        units: wanted?.rows,
        builtArea: Number(wanted?.gross_area),
        innerArea: Number(wanted?.inner_area),
        total: Number(wanted?.total),
        filed: wanted?.rows,
      });
    },
  );

  it.each(files.filter(({ file, base_rows: rows }) => rows !== undefined && !file.startsWith('17_')))(
    '$file: every row is a unit or is told',
    async ({ file, base_rows: base = 0, extra_rows: extra = 0 }) => {
      const { summary, problems } = await planner.imports.preview(order(`dirty/${file}`));
      expect(summary.rows).toBe(base + extra);
      expect(summary.units + summary.leftOut).toBe(summary.rows);
      const told = new Set(problems.filter(({ severity }) => severity === 'error').map(({ row }) => row));
      expect(told.size).toBe(summary.leftOut);
      await importAll(`dirty/${file}`);
      expect(stored()).toMatchObject({ units: summary.units });
      const empty = 'select count(*) from units where built_area <= 0 or list_price <= 0';
      expect(desk.office.database.client.prepare(empty).pluck().get()).toBe(0);
    },
  );

  it('hidden sheets are no choice, and each sheet that is shown can be chosen', async () => {
    const file = order('dirty/17_many_sheets_hidden.xlsx');
    const { sheets } = await planner.imports.preview(file);
    expect(sheets).toHaveLength(3);
    for (const sheet of [1, 2]) await planner.imports.commit({ ...file, sheet, leaveOutFaulty: false });
    expect(stored()).toMatchObject({ units: 116, builtArea: 12_725.2, total: 643_207_013 });
  });

  it.each([
    ['24_empty.csv', 'IMPORT_FILE_EMPTY'],
    ['25_header_only.csv', 'IMPORT_NO_ROWS'],
    ['26_truncated.xlsx', 'IMPORT_FILE_DAMAGED'],
    ['28_blank_sheet.xlsx', 'IMPORT_NO_ROWS'],
    ['29_wrong_table.csv', 'IMPORT_NO_ROWS'],
  ] as const)('%s is refused as %s', async (file, code) => {
    await expectRefusal(importAll(`dirty/${file}`), code);
    expect(stored()).toMatchObject({ units: 0 });
  });

  it('a spreadsheet under the name of a text is read as what it is', async () => {
    await importAll('dirty/27_xlsx_named.csv');
    expect(stored()).toMatchObject({ units: 116 });
  });

  it('the filed list of Songfeng 3 gives its sums without a warning', async () => {
    const { summary } = await planner.imports.preview(order('units/sz_songfeng_3dong.csv'));
    expect(summary).toMatchObject({ errors: 0, warnings: 0, newBuildings: ['3栋'] });
    await importAll('units/sz_songfeng_3dong.csv');
    expect(stored()).toMatchObject({ units: 116, builtArea: 12_725.2, innerArea: 10_142.17, total: 643_207_013 });
  });

  it('a matrix of floors and rooms is no list, and says which columns it lacks', async () => {
    const { problems, summary } = await planner.imports.preview(order('units/sz_songfeng_3dong_matrix.xlsx'));
    expect(summary.units).toBe(0);
    expect(problems.map(({ code }) => code)).toContain('IMPORT_COLUMN_MISSING');
    await expectRefusal(importAll('units/sz_songfeng_3dong_matrix.xlsx'), 'IMPORT_NO_ROWS');
  });

  it('two thousand units of twelve developments stay apart', async () => {
    const written = await importAll('units/chengdu_semireal_units_2k.csv');
    expect(written.units).toBe(2000);
    expect(stored()).toMatchObject({ units: 2000, builtArea: 247_102.92, total: 4_450_305_402 });
  });

  it('the stack of Hefei lacks areas; with them its basements and named rooms come in, 配套 not for sale', async () => {
    await expectRefusal(importAll('units/hefei_jingtingli_6zhuang_stack.csv'), 'IMPORT_NO_ROWS');
    const [heading = '', ...lines] = readFileSync(
      sharedDataFile('units/hefei_jingtingli_6zhuang_stack.csv') ?? '',
      'utf8',
    )
      .trim()
      .split(/\r?\n/);
    const withAreas = [`${heading},建筑面积`, ...lines.map((line) => `${line},100`)].join('\n');
    const { summary } = await planner.imports.preview(order('stack.csv', withAreas));
    expect(summary).toMatchObject({ rows: 67, units: 67, errors: 0 });
    await importAll('stack.csv', withAreas);
    const { units } = await planner.units.board({});
    expect(new Set(units.map(({ floor }) => floor)).size).toBe(18);
    expect(units.filter(({ floor }) => floor < 0).length).toBeGreaterThan(0);
    expect(units.map(({ roomNo }) => roomNo)).toEqual(expect.arrayContaining(['架空1', '通道3']));
    expect(units.filter(({ state }) => state === 'notForSale')).toHaveLength(7);
  });

  it.each(['a', 'b', 'd', 'f', 'g', 'h'])(
    'the second heading row of the open data of Taiwan (%s) is no record',
    async (letter) => {
      const name = `units/tw_presale_raw/${letter}_lvr_land_b.csv`;
      const lines = readFileSync(sharedDataFile(name) ?? '', 'utf8')
        .trim()
        .split(/\r?\n/).length;
      // Its columns are not those of a price list: a person assigns them.
      const mapping = { '2': 'building', '27': 'roomNo', '9': 'floor', '15': 'builtArea', '21': 'total' } as const;
      const { summary, headerRow } = await planner.imports.preview({ ...order(name), mapping });
      expect([headerRow, summary.rows]).toEqual([0, lines - 2]);
    },
  );
});
