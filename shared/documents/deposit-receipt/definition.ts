import type { Content } from 'pdfmake';
import { defaultStyle, paperStyles } from '../kit/article.ts';
import { type Definition, families, fileInfo, type Marks, watermarkOf } from '../kit/definition.ts';
import { A4_THIRD, mm, papers, textWidth } from '../kit/paper.ts';
import { receiptBody } from './body.ts';
import type { DepositReceiptData } from './data.ts';
import { receiptParts } from './parts.ts';

/** Edition of this form; raised with every change of its words or layout. */
export const depositReceiptEdition = 'SJ-1';

/** Sheets a receipt is printed on. */
export type ReceiptPaper = 'form241' | 'a4Thirds' | 'a5';

/** A receipt (收据) on the continuous form, on one A4 to be cut in three, or on a sheet of A5 for each part. */
export function buildDepositReceiptDefinition(data: DepositReceiptData, marks: Marks, paper: ReceiptPaper): Definition {
  const { width, height, margins } = papers[paper];
  const [left, top, right, bottom] = margins;
  return {
    pageSize: { width: mm(width), height: mm(height) },
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo(data.item === 'deposit' ? '定金收据' : '收款收据', marks, paper),
    language: 'zh-CN',
    styles: paperStyles,
    // A needle printer breaks up thin serifs: the continuous form is set in the sans.
    defaultStyle: { ...defaultStyle, font: paper === 'form241' ? families.sans : families.serif },
    ...watermarkOf(marks),
    content: contents[paper](data, marks),
  };
}

const contents: Readonly<Record<ReceiptPaper, (data: DepositReceiptData, marks: Marks) => Content[]>> = {
  form241: (data, marks) => [
    receiptBody(data, marks, {
      page: 1,
      part: undefined,
      width: textWidth(papers.form241),
      ...(isFull(data) ? { fontSize: 8.5, air: 0.4 } : { fontSize: 9.5, air: 2 }),
    }),
  ],
  a5: (data, marks) =>
    receiptParts.map((part, index) => ({
      ...sheet(data, marks, { page: index + 1, part }),
      ...(index === 0 ? {} : { pageBreak: 'before' as const }),
    })),
  a4Thirds: (data, marks) => [
    ...receiptParts.map((part, index) => ({
      absolutePosition: { x: mm(papers.a4Thirds.margins[0]), y: mm(papers.a4Thirds.margins[1] + index * A4_THIRD) },
      stack: [
        receiptBody(data, marks, {
          page: 1,
          part,
          width: textWidth(papers.a4Thirds),
          ...(isFull(data) ? { fontSize: 8.2, air: 0.8 } : { fontSize: 9, air: 2.6 }),
        }),
      ],
    })),
    ...[1, 2].map((cut) => ({
      absolutePosition: { x: 0, y: mm(cut * A4_THIRD) },
      canvas: [
        {
          type: 'line' as const,
          x1: 0,
          y1: 0,
          x2: mm(210),
          y2: 0,
          lineWidth: 0.4,
          lineColor: '#808080',
          dash: { length: 3 },
        },
      ],
    })),
  ],
};

function sheet(
  data: DepositReceiptData,
  marks: Marks,
  place: Pick<Parameters<typeof receiptBody>[2], 'page' | 'part'>,
) {
  return {
    stack: [
      receiptBody(data, marks, {
        ...place,
        width: textWidth(papers.a5),
        ...(isFull(data) ? { fontSize: 9.5, air: 3 } : { fontSize: 10.5, air: 6 }),
      }),
    ],
  };
}

/** Signs that fit beside their labels on one line of the smallest sheet. */
const SHORT = { payers: 24, account: 34, remark: 20 } as const;

/** A receipt with several lines or long entries, set smaller so that it stays on its page. */
function isFull({ lines, payers, account, remark }: DepositReceiptData): boolean {
  return (
    lines.length > 2 ||
    payers.join('、').length > SHORT.payers ||
    account.length > SHORT.account ||
    remark.length > SHORT.remark
  );
}
