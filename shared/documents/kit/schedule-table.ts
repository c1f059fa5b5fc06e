import type { Content, TableCell } from 'pdfmake';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, ONE_PPM, sumFen } from '#shared/kernel/money.ts';
import { columnAmount, dateText, percentText, ppmOf, yuanText } from './blanks.ts';
import type { ExpectedBlank } from './expected.ts';
import { headOf, ledger } from './tables.ts';

/** Percentages have two decimals. */
const SHARE_STEP_PPM = 100;

/** One line of a payment plan. `inPrice`: it is part of the price, else money for others on top. */
export type ScheduleRow = {
  readonly item: string;
  readonly amount: Fen;
  readonly dueOn: LocalDate;
  readonly inPrice: boolean;
};

const columns = [
  { head: '序', alignment: 'center' },
  { head: '款　项', alignment: 'left' },
  { head: '付款期限', alignment: 'left' },
  { head: '占总价', alignment: 'right' },
  { head: '金额（元）', alignment: 'right' },
] as const;

/** A payment plan: lines in order, the head again on each page, the sum of what is price, then what comes on top. */
export function scheduleTable(rows: readonly ScheduleRow[]): Content {
  const inPrice = rows.filter((row) => row.inPrice);
  const onTop = rows.filter((row) => !row.inPrice);
  const total = sumFen(inPrice.map((row) => row.amount));
  const shares = sharesOf(inPrice.map((row) => row.amount));
  return {
    table: {
      widths: [22, '*', 120, 62, 104],
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      body: [
        headOf(columns),
        ...inPrice.map((row, index) => rowOf(row, String(index + 1), shares[index] ?? '')),
        [
          { text: ['合　计　人民币（大写）', { text: capitalsOf(total), bold: true }], colSpan: 4 },
          {},
          {},
          {},
          { text: yuanText(total), alignment: 'right', bold: true },
        ],
        ...onTop.map((row) => rowOf(row, '另', '不计入房价')),
      ],
    },
    layout: ledger,
  };
}

/** What the pages must say of a payment plan: every line as it is numbered, and the sum. */
export function expectedSchedule(rows: readonly ScheduleRow[]): ExpectedBlank[] {
  const inPrice = rows.filter((row) => row.inPrice);
  const total = sumFen(inPrice.map((row) => row.amount));
  const shares = sharesOf(inPrice.map((row) => row.amount));
  const line = (row: ScheduleRow, mark: string, share: string) => ({
    name: row.item,
    words: `${mark}${row.item}${dateText(row.dueOn)}前${share}${columnAmount(row.amount)}`,
  });
  return [
    ...inPrice.map((row, index) => line(row, String(index + 1), shares[index] ?? '')),
    { name: '付款合计', words: `合计人民币（大写）${capitalsOf(total)}${yuanText(total)}` },
    ...rows.filter((row) => !row.inPrice).map((row) => line(row, '另', '不计入房价')),
  ];
}

/** The heads of a payment plan's columns, which stand again on each page. */
export const scheduleHead = columns.map(({ head }) => head).join('');

/** The lines' percentages with two decimals; the largest line bears the rounding, so that they add up to 100 %. */
export function sharesOf(amounts: readonly Fen[]): string[] {
  const total = sumFen(amounts);
  const steps = amounts.map((amount) => Math.round(ppmOf(amount, total) / SHARE_STEP_PPM));
  const over = steps.reduce((sum, one) => sum + one, 0) - ONE_PPM / SHARE_STEP_PPM;
  const largest = amounts.indexOf(fen(Math.max(...amounts)));
  return steps.map((one, index) => percentText((index === largest ? one - over : one) * SHARE_STEP_PPM));
}

function rowOf(row: ScheduleRow, mark: string, share: string): TableCell[] {
  return [
    { text: mark, alignment: 'center' },
    row.item,
    `${dateText(row.dueOn)}前`,
    { text: share, alignment: 'right' },
    { text: columnAmount(row.amount), alignment: 'right' },
  ];
}
