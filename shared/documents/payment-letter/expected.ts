import { dateText } from '../kit/blanks.ts';
import { type ExpectedBlank, expectedIn, expectedRow, type PageFrame } from '../kit/expected.ts';
import { type OfficePaper, officeFrame } from '../kit/office-paper.ts';
import { headsText } from '../kit/tables.ts';
import type { OverdueDemandData, PaymentNoticeData, RescissionNoticeData } from './data.ts';
import {
  cellsOfPayment,
  demandTitle,
  factsOfNotice,
  historyColumns,
  NOTICE_TITLE,
  overdueDemandEdition,
  paymentNoticeEdition,
  RESCISSION_TITLE,
  rescissionNoticeEdition,
  serviceText,
} from './definition.ts';
import { ACCOUNT_TITLE, aroundLetter, cellsOfRow, cellsOfSum, columnsOf, factsOfAccount, toPayText } from './parts.ts';
import {
  accountText,
  addresseeText,
  addressText,
  demandClose,
  demandParagraphs,
  formulaText,
  type LetterData,
  noticeParagraphs,
  noticeRules,
  rescissionClose,
  rescissionParagraphs,
} from './words.ts';

const aroundNotice = (data: PaymentNoticeData): OfficePaper => aroundLetter(data, NOTICE_TITLE, paymentNoticeEdition);
const aroundDemand = (data: OverdueDemandData): OfficePaper =>
  aroundLetter(data, demandTitle(data), overdueDemandEdition);
const aroundRescission = (data: RescissionNoticeData): OfficePaper =>
  aroundLetter(data, RESCISSION_TITLE, rescissionNoticeEdition);

/** What stands on every page of a payment notice. */
export function frameOfNotice(data: PaymentNoticeData): PageFrame {
  return officeFrame(aroundNotice(data), [headsText(columnsOf(data.showsLateFee)), headsText(historyColumns)]);
}

/** What stands on every page of a demand. */
export function frameOfDemand(data: OverdueDemandData): PageFrame {
  return officeFrame(aroundDemand(data), [headsText(columnsOf(true))]);
}

/** What stands on every page of a rescission. */
export function frameOfRescission(data: RescissionNoticeData): PageFrame {
  return officeFrame(aroundRescission(data), [headsText(columnsOf(true))]);
}

function around(data: LetterData, { issuer, title }: OfficePaper, showsFee: boolean): ExpectedBlank[] {
  return [
    expectedIn('出卖人', '', issuer, title),
    { name: '收件人', words: `${addresseeText(data)}${addressText(data)}` },
    ...data.rows.map((row) => ({ name: `款项第${row.position}项`, words: cellsOfRow(row, showsFee).join('') })),
    { name: '合计', words: `${cellsOfSum(data.rows, showsFee).join('')}${toPayText(data.rows, showsFee)}` },
    expectedIn('日期', `${data.seller.name}（盖章）`, dateText(data.issuedOn), ''),
  ];
}

const named = (name: string, texts: readonly string[]): ExpectedBlank[] =>
  texts.map((words, index) => ({ name: `${name}${index + 1}`, words }));

const account = (data: LetterData): ExpectedBlank[] => [
  { name: '监管账户', words: `${ACCOUNT_TITLE}${factsOfAccount(data)[0].join('')}` },
  ...expectedRow(factsOfAccount(data), ''),
];

/** Everything that the finished payment notice must say. */
export function expectedOnNotice(data: PaymentNoticeData): ExpectedBlank[] {
  return [
    ...around(data, aroundNotice(data), data.showsLateFee),
    ...expectedRow(factsOfNotice(data), noticeParagraphs(data)[0] ?? ''),
    ...account(data),
    ...named('说明', noticeRules(data)),
    ...data.history.map((one) => ({ name: `收据 ${one.receipt}`, words: cellsOfPayment(one).join('') })),
  ];
}

/** Everything that the finished demand must say. */
export function expectedOnDemand(data: OverdueDemandData): ExpectedBlank[] {
  return [
    ...around(data, aroundDemand(data), true),
    ...named('正文', [...demandParagraphs(data), formulaText(data), ...demandClose(data), serviceText(data)]),
    ...account(data),
  ];
}

/** Everything that the finished rescission must say. */
export function expectedOnRescission(data: RescissionNoticeData): ExpectedBlank[] {
  return [
    ...around(data, aroundRescission(data), true),
    ...named('正文', [...rescissionParagraphs(data), formulaText(data), ...rescissionClose(data), serviceText(data)]),
    ...(data.dueBy === null ? [] : [{ name: '监管账户', words: accountText(data) }]),
  ];
}
