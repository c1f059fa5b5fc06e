import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, readArea } from '#shared/domain/imports/decimals.ts';
import { placeKey, readFloor, readRoom } from '#shared/domain/imports/places.ts';
import { readPriceList } from '#shared/domain/imports/read-price-list.ts';
import { readStatus } from '#shared/domain/imports/status-words.ts';
import { fen, fenToDecimal, formatYuan } from '#shared/kernel/money.ts';

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

  it('counts every row below the headings as a unit or as left out', () => {
    const read = list(plain, row, ['3栋', '1单元', '31', '', '100', '80', '1', '1'], row, [
      '合计',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ]);
    expect([read.units.map((unit) => unit.row), read.leftOut.map((left) => left.row)]).toEqual([[2], [3, 4]]);
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

describe('The status that a list gives', () => {
  it.each([
    ['', 'free'],
    ['可售', 'free'],
    ['期房待售', 'free'],
    ['AVAILABLE', 'free'],
    ['不可售', 'taken'],
    ['已签认购书', 'taken'],
    ['已备案', 'taken'],
    ['区局锁定', 'taken'],
    ['SOLD', 'taken'],
    ['BLOCKED', 'taken'],
    ['配套', 'taken'],
    ['蓝色', 'unknown'],
  ])('"%s" is %s', (word, status) => {
    expect(readStatus(word)).toBe(status);
  });
});
