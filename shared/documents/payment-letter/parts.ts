import type { Content, TableCell } from 'pdfmake';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { fen } from '#shared/kernel/money.ts';
import { paragraph } from '../kit/article.ts';
import { columnAmount, dateText, yuanText } from '../kit/blanks.ts';
import { families, sizes } from '../kit/definition.ts';
import { factsTable, type OfficePaper } from '../kit/office-paper.ts';
import { mm } from '../kit/paper.ts';
import { grid, headOf, type ListColumn, labelByHand, ledger } from '../kit/tables.ts';
import type { LetterRow } from './data.ts';
import { addresseeText, addressText, type LetterData, letterProofRows, sumsOf } from './words.ts';

/** What stands around a letter. */
export function aroundLetter({ seller, project, maker }: LetterData, title: string, edition: string): OfficePaper {
  return { issuer: seller.name, title, edition, maker: `${project}案场　经办人 ${maker}` };
}

/** To whom it goes and where it is sent. */
export function addressee(data: LetterData): Content {
  return {
    margin: [0, 2, 0, 6],
    stack: [
      { text: addresseeText(data), bold: true, fontSize: sizes.text },
      { text: addressText(data), fontSize: sizes.note },
    ],
  };
}

const withoutFee: readonly ListColumn[] = [
  { head: '序', alignment: 'center', width: 20 },
  { head: '款　项', alignment: 'left', width: '*' },
  { head: '付款期限', alignment: 'left', width: 84 },
  { head: '应付（元）', alignment: 'right', width: 70 },
  { head: '已付（元）', alignment: 'right', width: 70 },
  { head: '未付（元）', alignment: 'right', width: 70 },
];

const withFee: readonly ListColumn[] = [
  { head: '序', alignment: 'center', width: 18 },
  { head: '款　项', alignment: 'left', width: '*' },
  { head: '付款期限', alignment: 'left', width: 78 },
  { head: '应付（元）', alignment: 'right', width: 63 },
  { head: '已付（元）', alignment: 'right', width: 63 },
  { head: '未付（元）', alignment: 'right', width: 63 },
  { head: '逾期', alignment: 'right', width: 32 },
  { head: '违约金（元）', alignment: 'right', width: 56 },
];

/** The columns of the table of lines, with or without what lateness costs. */
export function columnsOf(showsFee: boolean): readonly ListColumn[] {
  return showsFee ? withFee : withoutFee;
}

/** One line of the plan, cell by cell. */
export function cellsOfRow(row: LetterRow, showsFee: boolean): string[] {
  const cells = [
    String(row.position),
    row.item,
    dateText(row.dueOn),
    columnAmount(row.amount),
    columnAmount(row.paid),
    columnAmount(row.open),
  ];
  return showsFee ? [...cells, `${row.days} 日`, columnAmount(row.penalty)] : cells;
}

/** The sum under the lines, cell by cell. */
export function cellsOfSum(rows: readonly LetterRow[], showsFee: boolean): string[] {
  const { open, penalty } = sumsOf(rows);
  return ['合　计', columnAmount(open), ...(showsFee ? ['', columnAmount(penalty)] : [])];
}

/** What is to be paid in all, in figures and capitals. */
export function toPayText(rows: readonly LetterRow[], showsFee: boolean): string {
  const { open, penalty } = sumsOf(rows);
  const all = fen(open + (showsFee ? penalty : 0));
  return `本次应付合计 ${yuanText(all)}　人民币（大写）${capitalsOf(all)}`;
}

/** The lines of the plan that a letter names, their sum, and what is to be paid. */
export function rowsTable(rows: readonly LetterRow[], showsFee: boolean): Content {
  const columns = columnsOf(showsFee);
  const alignmentOf = (index: number) => columns[index]?.alignment ?? 'left';
  const [head = '', ...sums] = cellsOfSum(rows, showsFee);
  const span = columns.length - sums.length;
  const sum: TableCell[] = [
    { text: head, colSpan: span, bold: true },
    ...Array.from({ length: span - 1 }, () => ({})),
    ...sums.map((text, index) => ({ text, alignment: alignmentOf(span + index), bold: true })),
  ];
  return {
    margin: [0, 5, 0, 5],
    stack: [
      {
        fontSize: sizes.note,
        table: {
          widths: columns.map(({ width }) => width),
          headerRows: 1,
          dontBreakRows: true,
          keepWithHeaderRows: 1,
          body: [
            headOf(columns),
            ...rows.map((row): TableCell[] =>
              cellsOfRow(row, showsFee).map((text, index) => ({ text, alignment: alignmentOf(index) })),
            ),
            sum,
          ],
        },
        layout: { ...ledger, paddingLeft: () => 2.5, paddingRight: () => 2.5 },
      },
      { text: toPayText(rows, showsFee), bold: true, margin: [0, 4, 0, 0] },
    ],
  };
}

/** The account, as the project's record has it, and what is written into the transfer. */
export function factsOfAccount({ account, memo }: LetterData) {
  return [
    ['收款户名', account.name],
    ['开户银行', account.bank],
    ['监管账号', account.number],
    ['附　言', memo],
  ] as const;
}

/** The supervised account in a block of its own: it stands out, and it stays together. */
export function accountBlock(data: LetterData): Content {
  return {
    unbreakable: true,
    margin: [0, 4, 0, 6],
    stack: [
      sectionTitle(ACCOUNT_TITLE),
      factsTable(factsOfAccount(data), { columns: 1, names: 64, looks: { 监管账号: { bold: true } } }),
    ],
  };
}

/** The head of the account. */
export const ACCOUNT_TITLE = '商品房预售资金监管账户';

/** A small head within a letter. */
export function sectionTitle(text: string): Content {
  return { text, font: families.sans, bold: true, fontSize: sizes.text, margin: [0, 2, 0, 3] };
}

/** Paragraphs of a letter. */
export function paragraphs(texts: readonly string[]): Content[] {
  return texts.map((text) => paragraph([text]));
}

/** The seal of the company and the day. */
export function sealBlock({ seller, issuedOn }: LetterData): Content {
  return {
    unbreakable: true,
    margin: [0, 8, 0, 0],
    stack: [
      { text: `${seller.name}（盖章）`, alignment: 'right', fontSize: sizes.text },
      { text: dateText(issuedOn), alignment: 'right', fontSize: sizes.text, margin: [0, 4, 0, 0] },
    ],
  };
}

/** The head of the proof of service. */
export const PROOF_TITLE = '送达回执';

/** Where the service is proved by hand, for each buyer a sheet. */
export function proofBlock(): Content {
  const [how, sent, served, number, who, by] = letterProofRows;
  const row = (one: string, other: string): TableCell[] => [labelByHand(one), '', labelByHand(other), ''];
  return {
    unbreakable: true,
    margin: [0, 8, 0, 0],
    stack: [
      sectionTitle(PROOF_TITLE),
      {
        table: {
          widths: [76, '*', 76, '*'],
          heights: mm(6.6),
          body: [row(how, number), row(sent, served), row(who, by)],
        },
        layout: grid,
        fontSize: sizes.table,
      },
    ],
  };
}
