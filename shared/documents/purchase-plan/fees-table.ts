import type { Content, TableCell } from 'pdfmake';
import type { FeeKind } from '#shared/domain/quotes/fees.ts';
import type { QuoteReckoning } from '#shared/domain/quotes/reckoning.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { formatYuan, sumFen } from '#shared/kernel/money.ts';
import { columnAmount, percentText, yuanText } from '../kit/blanks.ts';
import { sizes } from '../kit/definition.ts';
import type { ExpectedBlank } from '../kit/expected.ts';
import { headOf, ledger, tight } from '../kit/tables.ts';

type Fee = QuoteReckoning['fees'][number];

/** Who takes each tax or fee, and when it is paid. */
const collection = {
  deedTax: { payee: '税务机关', when: '办理不动产登记前' },
  stampDuty: { payee: '税务机关', when: '签订合同时' },
  maintenanceFund: { payee: '维修资金专户', when: '房屋交付前' },
  registration: { payee: '不动产登记机构', when: '申请登记时' },
  propertyFee: { payee: '物业服务企业', when: '房屋交付时' },
} as const satisfies Record<FeeKind, { payee: string; when: string }>;

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
      const { payee, when } = collection[fee.kind];
      const name = labels.feeKinds[fee.kind];
      return { name, words: `${name}${methodOf(fee)}${payee}${when}${columnAmount(fee.amount)}` };
    }),
    { name: '税费合计', words: `税费合计（不付给出卖人）${columnAmount(feesTogether)}房价与` },
    { name: '房价与税费总计', words: `房价与税费总计${yuanText(sumFen([price, feesTogether]))}` },
  ];
}

function rowOf(fee: Fee): TableCell[] {
  const { payee, when } = collection[fee.kind];
  return [
    labels.feeKinds[fee.kind],
    methodOf(fee),
    payee,
    when,
    { text: columnAmount(fee.amount), alignment: 'right' },
  ];
}

function methodOf({ ratePpm, perSquareMetre, months }: Fee): string {
  if (ratePpm !== null) return `成交总价 × ${percentText(ratePpm)}`;
  if (perSquareMetre === null) return '按件收取';
  const each = `建筑面积 × ${formatYuan(perSquareMetre)} 元/㎡`;
  return months === null ? each : `${each} × ${months} 月`;
}

function sumRow(name: string, amount: string, bold = false): TableCell[] {
  return [{ text: name, colSpan: 4, bold }, {}, {}, {}, { text: amount, alignment: 'right', bold }];
}
