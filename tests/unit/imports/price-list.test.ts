import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readSheets } from '#electron/server/imports/read-sheets.ts';
import { readAmount, readArea } from '#shared/domain/imports/decimals.ts';
import { fieldOfHeading } from '#shared/domain/imports/fields.ts';
import { placeKey, readFloor, readRoom } from '#shared/domain/imports/places.ts';
import { readPriceList } from '#shared/domain/imports/read-price-list.ts';
import { areaToDecimal, sumArea } from '#shared/kernel/area.ts';
import { fen, fenToDecimal, formatYuan } from '#shared/kernel/money.ts';
import { sharedDataFile } from '#tests/support/shared-data.ts';

const plain = ['楼栋', '单元', '楼层', '房号', '建筑面积', '套内面积', '单价', '总价'];
const row = ['3栋', '1单元', '31', '01', '100.00', '80.00', '10000.05', '1000005'];

const list = (...rows: string[][]) => readPriceList(rows);
const codes = (...rows: string[][]) =>
  list(...rows).problems.map(({ row: at, field, code }) => `${at} ${field} ${code}`);

describe('A price list', () => {
  it('is read as it stands: a room "01" stays "01", a total follows the list', () => {
    const { units, problems, total, builtArea } = list(plain, row);
    expect(problems).toEqual([]);
    expect(units).toMatchObject([{ row: 2, building: '3栋', entrance: '1单元', floor: 31, roomNo: '01' }]);
    expect([total, builtArea]).toEqual([100_000_500, 10_000]);
  });

  it('has titles, dates and headings in two rows', () => {
    const read = list(
      ['松风花园3栋 一房一价表', '', '', '', '', '', '', ''],
      ['制表日期：2026-01-18', '', '', '', '', '', '单位：元、平方米', ''],
      ['楼栋', '单元', '楼层', '房号', '面积(㎡)', '', '价格(元)', ''],
      ['', '', '', '', '建筑面积', '套内面积', '单价', '总价'],
      row,
      ['合计', '', '', '', '100.00', '', '', '1000005'],
      ['备注：价格以备案为准', '', '', '', '', '', '', ''],
    );
    expect(read.units).toHaveLength(1);
    expect(read.header).toMatchObject({ headerRow: 2, firstDataRow: 4 });
    expect(read.problems).toEqual([]);
  });

  it('fills merged buildings and floors, but not a single cell that was forgotten', () => {
    const floor = (no: string, building: string, level: string) => [
      building,
      '',
      level,
      no,
      '100',
      '80',
      '10000',
      '1000000',
    ];
    const merged = list(plain, floor('01', '3栋', '31'), floor('02', '', ''), floor('03', '', ''), floor('04', '', ''));
    expect(merged.units.map(({ building, floor: level }) => `${building} ${level}`)).toEqual(Array(4).fill('3栋 31'));
    const whole = Array.from({ length: 9 }, (_unused, index) => floor(`0${index + 1}`, '3栋', '31'));
    expect(codes(plain, ...whole, floor('10', '', '31'))).toEqual(['11 building IMPORT_VALUE_MISSING']);
  });

  it('in 万元 is multiplied once, whether the heading or the cell says so', () => {
    const inHeading = [...plain.slice(0, 7), '总价(万元)'];
    expect(list(inHeading, [...row.slice(0, 7), '100.0005']).total).toBe(100_000_500);
    expect(list(inHeading, [...row.slice(0, 7), '100.0005万']).total).toBe(100_000_500);
    expect(list(plain, [...row.slice(0, 7), '100.0005万元']).total).toBe(100_000_500);
  });

  it('whose totals are floored to whole yuan gives no warning; a hundred yuan do', () => {
    expect(codes(plain, [...row.slice(0, 6), '52229.87', '5222987'])).toEqual([]);
    expect(codes(plain, [...row.slice(0, 6), '10000.059', '1000005'])).toEqual([]);
    expect(codes(plain, [...row.slice(0, 7), '1000105'])).toEqual(['2 total IMPORT_TOTAL_DIFFERS']);
  });

  it('without totals is computed, and says so where the column is there', () => {
    const without = list(plain.slice(0, 7), row.slice(0, 7));
    expect([without.total, without.problems]).toEqual([100_000_500, []]);
    expect(codes(plain, [...row.slice(0, 7), ''])).toEqual([
      '2 total IMPORT_VALUE_MISSING',
      '2 total IMPORT_TOTAL_COMPUTED',
    ]);
  });

  it('names the row of a unit that comes twice, however it is written', () => {
    expect(codes(plain, row, ['３幢', '一单元', '31层', '1', ...row.slice(4)])).toEqual([
      '3 roomNo IMPORT_DUPLICATE_ROW',
    ]);
  });

  it('leaves a row out whose area is no area, and says which cell', () => {
    for (const text of ['', '-', '待定', '0', '-125.53', '1e5', '#N/A'])
      expect(codes(plain, [...row.slice(0, 4), text, ...row.slice(5)])).toContainEqual(
        expect.stringMatching(/^2 builtArea IMPORT_VALUE_/),
      );
    expect(codes(plain, [...row.slice(0, 5), '135.53', ...row.slice(6)])).toEqual([
      '2 innerArea IMPORT_INNER_ABOVE_BUILT',
    ]);
  });

  it('of another kind says which columns are missing', () => {
    const { units, problems } = list(['姓名', '电话', '来访日期'], ['某甲', '13800000000', '2026-03-05']);
    expect(units).toEqual([]);
    expect(problems.map(({ field }) => field)).toEqual(['building', 'roomNo', 'builtArea']);
  });

  it('follows the columns that a person assigns', () => {
    const foreign = ['Block', 'Stair', 'Level', 'Flat', 'Size', 'Net', 'Rate', 'Sum'];
    const fields = ['building', 'entrance', 'floor', 'roomNo', 'builtArea', 'innerArea', 'unitPrice', 'total'] as const;
    const mapping = Object.fromEntries(fields.map((field, index) => [String(index), field]));
    expect(readPriceList([foreign, row], mapping).total).toBe(100_000_500);
  });

  it('never takes a name of an object for a column', () => {
    expect(
      list(['__proto__', 'constructor', 'toString'], ['a', 'b', 'c']).header.columns.map(({ field }) => field),
    ).toEqual([null, null, null]);
  });
});

describe('Cells of price lists', () => {
  it.each([
    ['￥6,556,415', 655_641_500],
    ['６，５５６，４１５', 655_641_500],
    ['655.6415万', 655_641_500],
    ["6'556'415.00元", 655_641_500],
    ['52229.87元/㎡', 5_222_987],
    ["'125.535", 12_554],
  ])('%s is an amount', (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });

  it.each(['', '-', '一房一价', '1e5', '12,34', '1.2.3', '0', '-5', '=SUM(A1:A9)', '99999999999999999'])(
    '%s is none',
    (text) => {
      expect(readAmount(text)).toBeUndefined();
    },
  );

  it('give back every amount and area that was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (amount) => {
        const text = fenToDecimal(fen(amount));
        expect(readAmount(text)).toBe(fen(amount));
        expect(readAmount(formatYuan(fen(amount)))).toBe(fen(amount));
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (size) => {
        expect(readArea(`${size / 100} ㎡`)).toBe(size);
      }),
    );
  });

  it.each([
    ['31', 31],
    ['31层', 31],
    ['31.0', 31],
    ['-1', -1],
    ['负一层', -1],
    ['地下2层', -2],
    ['B1', -1],
    ['十二层', 12],
    ['三十一', 31],
    ['3F', 3],
    ['全', undefined],
    ['見其他登記事項', undefined],
  ])('floor %s is %s', (text, floor) => {
    expect(readFloor(text)).toBe(floor);
  });

  it('rooms keep their text', () => {
    expect(['01', '架空1', '-3101', 'B2-P10', 'S1-105', '13A', '3101室', '2.0'].map(readRoom)).toEqual([
      '01',
      '架空1',
      '-3101',
      'B2-P10',
      'S1-105',
      '13A',
      '3101',
      '2',
    ]);
  });

  it('tell floors apart where rooms are numbered anew on each', () => {
    const at = (floor: number) => placeKey({ building: '3栋', entrance: '1', floor, roomNo: '01' });
    expect(at(3)).not.toBe(at(4));
  });
});

const dirty = sharedDataFile('dirty/EXPECT.json');
const expectation = z.object({
  file: z.string(),
  import_equals: z.string().optional(),
  untouched_rows: z.number().optional(),
  expect: z.object({ rows: z.number(), gross_area: z.string(), inner_area: z.string(), total: z.string() }).optional(),
});

describe.skipIf(dirty === undefined)('The dirty lists of the shared data', () => {
  const { files } = z
    .object({ files: z.array(expectation) })
    .parse(JSON.parse(dirty === undefined ? '{"files":[]}' : readFileSync(dirty, 'utf8')));
  const read = async (name: string) => {
    const sheets = await readSheets(name, readFileSync(sharedDataFile(`dirty/${name}`) ?? ''));
    return sheets.map(({ rows }) => readPriceList(rows));
  };

  it.each(files.filter(({ import_equals: equals }) => equals === 'clean'))(
    '$file reads as the clean list',
    async (file) => {
      const [best] = (await read(file.file)).toSorted((a, b) => b.units.length - a.units.length);
      expect(best?.units.length).toBe(file.expect?.rows);
      expect(areaToDecimal(best?.builtArea ?? sumArea([]))).toBe(file.expect?.gross_area);
      expect(areaToDecimal(sumArea((best?.units ?? []).map(({ innerArea }) => innerArea ?? sumArea([]))))).toBe(
        file.expect?.inner_area,
      );
      expect((best?.total ?? 0) / 100).toBe(Number(file.expect?.total));
      expect(best?.problems).toEqual([]);
    },
  );

  it.each(['14_text_numbers_suffixes.csv', '14_text_numbers_suffixes.xlsx', '15_room_as_number_format00.xlsx'])(
    '%s gives the same sums',
    async (name) => {
      const [best] = await read(name);
      expect([best?.units.length, areaToDecimal(best?.builtArea ?? sumArea([])), best?.total]).toEqual([
        116,
        '12725.20',
        64_320_701_300,
      ]);
      expect(best?.units.every(({ floorName }) => /^\d+$/.test(floorName))).toBe(true);
    },
  );

  it.each(['09_duplicates.csv', '09_duplicates.xlsx'])('%s gives each unit once and names the others', async (name) => {
    const [best] = await read(name);
    expect(best?.units).toHaveLength(116);
    expect(best?.problems.map(({ row: at, code }) => `${at} ${code}`)).toEqual(
      [118, 119, 120, 121, 122].map((at) => `${at} IMPORT_DUPLICATE_ROW`),
    );
  });

  it.each(['10_missing_values.csv', '10_missing_values.xlsx'])('%s names every cell that was spoilt', async (name) => {
    const [best] = await read(name);
    const spoilt = [7, 10, 13, 16, 19, 22, 25, 28, 31, 34, 37, 40, 43, 46];
    expect([...new Set(best?.problems.map(({ row: at }) => at))]).toEqual(spoilt);
    const clean = best?.units.filter(({ row: at }) => !spoilt.includes(at));
    expect(clean).toHaveLength(102);
    expect(best?.units.every(({ builtArea, total }) => builtArea > 0 && total !== 0)).toBe(true);
  });

  it.each(['11_total_mismatch.csv', '11_total_mismatch.xlsx'])(
    '%s warns of contradictions and tolerates a yuan',
    async (name) => {
      const [best] = await read(name);
      expect(best?.problems.map(({ row: at, code }) => `${at} ${code}`)).toEqual([
        '26 IMPORT_TOTAL_DIFFERS',
        ...(best?.problems.some(({ row: at }) => at === 28) ? ['28 IMPORT_TOTAL_DIFFERS'] : []),
        '30 IMPORT_TOTAL_DIFFERS',
        '32 IMPORT_TOTAL_DIFFERS',
        '34 IMPORT_INNER_ABOVE_BUILT',
        '36 IMPORT_TOTAL_DIFFERS',
      ]);
    },
  );

  it('formulas without stored values are computed from the price, never zero', async () => {
    const [best] = await read('13_formulas_not_cached.xlsx');
    expect(best?.units).toHaveLength(116);
    expect(best?.units.every(({ total }) => (total ?? 0) > 100_000)).toBe(true);
    expect(best?.problems.filter(({ code }) => code === 'IMPORT_TOTAL_COMPUTED')).toHaveLength(116);
  });

  it('hidden sheets are never read, hidden rows are', async () => {
    const lists = await read('17_many_sheets_hidden.xlsx');
    expect(lists).toHaveLength(3);
    expect(lists.map(({ units }) => units.length)).toEqual([0, 58, 58]);
    expect(lists.reduce((sum, { total }) => sum + total, 0)).toBe(64_320_701_300);
  });

  it('empty, blank, truncated and foreign files end in words', async () => {
    await expect(read('24_empty.csv')).rejects.toMatchObject({ code: 'IMPORT_FILE_EMPTY' });
    await expect(read('26_truncated.xlsx')).rejects.toMatchObject({ code: 'IMPORT_FILE_DAMAGED' });
    expect((await read('25_header_only.csv'))[0]).toMatchObject({ units: [], problems: [] });
    expect((await read('28_blank_sheet.xlsx'))[0]?.units).toEqual([]);
    expect((await read('29_wrong_table.csv'))[0]?.problems.map(({ code }) => code)).toContain('IMPORT_COLUMN_MISSING');
  });
});

const songfeng = sharedDataFile('units/sz_songfeng_3dong.csv');
describe.skipIf(songfeng === undefined)('The real lists of the shared data', () => {
  const read = async (name: string) => {
    const [sheet] = await readSheets(name, readFileSync(sharedDataFile(`units/${name}`) ?? ''));
    return readPriceList(sheet?.rows ?? []);
  };

  it('Songfeng 3: 116 units, the sums of the list, not one warning', async () => {
    const { units, total, builtArea, problems } = await read('sz_songfeng_3dong.csv');
    expect([units.length, areaToDecimal(builtArea), total, problems]).toEqual([116, '12725.20', 64_320_701_300, []]);
  });

  it('Chengdu: 2000 units of twelve developments', async () => {
    const { units, total, builtArea } = await read('chengdu_semireal_units_2k.csv');
    expect(areaToDecimal(builtArea)).toBe('247102.92');
    expect([units.length, total]).toEqual([2000, 445_030_540_200]);
  });

  it('Hefei: floors below the ground and rooms with names are understood; areas are asked for', async () => {
    const { header, problems } = await read('hefei_jingtingli_6zhuang_stack.csv');
    const fields = header.columns.map(({ field }) => field);
    expect(fields.slice(1, 4)).toEqual(['building', 'floor', 'roomNo']);
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual(['builtArea IMPORT_COLUMN_MISSING']);
  });
});

const vectors = sharedDataFile('vectors/import_headers.json');
describe.skipIf(vectors === undefined)('The headings of authorities and tools', () => {
  const names: Record<string, string> = {
    building: 'building',
    entrance: 'entrance',
    floor: 'floor',
    room: 'roomNo',
    layout: 'houseType',
    unit_price: 'unitPrice',
    'unit_price (万元)': 'unitPrice',
    inner_unit_price: 'innerUnitPrice',
    total: 'total',
    'total (万元)': 'total',
    gross_area: 'builtArea',
    inner_area: 'innerArea',
  };
  const cases = z
    .array(z.object({ source: z.string(), map: z.record(z.string(), z.string()) }))
    .parse(JSON.parse(vectors === undefined ? '[]' : readFileSync(vectors, 'utf8')));
  it.each(cases)('$source', ({ map }) => {
    for (const [heading, meaning] of Object.entries(map))
      if (meaning !== 'status') expect(fieldOfHeading(heading)?.field, heading).toBe(names[meaning]);
  });
});
