import type { DocumentKind } from './kind.ts';
import { openBlanks } from './kit/open-blanks.ts';
import {
  type OverdueDemandData,
  overdueDemandDataSchema,
  type PaymentNoticeData,
  paymentNoticeDataSchema,
  type RescissionNoticeData,
  rescissionNoticeDataSchema,
} from './payment-letter/data.ts';
import {
  buildOverdueDemandDefinition,
  buildPaymentNoticeDefinition,
  buildRescissionNoticeDefinition,
  DEMAND_TITLE,
  NOTICE_TITLE,
  overdueDemandEdition,
  paymentNoticeEdition,
  RESCISSION_TITLE,
  rescissionNoticeEdition,
} from './payment-letter/definition.ts';
import {
  expectedOnDemand,
  expectedOnNotice,
  expectedOnRescission,
  frameOfDemand,
  frameOfNotice,
  frameOfRescission,
} from './payment-letter/expected.ts';
import { overdueDemandSample, paymentNoticeSample, rescissionNoticeSample } from './payment-letter/sample.ts';
import type { LetterData } from './payment-letter/words.ts';
import { type ReceivablesListData, receivablesListDataSchema } from './receivables-list/data.ts';
import {
  buildReceivablesListDefinition,
  RECEIVABLES_TITLE,
  type ReceivablesPaper,
  receivablesListEdition,
} from './receivables-list/definition.ts';
import { expectedOnReceivables, frameOfReceivables } from './receivables-list/expected.ts';
import { receivablesListSample } from './receivables-list/sample.ts';

const addresses = ({ buyers, permit }: LetterData): string[] =>
  openBlanks([['预售许可', permit], ...buyers.map(({ name, address }) => [`${name}的通讯地址`, address] as const)]);

/** 缴款通知书: what the buyers are to pay until when, and into which account. */
export const paymentNotice: DocumentKind<PaymentNoticeData, 'a4'> = {
  kind: 'paymentNotice',
  title: NOTICE_TITLE,
  numberPrefix: 'FK',
  templateVersion: paymentNoticeEdition,
  copies: 2,
  papers: ['a4'],
  schema: paymentNoticeDataSchema,
  build: buildPaymentNoticeDefinition,
  openBlanks: addresses,
  expected: expectedOnNotice,
  frame: frameOfNotice,
  sample: paymentNoticeSample,
};

/** 催款函: what is late, what it costs, and by when it must be paid. */
export const overdueDemand: DocumentKind<OverdueDemandData, 'a4'> = {
  kind: 'overdueDemand',
  title: DEMAND_TITLE,
  numberPrefix: 'CK',
  templateVersion: overdueDemandEdition,
  copies: 2,
  papers: ['a4'],
  schema: overdueDemandDataSchema,
  build: buildOverdueDemandDefinition,
  openBlanks: addresses,
  expected: expectedOnDemand,
  frame: frameOfDemand,
  sample: overdueDemandSample,
};

/** 解除合同通知书: that the contract ends for what was not paid. */
export const rescissionNotice: DocumentKind<RescissionNoticeData, 'a4'> = {
  kind: 'rescissionNotice',
  title: RESCISSION_TITLE,
  numberPrefix: 'JC',
  templateVersion: rescissionNoticeEdition,
  copies: 3,
  papers: ['a4'],
  schema: rescissionNoticeDataSchema,
  build: buildRescissionNoticeDefinition,
  openBlanks: addresses,
  expected: expectedOnRescission,
  frame: frameOfRescission,
  sample: rescissionNoticeSample,
};

/** 应收款清单: what one deal still owes, line by line, as it stands on the day. */
export const receivablesList: DocumentKind<ReceivablesListData, ReceivablesPaper> = {
  kind: 'receivablesList',
  title: RECEIVABLES_TITLE,
  numberPrefix: 'YS',
  templateVersion: receivablesListEdition,
  copies: 1,
  papers: ['a4', 'a5'],
  schema: receivablesListDataSchema,
  build: buildReceivablesListDefinition,
  openBlanks: ({ account }) =>
    openBlanks([
      ['开户银行', account.bank],
      ['监管账号', account.number],
    ]),
  expected: expectedOnReceivables,
  frame: frameOfReceivables,
  // Every payment changes it.
  follows: true,
  sample: receivablesListSample,
};
