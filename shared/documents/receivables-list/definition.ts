import type { Content, TableCell } from 'pdfmake';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { keepHeads } from '../kit/article.ts';
import { columnAmount, dateText, dueText, orStruck, yuanText } from '../kit/blanks.ts';
import { type Definition, type Marks, sizes } from '../kit/definition.ts';
import { consultantOf, factsTable, type OfficePaper, officePaper } from '../kit/office-paper.ts';
import { headOf, type ListColumn, ledger, tight } from '../kit/tables.ts';
import type { ReceivablesListData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const receivablesListEdition = 'YS-2';
/** What the paper is called. */
export const RECEIVABLES_TITLE = '应收款清单';

/** Sheets of the list. */
export type ReceivablesPaper = 'a5' | 'a4';

/** What stands around the list. */
export function aroundReceivables(data: ReceivablesListData): OfficePaper {
  return {
    issuer: data.seller.name,
    title: RECEIVABLES_TITLE,
    edition: receivablesListEdition,
    maker: consultantOf(data),
  };
}

/** What the list is about, cell by cell. */
export function factsOfReceivables({ contract, subscription, unit, buyers, project, asOf }: ReceivablesListData) {
  return [
    ['客　户', buyers.join('、')],
    ['房　号', unit],
    ['项　目', project],
    [contract === '' ? '认购编号' : '合同编号', contract === '' ? subscription : contract],
    ['截止日期', dateText(asOf)],
  ] as const;
}

/** Columns of the list. */
export const receivablesColumns: readonly ListColumn[] = [
  { head: '序', alignment: 'center', width: 20 },
  { head: '款　项', alignment: 'left', width: '*' },
  { head: '付款期限', alignment: 'left', width: 100 },
  { head: '应收（元）', alignment: 'right', width: 70 },
  { head: '已收（元）', alignment: 'right', width: 70 },
  { head: '未收（元）', alignment: 'right', width: 70 },
  { head: '说明', alignment: 'left', width: 58 },
];

/** One line of the plan, cell by cell. */
export function cellsOfReceivable({
  position,
  item,
  dueOn,
  contractDueOn,
  amount,
  paid,
  open,
  days,
  loan,
}: ReceivablesListData['rows'][number]): string[] {
  const said = open === 0 ? '已付清' : days > 0 ? `逾期 ${days} 日` : loan ? '贷款发放' : '—';
  return [
    String(position),
    item,
    dueText(dueOn, contractDueOn),
    columnAmount(amount),
    columnAmount(paid),
    columnAmount(open),
    said,
  ];
}

/** What the lines come to, cell by cell. */
export function sumOfReceivables({ rows }: ReceivablesListData): string[] {
  const of = (key: 'amount' | 'paid' | 'open') => columnAmount(sumFen(rows.map((row) => row[key])));
  return ['合　计', of('amount'), of('paid'), of('open')];
}

/** What is still to come in, in figures and capitals, and how much of it is a loan. */
export function openText({ rows }: ReceivablesListData): string {
  const open = sumFen(rows.map((row) => row.open));
  const loan = sumFen(rows.filter((row) => row.loan).map((row) => row.open));
  const ofLoan = loan === 0 ? '' : `，其中贷款 ${yuanText(loan)}`;
  return `未收合计 ${yuanText(open)}　人民币（大写）${capitalsOf(open)}${ofLoan}`;
}

/** Where to pay, and what the list is not. */
export function accountText({ account, seller }: ReceivablesListData): string {
  const { name, bank, number } = account;
  const phone = seller.phone === '' ? '' : `售楼电话 ${seller.phone}。`;
  return `房款存入监管账户：${name}，${orStruck(bank)}，账号 ${orStruck(number)}。本清单供核对，不是收据；以收据和银行到账为准。${phone}`;
}

/** The list of what one deal still owes (应收款清单): A5 lying for the customer's wallet, or A4. */
export function buildReceivablesListDefinition(
  data: ReceivablesListData,
  marks: Marks,
  paper: ReceivablesPaper,
): Definition {
  return {
    ...officePaper(
      marks,
      aroundReceivables(data),
      [
        factsTable(factsOfReceivables(data), { below: 5 }),
        table(data, paper),
        { text: openText(data), bold: true, margin: [0, 5, 0, 3] },
        { text: accountText(data), fontSize: sizes.note, lineHeight: 1.1 },
      ],
      paper,
      paper === 'a5' ? [18, 29, 18, 13] : undefined,
    ),
    pageBreakBefore: keepHeads,
  };
}

function table(data: ReceivablesListData, paper: ReceivablesPaper): Content {
  const alignmentOf = (index: number) => receivablesColumns[index]?.alignment ?? 'left';
  const [name = '', ...sums] = sumOfReceivables(data);
  const sum: TableCell[] = [
    { text: name, colSpan: 3, bold: true },
    {},
    {},
    ...sums.map((text): TableCell => ({ text, alignment: 'right', bold: true })),
    '',
  ];
  const rows = data.rows.map((row): TableCell[] =>
    cellsOfReceivable(row).map((text, index) => ({ text, alignment: alignmentOf(index) })),
  );
  return {
    fontSize: sizes.note,
    table: {
      widths: receivablesColumns.map(({ width }) => width),
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      body: [headOf(receivablesColumns), ...rows, sum],
    },
    layout: paper === 'a5' ? tight(ledger) : ledger,
  };
}
