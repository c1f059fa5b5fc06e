import type { Content } from 'pdfmake';
import { areaBy } from '#shared/domain/prices/formula.ts';
import { totalsOfList } from '#shared/domain/prices/list-totals.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { areaToDecimal } from '#shared/kernel/area.ts';
import { type Fen, formatYuan } from '#shared/kernel/money.ts';
import { dateText } from '../kit/blanks.ts';
import { type Definition, inks, type Marks, sizes } from '../kit/definition.ts';
import { factsTable, type OfficePaper, officePaper } from '../kit/office-paper.ts';
import { mm, type PaperName } from '../kit/paper.ts';
import { basisWords } from '../kit/price-words.ts';
import { grid, type ListColumn, ledger, listTable, onSheet, tight } from '../kit/tables.ts';
import type { FloorPriceListData, PriceListData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const priceListEdition = 'JM-2';
/** Title of the list without floor prices. */
export const LIST_TITLE = '价目表';
/** Title of the list with them. */
export const FLOOR_TITLE = '底价表';

/** Either list. */
type AnyList = PriceListData | FloorPriceListData;
type Row = AnyList['rows'][number];

/** True for the list that tells floor prices. */
function tellsFloor(data: AnyList): data is FloorPriceListData {
  return data.rows.every((row) => 'floorPrice' in row);
}

const amount = (price: Fen | null) => (price === null ? '—' : formatYuan(price));

/** That it is not for anybody outside. */
function markOf(data: AnyList): string {
  return `内部资料${tellsFloor(data) ? '（含底价）' : ''}，不得外传`;
}

/** What stands around the list; that it is internal stands on every page. */
export function aroundPriceList(data: AnyList): OfficePaper {
  const floor = tellsFloor(data);
  return {
    issuer: data.seller.name,
    title: floor ? FLOOR_TITLE : LIST_TITLE,
    edition: priceListEdition,
    maker: `${markOf(data)}　${data.project}　${data.building}`,
  };
}

/** What the list is about, name by name. */
export function factsOfPriceList({ project, building, permit, inForceOn, batch, basis, seller, rows }: AnyList) {
  return [
    ['项　目', project],
    ['楼　栋', building],
    ['预售许可', permit],
    ['执行日期', `${dateText(inForceOn)}起`],
    ['调价批次', batch === '' ? '未经调价，按录入价目' : batch],
    ['计价方式', basisWords[basis]],
    ['价格咨询', seller.hotline],
    ['套　数', `${rows.length} 套`],
  ] as const;
}

const before: readonly ListColumn[] = [
  { head: '房号', alignment: 'left', width: 82 },
  { head: '用途', alignment: 'left', width: 40 },
  { head: '户型', alignment: 'left', width: '*' },
  { head: '朝向', alignment: 'left', width: 40 },
  { head: '建筑面积 m²', alignment: 'right', width: 60 },
  { head: '套内面积 m²', alignment: 'right', width: 60 },
  { head: '单价 元/m²', alignment: 'right', width: 66 },
  { head: '销售总价 元', alignment: 'right', width: 90 },
];
const floorColumn: ListColumn = { head: '底价总价 元', alignment: 'right', width: 90 };
const after: readonly ListColumn[] = [{ head: '状态', alignment: 'left', width: 42 }];

/** Heads of the list. */
export function columnsOfPriceList(data: AnyList): readonly ListColumn[] {
  return [...before, ...(tellsFloor(data) ? [floorColumn] : []), ...after];
}

/** One home as it stands in the list, cell by cell. */
export function cellsOfListed(row: Row): string[] {
  return [
    row.place,
    labels.unitUses[row.use],
    row.houseType === '' ? '—' : row.houseType,
    row.orientation === '' ? '—' : row.orientation,
    areaToDecimal(row.builtArea),
    row.innerArea === null ? '—' : areaToDecimal(row.innerArea),
    amount(row.unitPrice),
    amount(row.listPrice),
    ...('floorPrice' in row ? [amount(row.floorPrice)] : []),
    row.state,
  ];
}

/** Heads of the totals. */
export const totalColumns: readonly ListColumn[] = [
  { head: '合计', alignment: 'left', width: 60 },
  { head: '套数', alignment: 'right', width: 60 },
  { head: '总建筑面积 m²', alignment: 'right', width: 100 },
  { head: '总金额 元', alignment: 'right', width: 130 },
  { head: '均价 元/m²', alignment: 'right', width: 90 },
];

/** What the homes come to, use by use. */
export function totalsOfPriceList({ rows, basis }: AnyList): string[][] {
  const homes = rows.map((row) => ({ ...row, pricedArea: basis === 'perSet' ? null : areaBy(row, basis) }));
  return totalsOfList(homes).map(({ use, homes: count, builtArea, listPrice, average }) => [
    labels.unitUses[use],
    String(count),
    areaToDecimal(builtArea),
    formatYuan(listPrice),
    amount(average),
  ]);
}

/** A price list of a building, for the office itself: every home with its areas and prices, on wide sheets. */
export function buildPriceListDefinition(data: AnyList, marks: Marks, paper: PaperName): Definition {
  return officePaper(
    marks,
    aroundPriceList(data),
    [
      // Beside the title, so that a building of nine floors stays on one A3.
      { text: markOf(data), bold: true, alignment: 'right', relativePosition: { x: 0, y: -22 } },
      factsTable(factsOfPriceList(data), { columns: 4, names: 48, below: 6 }),
      listTable(onSheet(columnsOfPriceList(data), paper), data.rows.map(cellsOfListed), {
        layout: grid,
        fontSize: sizes.note,
      }),
      end(data),
    ],
    paper,
  );
}

function end(data: AnyList): Content {
  return {
    unbreakable: true,
    margin: [0, 8, 0, 0],
    stack: [
      listTable(totalColumns, totalsOfPriceList(data), { layout: tight(ledger), fontSize: sizes.note }),
      {
        text: `本表自执行日期起生效，此前的${aroundPriceList(data).title}同时停止使用。对外只出示一房一价公示表，销售价格不高于公示的价格。`,
        fontSize: sizes.note,
        color: inks.soft,
        margin: [0, 6, 0, 0],
      },
      { margin: [0, mm(7), 0, 0], columns: ['制表：', '审核：', '批准：', '日期：　　　　年　　月　　日'] },
    ],
  };
}
