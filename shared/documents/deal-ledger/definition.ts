import type { Content, TableCell } from 'pdfmake';
import { type AgeBand, ageBands } from '#shared/domain/payments/ageing.ts';
import { payments as words } from '#shared/i18n/zh-CN/payments.ts';
import { type Fen, fen, subtractFen, sumFen } from '#shared/kernel/money.ts';
import { keepHeads } from '../kit/article.ts';
import { columnAmount, dateText, dueText, yuanText } from '../kit/blanks.ts';
import { chapter } from '../kit/chapter.ts';
import { type Definition, inks, type Marks, sizes } from '../kit/definition.ts';
import { factsTable, type OfficePaper, officePaper } from '../kit/office-paper.ts';
import { mm } from '../kit/paper.ts';
import { headOf, type ListColumn, ledger, tight } from '../kit/tables.ts';
import type { DealLedgerData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const dealLedgerEdition = 'TZ-3';
/** What the paper is called. */
export const LEDGER_TITLE = '收款台账';

/** What stands around the ledger. */
export function aroundLedger({ company, project, maker }: DealLedgerData): OfficePaper {
  return { issuer: company, title: LEDGER_TITLE, edition: dealLedgerEdition, maker: `${project}案场　制表 ${maker}` };
}

/** What the ledger is about, cell by cell. */
export function factsOfLedger(data: DealLedgerData) {
  const { buyers, unit, project, contract, subscription, price, plan, consultant, asOf } = data;
  return [
    ['客　户', buyers.join('、')],
    ['房　号', unit],
    ['项　目', project],
    ['置业顾问', consultant],
    [contract === '' ? '认购编号' : '合同编号', contract === '' ? subscription : contract],
    ['成交总价', yuanText(price)],
    ['付款方式', plan],
    ['余额日期', dateText(asOf)],
  ] as const;
}

/** Columns of what the plan asks for. */
export const dueColumns: readonly ListColumn[] = [
  { head: '序', alignment: 'center', width: 20 },
  { head: '款　项', alignment: 'left', width: 74 },
  { head: '应收日', alignment: 'left', width: 104 },
  { head: '应收（元）', alignment: 'right', width: 82 },
  { head: '已收（元）', alignment: 'right', width: 82 },
  { head: '未收（元）', alignment: 'right', width: 82 },
  { head: '账龄', alignment: 'left', width: 66 },
  { head: '款项来源', alignment: 'left', width: '*' },
];

/** Where the money of a line comes from: the buyers, or which lender, and how far its loan is. */
function sourceText({ loan, open }: DealLedgerData['rows'][number]): string {
  if (loan === null) return '客户自付';
  const { kind, lender, stands, expectedOn } = loan;
  const until = open > 0 && expectedOn !== null ? `，预计 ${dateText(expectedOn)} 放款` : '';
  return `${kind}　${lender === '' ? '贷款机构未登记' : lender}　${stands}${until}`;
}

/** One line of the plan, cell by cell. */
export function cellsOfDue(row: DealLedgerData['rows'][number]): string[] {
  const { position, item, dueOn, contractDueOn, amount, paid, open, days, age } = row;
  const late = days > 0 ? `逾期 ${days} 日` : words.ages[age];
  return [
    String(position),
    item,
    dueText(dueOn, contractDueOn),
    columnAmount(amount),
    columnAmount(paid),
    columnAmount(open),
    open === 0 ? '已付清' : late,
    sourceText(row),
  ];
}

/** What the lines come to, cell by cell. */
export function sumOfDue({ rows }: DealLedgerData): string[] {
  const of = (key: 'amount' | 'paid' | 'open') => columnAmount(sumFen(rows.map((row) => row[key])));
  return ['合　计', of('amount'), of('paid'), of('open')];
}

/** The ageing of what the buyers themselves owe, and the loans that are waited for, apart. */
export function ageingText({ rows }: DealLedgerData): string {
  const own = (band: AgeBand) =>
    sumFen(rows.filter(({ loan, age }) => loan === null && age === band).map(({ open }) => open));
  const loans = sumFen(rows.filter(({ loan }) => loan !== null).map(({ open }) => open));
  const bands = ageBands.map((band) => `${words.ages[band]} ${columnAmount(own(band))}`).join('　');
  return `自付未收账龄（元）：${bands}　待放贷款 ${columnAmount(loans)}`;
}

/** Columns of what came in and went out. */
export const moneyColumns: readonly ListColumn[] = [
  { head: '日期', alignment: 'left', width: 84 },
  { head: '单据号', alignment: 'left', width: 82 },
  { head: '款　项', alignment: 'left', width: 50 },
  { head: '抵付', alignment: 'left', width: 46 },
  { head: '付款人／收款人', alignment: 'left', width: 80 },
  { head: '方式与流水号', alignment: 'left', width: '*' },
  { head: '收入（元）', alignment: 'right', width: 74 },
  { head: '退出（元）', alignment: 'right', width: 66 },
  { head: '说明', alignment: 'left', width: 38 },
];

/** What came in and went out, cell by cell, by day. */
export function cellsOfMoney({ receipts, refunds }: DealLedgerData): string[][] {
  const way = (method: string, reference: string) => (reference === '' ? method : `${method} ${reference}`);
  const came = receipts.map(({ on, number, item, lines, payer, method, reference, amount, gone }) => ({
    on,
    cells: [
      dateText(on),
      number,
      item,
      lines.length === 0 ? '—' : `第 ${lines.join('、')} 项`,
      payer,
      way(method, reference),
      gone === '' ? columnAmount(amount) : `(${columnAmount(amount)})`,
      '—',
      gone === '' ? '—' : gone,
    ],
  }));
  // Interest has a row of its own beside the refund with which it went out.
  const parts = refunds.flatMap((one) => [
    ...(one.amount > 0 ? [{ ...one, what: '退款', out: one.amount }] : []),
    ...(one.interest > 0 ? [{ ...one, what: '利息', out: one.interest }] : []),
  ]);
  const went = parts.map(({ on, number, payee, lender, method, reference, what, out }) => ({
    on,
    cells: [
      dateText(on),
      number,
      what,
      '—',
      lender === '' ? payee : lender,
      way(method, reference),
      '—',
      columnAmount(out),
      lender === '' ? '—' : '还贷',
    ],
  }));
  return [...came, ...went].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).map(({ cells }) => cells);
}

/** Interest goes out beside what had come in, and makes what is here no less. */
function moneySums({ receipts, refunds, kept }: DealLedgerData): { came: Fen; went: Fen; interest: Fen; here: Fen } {
  const came = sumFen(receipts.filter(({ gone }) => gone === '').map(({ amount }) => amount));
  const back = sumFen(refunds.map(({ amount }) => amount));
  const interest = sumFen(refunds.map((one) => one.interest));
  return { came, went: sumFen([back, interest]), interest, here: fen(subtractFen(came, back) - kept) };
}

/** What came in and went out in all, cell by cell. */
export function sumOfMoney(data: DealLedgerData): string[] {
  const { came, went } = moneySums(data);
  return ['合　计', columnAmount(came), columnAmount(went)];
}

/** How receipts, refunds and what is here agree, and how figures in brackets are meant. */
export function balanceText(data: DealLedgerData): string {
  const { came, went, interest, here } = moneySums(data);
  const { kept, asOf } = data;
  const interestText = interest === 0 ? '' : `（其中利息 ${yuanText(interest)}）`;
  const keptText = kept === 0 ? '' : `，没收 ${yuanText(kept)}`;
  return `截至 ${dateText(asOf)}：收入 ${yuanText(came)}，退出 ${yuanText(went)}${interestText}${keptText}，现存 ${yuanText(here)}。括号内的收入已作废或已换票，不计入合计。贷款以到账为准。`;
}

/** The ledger of a deal (收款台账), lying A4: what is due and in, where loans come from, each receipt and refund. */
export function buildDealLedgerDefinition(data: DealLedgerData, marks: Marks): Definition {
  const [dueSum = '', ...dueSums] = sumOfDue(data);
  const [moneySum = '', ...sums] = sumOfMoney(data);
  const rows = cellsOfMoney(data);
  return {
    ...officePaper(
      marks,
      aroundLedger(data),
      [
        factsTable(factsOfLedger(data), { columns: 4, names: 48, below: 6 }),
        chapter('应收与未收', { fontSize: sizes.table, above: 7 }),
        table(dueColumns, data.rows.map(cellsOfDue), [across(dueSum, 3), ...dueSums.map(figure), '', '']),
        { text: ageingText(data), fontSize: sizes.note, margin: [0, 4, 0, 0] },
        chapter('收款与退款', { fontSize: sizes.table, above: 7 }),
        rows.length === 0
          ? { text: '还没有收款。', fontSize: sizes.note, color: inks.soft }
          : table(moneyColumns, rows, [across(moneySum, 6), ...sums.map(figure), '']),
        { text: balanceText(data), fontSize: sizes.note, margin: [0, 4, 0, 0] },
        {
          unbreakable: true,
          margin: [0, mm(7), 0, 0],
          columns: ['制表（签名）：', '财务复核（签名）：', '日期：　　　　年　　月　　日'],
        },
      ],
      'a4Landscape',
    ),
    pageBreakBefore: keepHeads,
  };
}

function figure(text: string): TableCell {
  return { text, alignment: 'right', bold: true };
}

function across(text: string, columns: number): TableCell {
  return { text, colSpan: columns, bold: true };
}

/** A list with its sum; the cells that the first of the sum covers are added. */
function table(
  columns: readonly ListColumn[],
  rows: readonly (readonly string[])[],
  [first, ...rest]: readonly [TableCell, ...TableCell[]],
): Content {
  const covered = Array.from({ length: columns.length - rest.length - 1 }, (): TableCell => ({}));
  const body = rows.map((row) =>
    row.map((text, index): TableCell => ({ text, alignment: columns[index]?.alignment ?? 'left' })),
  );
  return {
    fontSize: sizes.note,
    table: {
      widths: columns.map(({ width }) => width),
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      body: [headOf(columns), ...body, [first, ...covered, ...rest]],
    },
    layout: tight(ledger),
  };
}
