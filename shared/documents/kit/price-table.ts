import type { Content, CustomTableLayout, TableCell } from 'pdfmake';
import type { PriceLineKind } from '#shared/domain/pricing/build-up.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { columnAmount, percentText, yuanText } from './blanks.ts';
import type { ExpectedBlank } from './expected.ts';
import { headOf, ledger } from './tables.ts';

/** One step of a price build-up: amounts in fen, the rate in parts per million. */
export type PriceRow = {
  readonly kind: PriceLineKind;
  readonly label: string;
  readonly ratePpm: number | null;
  readonly amount: Fen;
  readonly after: Fen;
};

const names = {
  list: '公示总价（一房一价）',
  percent: '折扣',
  reduction: '减价',
  addOn: '加价',
  rounding: '取整',
} as const satisfies Record<PriceLineKind, string>;

const columns = [
  { head: '项　目', alignment: 'left' },
  { head: '计算方法', alignment: 'left' },
  { head: '增减（元）', alignment: 'right' },
  { head: '结果（元）', alignment: 'right' },
] as const;

/** The build-up of a price, step by step, ending in the total in figures and capitals. */
export function priceTable(rows: readonly PriceRow[], total: Fen, layout: CustomTableLayout = ledger): Content {
  return {
    table: {
      widths: ['*', 108, 92, 104],
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      body: [headOf(columns), ...rows.map(rowOf), totalRow('成交总价', total)],
    },
    layout,
  };
}

/** What the pages must say of a price: each step with its sum, and the total in capitals and figures. */
export function expectedPrice(rows: readonly PriceRow[], total: Fen): ExpectedBlank[] {
  return [
    ...rows.map((row) => ({
      name: nameOf(row),
      words: [
        nameOf(row),
        methodOf(row),
        row.kind === 'list' ? '' : columnAmount(row.amount),
        columnAmount(row.after),
      ].join(''),
    })),
    { name: '成交总价', words: `成交总价人民币（大写）${capitalsOf(total)}${yuanText(total)}` },
  ];
}

function nameOf({ label, kind }: PriceRow): string {
  return label === '' ? names[kind] : label;
}

function rowOf(row: PriceRow): TableCell[] {
  return [
    nameOf(row),
    methodOf(row),
    { text: row.kind === 'list' ? '' : columnAmount(row.amount), alignment: 'right' },
    { text: columnAmount(row.after), alignment: 'right' },
  ];
}

function methodOf(row: PriceRow): string {
  if (row.kind === 'percent' && row.ratePpm !== null) return `在上一行基础上减 ${percentText(row.ratePpm)}`;
  return row.kind === 'list' ? '' : names[row.kind];
}

/** The last row of a table of four columns: what it sums to, in capitals and figures. */
export function totalRow(name: string, total: Fen): TableCell[] {
  return [
    { text: [`${name}　人民币（大写）`, { text: capitalsOf(total), bold: true }], colSpan: 3 },
    {},
    {},
    { text: yuanText(total), alignment: 'right', bold: true },
  ];
}
