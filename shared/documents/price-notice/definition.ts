import type { Content } from 'pdfmake';
import { isOptional } from '#shared/domain/quotes/expenses.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { areaToDecimal } from '#shared/kernel/area.ts';
import { type Fen, formatYuan } from '#shared/kernel/money.ts';
import { dateText, orStruck } from '../kit/blanks.ts';
import { type Definition, inks, type Marks, sizes } from '../kit/definition.ts';
import { expenseWords, restsOn } from '../kit/fee-words.ts';
import { factsTable, type OfficePaper, officePaper } from '../kit/office-paper.ts';
import { mm } from '../kit/paper.ts';
import { basisWords } from '../kit/price-words.ts';
import { grid, ledger, listTable, onSheet, tight } from '../kit/tables.ts';
import type { PriceNoticeData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const priceNoticeEdition = 'JG-5';
/** Title of the paper. */
export const NOTICE_TITLE = '一房一价公示表';

/** The sheets it is printed on. */
export type NoticePaper = 'a4Landscape' | 'a3Landscape';

const amount = (price: Fen | null) => (price === null ? '—' : formatYuan(price));

/** What is said of each use, and once where a building has one. */
function byUse(land: PriceNoticeData['land'], said: (one: PriceNoticeData['land'][number]) => string): string {
  const [only, ...others] = land;
  if (only !== undefined && others.length === 0) return said(only);
  return land.map((one) => `${usedFor[one.use]}：${orStruck(said(one))}`).join('；');
}

/** What the list is about, name by name. */
export function factsOfNotice({ project, building, permit, inForceOn, basis, seller, land }: PriceNoticeData) {
  return [
    ['项　目', project],
    ['楼　栋', building],
    ['预售许可', permit],
    ['执行日期', `${dateText(inForceOn)}起`],
    ['计价方式', basisWords[basis]],
    ['价格咨询', seller.hotline],
    ['土地用途', byUse(land, ({ landUse }) => landUse)],
    ['土地期限', byUse(land, ({ endsOn }) => (endsOn === null ? '' : `至 ${dateText(endsOn)}`))],
  ] as const;
}

/** Heads of the list. */
export const noticeColumns = [
  { head: '房号', alignment: 'left', width: 82 },
  { head: '用途', alignment: 'left', width: 40 },
  { head: '户型', alignment: 'left', width: '*' },
  { head: '建筑面积 m²', alignment: 'right', width: 58 },
  { head: '套内面积 m²', alignment: 'right', width: 58 },
  { head: '分摊面积 m²', alignment: 'right', width: 58 },
  { head: '单价 元/m²', alignment: 'right', width: 66 },
  { head: '备案总价 元', alignment: 'right', width: 88 },
  { head: '销售总价 元', alignment: 'right', width: 88 },
  { head: '状态', alignment: 'left', width: 42 },
] as const;

/** One home as it stands in the list, cell by cell. */
export function cellsOfRow(row: PriceNoticeData['rows'][number]): string[] {
  const area = (size: typeof row.innerArea) => (size === null ? '—' : areaToDecimal(size));
  return [
    row.place,
    labels.unitUses[row.use],
    row.houseType === '' ? '—' : row.houseType,
    area(row.builtArea),
    area(row.innerArea),
    area(row.sharedArea),
    amount(row.unitPrice),
    amount(row.filedPrice),
    amount(row.listPrice),
    row.state,
  ];
}

/** The discounts that go with the list. */
export function discountsText({ discounts }: PriceNoticeData): string {
  return discounts.length === 0 ? '无' : discounts.join('；');
}

/** What stands around the notice. */
export function aroundNotice({ seller, project, building }: PriceNoticeData): OfficePaper {
  return {
    issuer: seller.name,
    title: NOTICE_TITLE,
    edition: priceNoticeEdition,
    maker: `${project}　${building}`,
  };
}

/** The price notice of a building (一房一价): every home with its areas and prices, on wide sheets. */
export function buildPriceNoticeDefinition(data: PriceNoticeData, marks: Marks, paper: NoticePaper): Definition {
  return officePaper(
    marks,
    aroundNotice(data),
    [
      factsTable(factsOfNotice(data), { columns: 3, names: 56, below: 6 }),
      listTable(onSheet(noticeColumns, paper), data.rows.map(cellsOfRow), {
        layout: paper === 'a3Landscape' ? tight(grid) : grid,
        fontSize: sizes.note,
      }),
      // Together: a single charge alone on a sheet would look like all there are.
      { unbreakable: true, ...chargesAndNotes(data, paper) },
    ],
    paper,
  );
}

/** For which homes something holds, in words. */
const usedFor = { home: '住宅', otherUse: '非住宅', all: '全部房屋' } as const;

const perWords = { squareMetre: '元/㎡', squareMetreMonth: '元/㎡·月', case: '元/件' } as const;

/** Heads of the charges. */
export const chargeColumns = [
  { head: '收费项目', alignment: 'left', width: 76 },
  { head: '适用', alignment: 'left', width: 46 },
  { head: '收费标准', alignment: 'left', width: 84 },
  { head: '收取单位', alignment: 'left', width: 84 },
  { head: '收取时间', alignment: 'left', width: 74 },
  { head: '性质', alignment: 'left', width: 36 },
  { head: '依据', alignment: 'left', width: '*' },
] as const;

/** One charge as it stands in the table, cell by cell. */
export function cellsOfCharge(charge: PriceNoticeData['charges'][number]): string[] {
  const { name, payee, when } = expenseWords[charge.kind];
  return [
    name,
    usedFor[charge.use],
    `${formatYuan(charge.amount)} ${perWords[charge.per]}`,
    payee,
    when,
    isOptional(charge.kind) ? '自愿' : charge.kind === 'mortgageRegistration' ? '贷款时' : '必缴',
    restsOn(charge),
  ];
}

/** One under the other; beside each other on A3, so that the homes of a floor more stay with what they are charged. */
function chargesAndNotes(data: PriceNoticeData, paper: NoticePaper) {
  if (paper !== 'a3Landscape' || data.charges.length === 0) return { stack: [charges(data), notes(data)] };
  return {
    columnGap: mm(6),
    columns: [
      { width: '*', stack: [charges(data)] },
      { width: mm(108), stack: [notes(data)] },
    ],
  };
}

function charges(data: PriceNoticeData): Content {
  if (data.charges.length === 0) return [];
  return {
    margin: [0, 8, 0, 0],
    stack: [listTable(chargeColumns, data.charges.map(cellsOfCharge), { layout: tight(ledger), fontSize: sizes.note })],
  };
}

function notes(data: PriceNoticeData): Content {
  return {
    margin: [0, 6, 0, 0],
    fontSize: sizes.note,
    stack: [
      `公示优惠：${discountsText(data)}。`,
      {
        text: `本表自执行日期起生效，此前公示的价目表同时停止使用。销售价格不高于本表所列；本表未标明的费用不另行收取。代收代办的费用由买受人自愿委托；税费由买受人按规定向税务机关缴纳。价格举报电话 ${orStruck(data.complaints)}。`,
        color: inks.soft,
      },
    ],
  };
}
