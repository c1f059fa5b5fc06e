import type { Content, TableCell } from 'pdfmake';
import type { QuoteReckoning } from '#shared/domain/quotes/reckoning.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { columnAmount, yuanText } from '../kit/blanks.ts';
import { sizes } from '../kit/definition.ts';
import type { ExpectedBlank } from '../kit/expected.ts';
import { expenseWords, standardText } from '../kit/fee-words.ts';
import { headOf, ledger, tight } from '../kit/tables.ts';

type Fee = QuoteReckoning['fees'][number];

const columns = [
  { head: '税　费', alignment: 'left' },
  { head: '计算方法', alignment: 'left' },
  { head: '收取单位', alignment: 'left' },
  { head: '缴纳时间', alignment: 'left' },
  { head: '金额（元）', alignment: 'right' },
] as const;

/** Taxes and fees with how each is reckoned, who takes it, and what everything costs together. */
export function feesTable({ fees, feesTogether, price }: QuoteReckoning): Content {
  return {
    table: {
      widths: [64, '*', 80, 82, 78],
      headerRows: 1,
      dontBreakRows: true,
      body: [
        headOf(columns),
        ...fees.map(rowOf),
        sumRow('税费合计（不付给出卖人）', columnAmount(feesTogether)),
        sumRow('房价与税费总计', yuanText(sumFen([price, feesTogether])), true),
      ],
    },
    layout: tight(ledger),
    fontSize: sizes.note,
  };
}

/** What the pages must say of taxes and fees: each with how it is reckoned, and what everything costs together. */
export function expectedFees({ fees, feesTogether, price }: QuoteReckoning): ExpectedBlank[] {
  return [
    ...fees.map((fee) => {
      const { payee, when } = expenseWords[fee.kind];
      const name = labels.feeKinds[fee.kind];
      return { name, words: `${name}${methodOf(fee)}${payee}${when}${columnAmount(fee.amount)}` };
    }),
    { name: '税费合计', words: `税费合计（不付给出卖人）${columnAmount(feesTogether)}房价与` },
    { name: '房价与税费总计', words: `房价与税费总计${yuanText(sumFen([price, feesTogether]))}` },
  ];
}

function rowOf(fee: Fee): TableCell[] {
  const { payee, when } = expenseWords[fee.kind];
  return [
    labels.feeKinds[fee.kind],
    methodOf(fee),
    payee,
    when,
    { text: columnAmount(fee.amount), alignment: 'right' },
  ];
}

function methodOf(fee: Fee): string {
  if (fee.ratePpm !== null) return `成交总价 × ${standardText(fee)}`;
  return fee.perSquareMetre === null ? '按件收取' : `建筑面积 × ${standardText(fee)}`;
}

function sumRow(name: string, amount: string, bold = false): TableCell[] {
  return [{ text: name, colSpan: 4, bold }, {}, {}, {}, { text: amount, alignment: 'right', bold }];
}
