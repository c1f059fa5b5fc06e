import type { Content, TableCell } from 'pdfmake';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { formatYuan, sumFen } from '#shared/kernel/money.ts';
import { dateText, orStruck, unbroken, yuanText } from '../kit/blanks.ts';
import { families, inks, type Marks } from '../kit/definition.ts';
import { pageCode, pageOf } from '../kit/frame.ts';
import { checkText } from '../kit/page-code.ts';
import { across, grid, label, value } from '../kit/tables.ts';
import type { DepositReceiptData } from './data.ts';
import { fateOf, recordLabel } from './owner.ts';
import type { ReceiptPart } from './parts.ts';
import { sideText } from './parts.ts';

/** Where one receipt stands: its page, its part, its width in points, and how large its type is. */
export type ReceiptPlace = {
  /** Page of the file, as its page code says; a part is always one page. */
  readonly page: number;
  readonly part: ReceiptPart | undefined;
  readonly width: number;
  readonly fontSize: number;
  /** Air above and below the text of a row, in points. */
  readonly air: number;
};

const SIDE = 15;

/** One receipt: head, grid, signatures, with the part at its right side. */
export function receiptBody(data: DepositReceiptData, marks: Marks, place: ReceiptPlace): Content {
  return {
    columns: [
      {
        width: place.width - SIDE,
        stack: [head(data, marks, place), table(data, place), foot(data, place)],
      },
      {
        width: SIDE,
        stack: Array.from(sideText(place.part), (sign) => ({ text: sign, alignment: 'center' as const })),
        fontSize: place.fontSize - 2.5,
        lineHeight: 0.82,
        margin: [4, 44, 0, 0],
      },
    ],
    fontSize: place.fontSize,
  };
}

function head({ company, receivedOn, item }: DepositReceiptData, marks: Marks, place: ReceiptPlace): Content {
  const title = item === 'deposit' ? '定金收据' : '收款收据';
  return {
    margin: [0, 0, 0, 3],
    columns: [
      {
        width: 150,
        margin: [0, 17, 0, 0],
        stack: [`项目：${company.project}`, `收款日期：${dateText(receivedOn)}`],
        fontSize: place.fontSize - 0.5,
      },
      {
        width: '*',
        stack: [
          { text: company.name, font: families.sans, alignment: 'center', fontSize: place.fontSize },
          {
            text: title,
            bold: true,
            alignment: 'center',
            fontSize: place.fontSize + 8,
            characterSpacing: 7,
            margin: [7, 0, 0, 0],
          },
        ],
      },
      {
        width: 150,
        columns: [
          {
            width: '*',
            alignment: 'right',
            margin: [0, 6, 6, 0],
            stack: [
              { text: `№ ${marks.number}`, bold: true, fontSize: place.fontSize + 1 },
              { text: `页码校验 ${checkText(marks.hash)}`, fontSize: place.fontSize - 2 },
              { text: pageOf(1, 1), fontSize: place.fontSize - 2 },
            ],
          },
          { width: 'auto', stack: [pageCode(marks, place.page, 12.5)] },
        ],
      },
    ],
  };
}

function table(data: DepositReceiptData, place: ReceiptPlace): Content {
  const total = sumFen(data.lines.map((line) => line.amount));
  const contents = data.lines.map((line): TableCell[] => [
    label('收款内容'),
    ...across(3, line.content),
    { text: formatYuan(line.amount), alignment: 'right' },
  ]);
  return {
    table: {
      widths: [46, '*', 40, 112, 92],
      body: [
        [
          label('交款人'),
          value(data.payers.join('、'), { bold: true }),
          label('房　号'),
          value(data.unit, { bold: true }),
          { text: '金额（元）', alignment: 'right', color: inks.soft },
        ],
        ...contents,
        [
          label('合　计'),
          { text: ['人民币（大写）', { text: capitalsOf(total), bold: true }], colSpan: 3 },
          {},
          {},
          { text: yuanText(total), alignment: 'right', bold: true },
        ],
        [
          label('款项类别'),
          value(labels.receiptItems[data.item], { bold: true }),
          label(recordLabel(data.item)),
          ...across(2, data.subscription),
        ],
        [
          label('收款方式'),
          value(labels.paymentMethods[data.method]),
          label('凭证号'),
          ...across(2, orStruck(data.reference)),
        ],
        [
          label('入账账户'),
          value(orStruck(accountText(data.account))),
          label('备　注'),
          ...across(2, orStruck(data.remark)),
        ],
      ],
    },
    layout: { ...grid, paddingTop: () => place.air, paddingBottom: () => place.air + 0.8 },
  };
}

/** Bank and number: the groups of the number stay together. */
function accountText(account: string): string {
  return account.replace(/\d[\d ]*\d/, unbroken);
}

function foot(data: DepositReceiptData, place: ReceiptPlace): Content {
  return {
    margin: [0, 2 + place.air, 0, 0],
    stack: [
      {
        columns: [
          { width: '*', text: '收款单位（盖财务专用章）：' },
          { width: '20%', text: `复核：${data.checker}` },
          { width: '22%', text: `收款人：${data.cashier}` },
          { width: '21%', text: '交款人签收：' },
        ],
      },
      {
        text: notes(data),
        fontSize: place.fontSize - 2.2,
        color: inks.soft,
        margin: [0, 4, 0, 0],
        lineHeight: 1,
      },
    ],
  };
}

function notes({ item }: DepositReceiptData): string {
  const fate = fateOf(item);
  return `本收据不是发票，不作报销或纳税凭证。${fate}手写、涂改或未盖财务专用章无效；作废时三联一并收回。`;
}
