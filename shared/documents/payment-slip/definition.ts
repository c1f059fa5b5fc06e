import type { TableCell } from 'pdfmake';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { defaultStyle, paperStyles, paragraph } from '../kit/article.ts';
import { dateText, orStruck, yuanText } from '../kit/blanks.ts';
import { type Definition, fileInfo, type Marks, watermarkOf } from '../kit/definition.ts';
import { frame, rule } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { mm, papers } from '../kit/paper.ts';
import { grid, label, value } from '../kit/tables.ts';
import type { PaymentSlipData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const paymentSlipEdition = 'JK-2';

/** What is to be paid, cell by cell. */
export function factsOfPayment({ customer, unit, pick, deposit, account, payBy, by }: PaymentSlipData) {
  return [
    ['客　户', customer],
    ['房　源', unit],
    ['选房确认单', pick],
    ['款　项', '定金（签订认购书时交纳）'],
    ['金　额', yuanText(deposit)],
    ['大　写', capitalsOf(deposit)],
    ['收款户名', orStruck(account.name)],
    ['开户银行', orStruck(account.bank)],
    ['账　号', orStruck(account.number)],
    ['请于此前', `${dateText(payBy.on)} ${payBy.at}`],
    ['开单人', by],
  ] as const;
}

/** What the cashier and the customer are told. */
export const PAYMENT_NOTE =
  '请持本单到财务收款台交款，领取加盖财务章的收据。本单不是收据，不证明款项已收。除上列监管账户外，任何个人不得收款。';

/** The payment slip (缴款单): what the customer takes to the cashier. */
export function buildPaymentSlipDefinition(data: PaymentSlipData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  const rows = factsOfPayment(data).map(([name, text]): TableCell[] => [label(name), value(text)]);
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo('缴款单', marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, {
      title: '缴款单',
      edition: `本公司文本 ${paymentSlipEdition}`,
      maker: `${data.company.project}案场　开单人 ${data.by}`,
    }),
    ...watermarkOf(marks),
    content: [
      letterhead(data.company.name, '缴款单'),
      { table: { widths: [72, '*'], body: rows }, layout: grid },
      { margin: [0, 10, 0, 0], stack: [paragraph([PAYMENT_NOTE])] },
      {
        margin: [0, mm(10), 0, 0],
        stack: [{ text: '收款员（签名）：', margin: [0, 0, 0, mm(10)] }, { canvas: [rule(mm(70), 0.5)] }],
      },
    ],
  };
}
