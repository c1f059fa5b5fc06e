import { capitalsOf } from '#shared/kernel/capitals.ts';
import { expectedOnAgreement, frameOfAgreement, openBlanksOfAgreement } from '../agreements/parts.ts';
import { yuanText } from '../kit/blanks.ts';
import { type ExpectedBlank, expectedIn, type PageFrame } from '../kit/expected.ts';
import { headsText } from '../kit/tables.ts';
import { moneyOfTermination, type TerminationAgreementData } from './data.ts';
import {
  askerWords,
  bearsInterest,
  DISCHARGE,
  filingText,
  IN_FORCE,
  interestText,
  loanText,
  moneyColumns,
  moneyTotals,
  payeesText,
  refundDay,
  returnsText,
  TERMINATION_AGREEMENT_TITLE,
  terminationAgreementEdition,
} from './words.ts';

/** What stands on every page of the agreement. */
export function frameOfTermination(data: TerminationAgreementData): PageFrame {
  const title = { title: TERMINATION_AGREEMENT_TITLE, edition: terminationAgreementEdition };
  return frameOfAgreement(data, title, [headsText(moneyColumns(data))]);
}

/** Everything that the finished agreement must say. */
export function expectedOnTermination(data: TerminationAgreementData): ExpectedBlank[] {
  const money = moneyOfTermination(data);
  const columns = moneyColumns(data);
  const { lender } = data.refund;
  return [
    ...expectedOnAgreement({ head: data, newcomers: [] }),
    expectedIn('提出方', '本次解除由', askerWords[data.askedBy], '，原因：'),
    expectedIn('解除原因', '，原因：', data.reason, '。'),
    { name: '解除之日', words: IN_FORCE },
    ...money.rows.map((row) => ({ name: row.receipt, words: columns.map(({ of }) => of(row)).join('') })),
    { name: '合计', words: moneyTotals(data).join('') },
    expectedIn('违约金', '违约金为', yuanText(money.penalty), '（大写'),
    expectedIn('违约金大写', '（大写：人民币', capitalsOf(money.penalty), '）；另付'),
    expectedIn('利息', '利息为', yuanText(money.interest), '（大写'),
    ...(bearsInterest(data) ? [{ name: '计息', words: interestText(data) }] : []),
    expectedIn('退款期限', '出卖人应当', refundDay(data), '，将'),
    expectedIn('退还买受人', '，将', yuanText(money.toBuyer), '（大写'),
    expectedIn('退还买受人大写', '（大写：人民币', capitalsOf(money.toBuyer), '）退还原交款人'),
    expectedIn('原交款人', '退还原交款人', payeesText(data), '，按原付款'),
    ...(lender === ''
      ? []
      : [
          expectedIn('退还贷款人', '将贷款部分', yuanText(money.toLender), '（大写'),
          expectedIn('贷款人', '退还贷款人', lender, '。'),
        ]),
    { name: '贷款', words: loanText(data) },
    { name: '网签备案', words: filingText(data) },
    expectedIn('交还资料', '办理退款前交还：', returnsText(data), '；已领取'),
    { name: '清结', words: DISCHARGE },
  ];
}

/** The blanks that the agreement strikes because nobody has filled them in. */
export function openBlanksOfTermination(data: TerminationAgreementData): string[] {
  return openBlanksOfAgreement({ head: data, newcomers: [] });
}
