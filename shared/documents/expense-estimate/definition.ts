import type { Content, TableCell } from 'pdfmake';
import { isOptional } from '#shared/domain/quotes/expenses.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { areaToDecimal } from '#shared/kernel/area.ts';
import { columnAmount, dateText, yuanText } from '../kit/blanks.ts';
import { type Definition, families, inks, type Marks, sizes } from '../kit/definition.ts';
import { expenseWords, restsOn, standardText } from '../kit/fee-words.ts';
import { consultantOf, factsTable, type OfficePaper, officePaper } from '../kit/office-paper.ts';
import { mm } from '../kit/paper.ts';
import { grid, ledger, listTable, tight } from '../kit/tables.ts';
import type { ExpenseEstimateData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const expenseEstimateEdition = 'FY-1';
/** What the paper is called. */
export const ESTIMATE_TITLE = '购房费用明细';

type Row = ExpenseEstimateData['expenses'][number];

/** What stands around the estimate. */
export function aroundEstimate(data: ExpenseEstimateData): OfficePaper {
  return {
    issuer: data.seller.name,
    title: ESTIMATE_TITLE,
    edition: expenseEstimateEdition,
    maker: consultantOf(data),
  };
}

/** The expense estimate (购房费用明细): one A4 that tells everything a home costs, to whom and when. */
export function buildExpenseEstimateDefinition(data: ExpenseEstimateData, marks: Marks): Definition {
  return officePaper(marks, aroundEstimate(data), [
    factsTable(factsOfEstimate(data), { looks: factLooks }),
    { text: '金额单位：元', alignment: 'right', fontSize: sizes.note, color: inks.soft, margin: [0, 6, 0, 2] },
    listTable(
      expenseColumns,
      data.expenses.map((row) => cellsOfExpense(row, data)),
      { layout: tight(ledger), fontSize: sizes.note },
    ),
    sumsTable(data),
    notes(data),
    sources(data),
    {
      margin: [0, mm(7), 0, 0],
      unbreakable: true,
      columns: ['置业顾问（签名）：', '客户（签收）：', '日期：　　　　年　　月　　日'],
    },
  ]);
}

/** Which home of the family the deed tax is reckoned for. */
export function homeOrderText({ unit, homeOrder }: Pick<ExpenseEstimateData, 'unit' | 'homeOrder'>): string {
  if (unit.use !== 'home') return '非住宅';
  return homeOrder === null ? '未申报，按普通税率估算' : `${labels.homeOrders[homeOrder]}（客户申报）`;
}

/** What the paper is about, cell by cell. */
export function factsOfEstimate(data: ExpenseEstimateData) {
  const { customer, seller, project, unit, basedOn, estimatedOn, price } = data;
  return [
    ['客　户', customer],
    ['项　目', project],
    ['房　号', `${unit.label}（${labels.unitUses[unit.use]}）`],
    ['建筑面积', `${areaToDecimal(unit.builtArea)} 平方米`],
    ['成交总价', yuanText(price)],
    ['住房套数', homeOrderText(data)],
    ['估算依据', basedOn],
    ['估算日期', dateText(estimatedOn)],
    ['联系电话', seller.phone],
  ] as const;
}

const factLooks = {
  '客　户': { wide: true },
  '房　号': { bold: true },
  成交总价: { bold: true },
  估算日期: { bold: true },
} as const;

/** Heads of the table. */
export const expenseColumns = [
  { head: '项　目', alignment: 'left', width: 54 },
  { head: '计费基数', alignment: 'right', width: 60 },
  { head: '费率或标准', alignment: 'right', width: 74 },
  { head: '金　额', alignment: 'right', width: 64 },
  { head: '收取单位和时间', alignment: 'left', width: 82 },
  { head: '性质', alignment: 'left', width: 20 },
  { head: '能否退还', alignment: 'left', width: '*' },
] as const;

/** One expense as it stands in the table, cell by cell. */
export function cellsOfExpense(row: Row, { price, unit }: ExpenseEstimateData): readonly string[] {
  const { name, payee, when, refund } = expenseWords[row.kind];
  const base =
    row.ratePpm !== null
      ? columnAmount(price)
      : row.perSquareMetre === null
        ? '—'
        : `${areaToDecimal(unit.builtArea)} ㎡`;
  return [
    name,
    base,
    row.kind === 'homePrice' ? '按成交总价' : standardText(row),
    columnAmount(row.amount),
    `${payee}\n${when}`,
    isOptional(row.kind) ? '自愿' : '必缴',
    refund,
  ];
}

/** What everything comes to, row by row. */
export function sumsOfEstimate({ sums }: ExpenseEstimateData) {
  return [
    ['付给出卖人', columnAmount(sums.toSeller)],
    ['付给其他单位（必缴）', columnAmount(sums.toOthers)],
    ['合　计', yuanText(sums.together)],
    ['自愿项目（另计，可不选）', columnAmount(sums.optional)],
  ] as const;
}

function sumsTable(data: ExpenseEstimateData): Content {
  return {
    margin: [0, 8, 0, 0],
    unbreakable: true,
    table: {
      widths: ['*', 110],
      body: sumsOfEstimate(data).map(([name, text], index): TableCell[] => [
        { text: name, bold: index === 2 },
        { text, alignment: 'right', bold: index === 2 },
      ]),
    },
    layout: grid,
  };
}

const sentences = [
  '本明细为估算，供客户安排资金使用，不是收费通知；税费以税务机关和各收取单位核定、缴纳时的规定为准。',
  '税费和代收费用由客户直接向收取单位缴纳；出卖人受托代收的，单独开具收据并注明代收。',
  '标明“自愿”的项目由客户自行决定是否选用，不选用不影响购房；本明细未列的费用出卖人不收取。',
  '契税按客户申报的家庭住房套数适用税率，以税务机关查询的结果为准。',
] as const;

function notes({ unit }: ExpenseEstimateData): Content {
  return {
    margin: [0, 8, 0, 0],
    fontSize: sizes.note,
    stack: sentences.slice(0, unit.use === 'home' ? sentences.length : -1).map((text, index) => ({
      columns: [
        { width: 14, text: `${index + 1}.` },
        { width: '*', text, bold: index === 0 },
      ],
    })),
  };
}

/** On what a rate rests, in a line. */
export function sourceText(source: ExpenseEstimateData['sources'][number]): string {
  return `${source.name}：${restsOn(source)}`;
}

function sources(data: ExpenseEstimateData): Content {
  if (data.sources.length === 0) return [];
  return {
    margin: [0, 8, 0, 0],
    fontSize: sizes.small,
    color: inks.soft,
    stack: [
      { text: '费率依据', font: families.sans, fontSize: sizes.note, margin: [0, 0, 0, 2] },
      ...data.sources.map((source) => ({
        text: sourceText(source),
        margin: [0, 0, 0, 1] as [number, number, number, number],
      })),
    ],
  };
}
