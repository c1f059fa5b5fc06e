import type { Content } from 'pdfmake';
import { keepHeads } from '../kit/article.ts';
import { columnAmount, dateText, yuanText } from '../kit/blanks.ts';
import type { Definition, Marks } from '../kit/definition.ts';
import { sizes } from '../kit/definition.ts';
import { factsTable, officePaper } from '../kit/office-paper.ts';
import { listTable } from '../kit/tables.ts';
import type { OverdueDemandData, PaymentNoticeData, RescissionNoticeData } from './data.ts';
import {
  accountBlock,
  addressee,
  aroundLetter,
  paragraphs,
  proofBlock,
  rowsTable,
  sealBlock,
  sectionTitle,
} from './parts.ts';
import {
  accountText,
  demandClose,
  demandParagraphs,
  formulaText,
  noticeParagraphs,
  noticeRules,
  rescissionClose,
  rescissionParagraphs,
} from './words.ts';

/** Titles of the letters. */
export const NOTICE_TITLE = '缴款通知书';
/** Titles of the letters. */
export const DEMAND_TITLE = '催款函';
/** Titles of the letters. */
export const RESCISSION_TITLE = '解除合同通知书';
/** Editions of the texts; raised with every change of their words or layout. */
export const paymentNoticeEdition = 'FK-2';
/** Editions of the texts; raised with every change of their words or layout. */
export const overdueDemandEdition = 'CK-2';
/** Editions of the texts; raised with every change of their words or layout. */
export const rescissionNoticeEdition = 'JC-2';

/** What a payment notice is about, cell by cell. */
export function factsOfNotice({ contract, subscription, unit, project, permit, price }: PaymentNoticeData) {
  const book = contract ?? { number: subscription.number, signedOn: subscription.subscribedOn };
  return [
    [contract === null ? '认购编号' : '合同编号', book.number],
    ['签订日期', dateText(book.signedOn)],
    ['项　目', project],
    ['房　号', unit],
    ['预售许可', permit],
    ...(price === null ? [] : [['总　价', yuanText(price)] as const]),
  ] as const;
}

/** Columns of what was paid before. */
export const historyColumns = [
  { head: '收款日期', alignment: 'left', width: 110 },
  { head: '收据编号', alignment: 'left', width: 110 },
  { head: '款　项', alignment: 'left', width: '*' },
  { head: '金额（元）', alignment: 'right', width: 90 },
] as const;

/** The head of what was paid before. */
export const HISTORY_TITLE = '已收款项';

/** What was paid before, cell by cell. */
export function cellsOfPayment({ receivedOn, receipt, item, amount }: PaymentNoticeData['history'][number]): string[] {
  return [dateText(receivedOn), receipt, item, columnAmount(amount)];
}

/** The payment notice (缴款通知书): A4, to the buyers, with the supervised account in full. */
export function buildPaymentNoticeDefinition(data: PaymentNoticeData, marks: Marks): Definition {
  const history: Content[] =
    data.history.length === 0
      ? []
      : [
          sectionTitle(HISTORY_TITLE),
          listTable(historyColumns, data.history.map(cellsOfPayment), { fontSize: sizes.note }),
        ];
  return {
    ...officePaper(marks, aroundLetter(data, NOTICE_TITLE, paymentNoticeEdition), [
      addressee(data),
      factsTable(factsOfNotice(data), { below: 6 }),
      ...paragraphs(noticeParagraphs(data)),
      rowsTable(data.rows, data.showsLateFee),
      accountBlock(data),
      { stack: [...noticeRules(data)], fontSize: sizes.text, lineHeight: 1.15, margin: [0, 0, 0, 6] },
      ...history,
      sealBlock(data),
    ]),
    pageBreakBefore: keepHeads,
  };
}

/** The title of a demand with its number of times: 催款函（第 2 次）. */
export function demandTitle({ round }: Pick<OverdueDemandData, 'round'>): string {
  return `${DEMAND_TITLE}（第 ${round} 次）`;
}

/** The overdue demand (催款函): A4, with the penalty by the contract and the proof of its service. */
export function buildOverdueDemandDefinition(data: OverdueDemandData, marks: Marks): Definition {
  return {
    ...officePaper(marks, aroundLetter(data, demandTitle(data), overdueDemandEdition), [
      addressee(data),
      ...paragraphs(demandParagraphs(data)),
      rowsTable(data.rows, true),
      { text: formulaText(data), fontSize: sizes.note, lineHeight: 1.1, margin: [0, 0, 0, 4] },
      ...paragraphs(demandClose(data)),
      accountBlock(data),
      { text: serviceText(data), fontSize: sizes.note },
      sealBlock(data),
      proofBlock(),
    ]),
    pageBreakBefore: keepHeads,
  };
}

/** How the contract agrees to serve. */
export function serviceText({ service }: OverdueDemandData | RescissionNoticeData): string {
  return `本函按合同第二十五条约定的方式送达全体买受人：${service}。`;
}

/** The rescission notice (解除合同通知书): A4, with its ground, its effect, the money and the proof of its service. */
export function buildRescissionNoticeDefinition(data: RescissionNoticeData, marks: Marks): Definition {
  return {
    ...officePaper(marks, aroundLetter(data, RESCISSION_TITLE, rescissionNoticeEdition), [
      addressee(data),
      ...paragraphs(rescissionParagraphs(data)),
      rowsTable(data.rows, true),
      { text: formulaText(data), fontSize: sizes.note, lineHeight: 1.1, margin: [0, 0, 0, 4] },
      ...paragraphs(rescissionClose(data)),
      ...(data.dueBy === null ? [] : [{ text: accountText(data), bold: true, margin: [0, 3, 0, 3] } satisfies Content]),
      { text: serviceText(data), fontSize: sizes.note },
      sealBlock(data),
      proofBlock(),
    ]),
    pageBreakBefore: keepHeads,
  };
}
