import { writeXlsx } from 'hucre';
import { addDays, localDate } from '#shared/kernel/local-date.ts';
import { headings } from '#tests/support/project-book.ts';

/** A file as a window sends it. */
type SentFile = { readonly name: string; readonly content: string };

async function sent(name: string, sheets: { name: string; rows: (string | number | null)[][] }[]): Promise<SentFile> {
  return { name, content: Buffer.from(await writeXlsx({ sheets })).toString('base64') };
}

/** A price list of some units: buildings of thirty floors with eight homes on each. */
export function largePriceList(units: number): Promise<SentFile> {
  const rows = Array.from({ length: units }, (_unused, index) => {
    const [building, onFloor] = [Math.floor(index / 240) + 1, index % 240];
    const floor = Math.floor(onFloor / 8) + 1;
    const room = `${floor}${String((onFloor % 8) + 1).padStart(2, '0')}`;
    return [`${building}栋`, '1单元', floor, room, '三室两厅', 100, 80, 10_000, 1_000_000];
  });
  const heading = ['楼栋', '单元', '楼层', '房号', '户型', '建筑面积', '套内面积', '单价(元/㎡)', '总价(元)'];
  return sent('一房一价表.xlsx', [{ name: '一房一价', rows: [heading, ...rows] }]);
}

/** The books of a running project: of each three deals two are signed and one of these is filed; three receipts each. */
export function largeProject(deals: number, homesOnFloor: number): Promise<SentFile> {
  const begin = localDate('2024-01-02');
  const each = Array.from({ length: deals }, (_unused, index) => ({
    number: `认${index + 1}`,
    name: `买家${index + 1}`,
    id: String(index + 1).padStart(8, '0'),
    floor: Math.floor(index / homesOnFloor) + 1,
    room: (index % homesOnFloor) + 1,
    on: addDays(begin, index % 600),
    signed: index % 3 !== 2,
    filed: index % 3 === 0,
  }));
  const sheets = {
    客户: each.map(({ name, id }, index) => [
      `K${index + 1}`,
      name,
      `139${id}`,
      '其他证件',
      `99${id}`,
      '',
      '陈晓',
      null,
    ]),
    认购: each.map(({ number, name, floor, room, on }) => [
      ...[number, '1栋', '1单元', floor, `${floor}${String(room).padStart(2, '0')}`, name, '陈晓', on],
      ...[1_000_000, 50_000, '商业按揭'],
    ]),
    合同: each
      .filter(({ signed }) => signed)
      .map(({ number, on, filed }, index) => [
        ...[`合${index + 1}`, number, addDays(on, 5), 1_000_000],
        ...(filed ? [`网${index + 1}`, addDays(on, 20)] : [null, null]),
      ]),
    收款: each.flatMap(({ number, on }, index) => [
      [`收${index * 3 + 1}`, number, on, '定金', 50_000, '转账', null, null],
      [`收${index * 3 + 2}`, number, addDays(on, 3), '首付款', 250_000, '刷卡', null, null],
      [`收${index * 3 + 3}`, number, addDays(on, 30), '按揭放款', 300_000, '转账', null, null],
    ]),
    应收余额: each.map(({ number }) => [number, '按揭贷款', '2026-12-31', 400_000]),
    核对: [
      ['客户', deals, null],
      ['认购', deals, deals * 1_000_000],
      ['合同', each.filter(({ signed }) => signed).length, each.filter(({ signed }) => signed).length * 1_000_000],
      ['收款', deals * 3, deals * 600_000],
      ['应收余额', null, deals * 400_000],
    ],
  };
  return sent(
    '在售项目.xlsx',
    Object.entries(sheets).map(([name, rows]) => ({
      name,
      rows: [[...headings[name as keyof typeof headings]], ...rows.map((row) => [...row])],
    })),
  );
}
