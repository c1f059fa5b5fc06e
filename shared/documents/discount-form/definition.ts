import type { Content, TableCell } from 'pdfmake';
import { fen, subtractFen } from '#shared/kernel/money.ts';
import { keepHeads } from '../kit/article.ts';
import { columnAmount, dateText, orStruck, percentText, yuanText } from '../kit/blanks.ts';
import { chapter } from '../kit/chapter.ts';
import { decisionsTable } from '../kit/decisions.ts';
import { type Definition, inks, type Marks, sizes } from '../kit/definition.ts';
import { rule } from '../kit/frame.ts';
import { consultantOf, factsTable, type OfficePaper, officePaper } from '../kit/office-paper.ts';
import { mm } from '../kit/paper.ts';
import { grid, type ListColumn, label, listTable, value } from '../kit/tables.ts';
import type { DiscountFormData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const discountFormEdition = 'ZK-1';
/** What the paper is called. */
export const DISCOUNT_TITLE = '折扣审批表';

/** What stands around the form. */
export function aroundDiscount({ company, consultant }: DiscountFormData): OfficePaper {
  return {
    issuer: company.name,
    title: DISCOUNT_TITLE,
    edition: discountFormEdition,
    maker: consultantOf({ project: company.project, consultant }),
  };
}

/** What the form is about, cell by cell. */
export function factsOfDiscount(data: DiscountFormData) {
  const { subscription, unit, buyers, plan, askedBy, askedOn, company, reason } = data;
  return [
    ['认购书', subscription],
    ['房　号', unit],
    ['项　目', company.project],
    ['付款方式', plan],
    ['买受人', buyers],
    ['提　出', `${askedBy}　${dateText(askedOn)}`],
    ['理　由', reason],
  ] as const;
}

/** Columns of the price as it came about. */
export const priceColumns: readonly ListColumn[] = [
  { head: '类别', alignment: 'left', width: 60 },
  { head: '项　目', alignment: 'left', width: '*' },
  { head: '比例', alignment: 'right', width: 60 },
  { head: '金额（元）', alignment: 'right', width: 100 },
  { head: '计算后（元）', alignment: 'right', width: 100 },
];

/** One line of the price, cell by cell. */
export function cellsOfPrice({ kind, label: name, ratePpm, amount, after }: DiscountFormData['lines'][number]) {
  return [kind, name, ratePpm === null ? '—' : percentText(ratePpm), columnAmount(amount), columnAmount(after)];
}

/** How far a price lies above the floor price, or below it; struck where the office has set none. */
function overFloor(price: number, floorPrice: DiscountFormData['floorPrice']): string {
  if (floorPrice === null) return '';
  const over = price - floorPrice;
  return over < 0 ? `低于底价 ${yuanText(fen(-over))}` : `高于底价 ${yuanText(fen(over))}`;
}

/** The price against list and floor price, before and after the discounts, and until when it holds. */
export function standingOf(data: DiscountFormData) {
  const { listPrice, floorPrice, price, addOns, belowListPpm, decideBy, validUntil } = data;
  const house = subtractFen(price, addOns);
  const extra = addOns === 0 ? '' : `，另有加价 ${yuanText(addOns)}`;
  return [
    ['表　价', yuanText(listPrice)],
    ['底　价', floorPrice === null ? '' : yuanText(floorPrice)],
    ['折扣前', overFloor(listPrice, floorPrice)],
    ['折扣后', overFloor(house, floorPrice)],
    ['成交价', `${yuanText(price)}${extra}`],
    ['低于表价', `${percentText(belowListPpm)}，${yuanText(subtractFen(listPrice, house))}`],
    ['审批时限', decideBy === null ? '已决定' : `${dateText(decideBy)} 前未决定即失效`],
    ['有效期', `至签约期限 ${dateText(validUntil)}，逾期须重新审批`],
  ] as const;
}

/** Columns of the scale of authority. */
export const bandColumns: readonly ListColumn[] = [
  { head: '审批权限', alignment: 'left', width: 90 },
  { head: '低于表价', alignment: 'left', width: '*' },
  { head: '本单', alignment: 'left', width: 90 },
];

/** One band of the scale, cell by cell. */
export function cellsOfBand({ post, fromPpm, toPpm, belowFloor, own }: DiscountFormData['bands'][number]): string[] {
  const upTo = toPpm === null ? `${percentText(fromPpm)} 以上` : `${percentText(fromPpm)} 至 ${percentText(toPpm)}`;
  return [post, belowFloor ? `低于底价（${upTo}）` : upTo, own ? '本单所在' : '—'];
}

/** Said where nobody was asked since whoever sells may give so much. */
export const WITHIN_OWN = '在提出人权限内，无需他人审批。';

/** The discount approval form (折扣审批表): one internal A4 that goes with the deal. */
export function buildDiscountFormDefinition(data: DiscountFormData, marks: Marks): Definition {
  const [reasons, rest] = [factsOfDiscount(data), standingOf(data)];
  return {
    ...officePaper(marks, aroundDiscount(data), [
      factsTable(reasons, { looks: { 买受人: { wide: true }, ['理　由']: { wide: true } } }),
      chapter('价格构成'),
      listTable(priceColumns, data.lines.map(cellsOfPrice)),
      chapter('与表价、底价比较'),
      pairs(rest),
      chapter('审批权限与决定'),
      listTable(bandColumns, data.bands.map(cellsOfBand)),
      data.decisions.length === 0
        ? {
            text: data.decideBy === null ? WITHIN_OWN : '等待审批。',
            fontSize: sizes.note,
            color: inks.soft,
            margin: [0, 6, 0, 0],
          }
        : decisionsTable(data.decisions),
      { text: '底价为公司内部价格，本表不得交给客户。', fontSize: sizes.note, margin: [0, 8, 0, 0] },
      signatures(),
    ]),
    pageBreakBefore: keepHeads,
  };
}

function pairs(facts: readonly (readonly [string, string])[]): Content {
  const cells = facts.map(([name, text]): TableCell[] => [
    label(name),
    value(orStruck(text), { bold: name === '成交价' }),
  ]);
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_none, index) =>
    cells.slice(index * 2, index * 2 + 2).flat(),
  );
  return { table: { widths: [54, '*', 54, '*'], body: rows }, layout: grid };
}

function signatures(): Content {
  const place = (asks: string) => ({
    stack: [
      { text: `${asks}（签名）：`, margin: [0, 0, 0, mm(9)] as [number, number, number, number] },
      { canvas: [rule(mm(40), 0.5)] },
    ],
  });
  return {
    unbreakable: true,
    margin: [0, mm(8), 0, 0],
    stack: [
      { columnGap: mm(8), columns: [place('提出人'), place('审批人'), place('财务')] },
      { text: '日期：　　　　　　年　　　　月　　　　日', alignment: 'right', margin: [0, mm(5), 0, 0] },
    ],
  };
}
