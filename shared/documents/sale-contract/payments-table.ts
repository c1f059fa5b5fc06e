import type { Content, TableCell } from 'pdfmake';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { fen, ONE_PPM, sumFen } from '#shared/kernel/money.ts';
import { columnAmount, dateText, percentText, ppmOf } from '../kit/blanks.ts';
import { sizes } from '../kit/definition.ts';
import { headOf, ledger } from '../kit/tables.ts';

const columns = [
  { head: '序', alignment: 'center' },
  { head: '款　项', alignment: 'left' },
  { head: '付款期限', alignment: 'left' },
  { head: '金额（元）', alignment: 'right' },
  { head: '大　写', alignment: 'left' },
  { head: '累计', alignment: 'right' },
] as const;

/** Annex four: every payment with its capitals and what has been paid by then, the sum, then what is not price. */
export function paymentsTable({ annexes: { payments } }: ContractDraft): Content {
  const inPrice = payments.filter((one) => one.inPrice);
  const total = sumFen(inPrice.map((one) => one.amount));
  let paid = 0;
  const rows = inPrice.map((one, index) => {
    paid += one.amount;
    const share = index === inPrice.length - 1 ? ONE_PPM : ppmOf(fen(paid), total);
    return rowOf(one, String(index + 1), percentText(share));
  });
  return {
    margin: [0, 3, 0, 5],
    fontSize: sizes.table,
    table: {
      // The capitals of some millions to the yuan stand in one line.
      widths: [18, 50, 95, 76, '*', 38],
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      body: [
        headOf(columns),
        ...rows,
        [
          { text: '合　计　人民币', colSpan: 3 },
          {},
          {},
          { text: columnAmount(total), alignment: 'right', bold: true },
          { text: capitalsOf(total), bold: true, colSpan: 2 },
          {},
        ],
        ...payments.filter((one) => !one.inPrice).map((one) => rowOf(one, '另', '—')),
      ],
    },
    layout: ledger,
  };
}

function rowOf(one: ContractDraft['annexes']['payments'][number], mark: string, share: string): TableCell[] {
  return [
    { text: mark, alignment: 'center' },
    labels.planItems[one.item],
    `${dateText(one.dueOn)}前`,
    { text: columnAmount(one.amount), alignment: 'right' },
    { text: capitalsOf(one.amount) },
    { text: share, alignment: 'right' },
  ];
}
