import { DAYS_OF_YEAR } from '#shared/domain/agreements/refund-interest.ts';
import type { TerminationRow } from '#shared/domain/agreements/termination-money.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { columnAmount, dateText, percentText, yuanText } from '../kit/blanks.ts';
import type { ListColumn } from '../kit/tables.ts';
import { moneyOfTermination, type TerminationAgreementData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const terminationAgreementEdition = 'JC-2';
/** Name of the paper. */
export const TERMINATION_AGREEMENT_TITLE = '商品房买卖合同解除协议';

/** Who asked for the end, as the paper says it. */
export const askerWords = { buyer: '买受人提出', seller: '出卖人提出', both: '双方共同提出' } as const;

const WIDTH = 60;
/** Interest takes two columns more: amounts move together, and day and receipt of a payment stand under each other. */
const NARROW = 53;

/** Whether what goes back bears interest. */
export function bearsInterest({ interest }: TerminationAgreementData): boolean {
  return interest.yearlyPpm > 0;
}

/** Whether the table says what is kept: always but where it bears interest, for that is never owed to who is in breach. */
function keeps(data: TerminationAgreementData): boolean {
  return data.penalty > 0 || !bearsInterest(data);
}

/** By which rate and for which days interest is reckoned, and what holds when the money goes back later. */
export function interestText({ interest: { yearlyPpm, until } }: TerminationAgreementData): string {
  return `利息以各笔应退款为本金，按年利率 ${percentText(yearlyPpm)}（一年按 ${DAYS_OF_YEAR} 日折算）计算，自该笔款项支付之日起暂算至 ${dateText(until)}，计息的天数见上表；迟于该日退清的，按同一利率算至退清之日。`;
}

type MoneyColumn = ListColumn & { readonly of: (row: TerminationRow) => string };

const receiptColumns: readonly MoneyColumn[] = [
  { head: '付款日', alignment: 'left', width: 52, of: (row) => row.paidOn },
  { head: '收据号', alignment: 'left', width: 62, of: (row) => row.receipt },
];
const receiptColumn: MoneyColumn = {
  ...{ head: '付款日和收据号', alignment: 'left', width: 62 },
  of: (row) => `${row.paidOn}\n${row.receipt}`,
};
const daysColumn: MoneyColumn = { head: '天数', alignment: 'right', width: 26, of: (row) => String(row.days) };

/** The columns of the money table; what went back before and interest have theirs only where there is any. */
export function moneyColumns(data: TerminationAgreementData): readonly MoneyColumn[] {
  const bears = bearsInterest(data);
  const amount = (head: string, of: (row: TerminationRow) => Fen): MoneyColumn => ({
    ...{ head, alignment: 'right', width: bears ? NARROW : WIDTH },
    of: (row) => columnAmount(of(row)),
  });
  return [
    { head: '款　项', alignment: 'left', width: '*', of: (row) => labels.receiptItems[row.item] },
    ...(bears ? [receiptColumn] : receiptColumns),
    amount('已付（元）', (row) => row.amount),
    ...(data.back > 0 ? [amount('此前已退', (row) => row.back)] : []),
    ...(keeps(data) ? [amount('扣违约金', (row) => row.penalty)] : []),
    amount('应退款', (row) => row.refund),
    ...(bears ? [daysColumn, amount('另付利息', (row) => row.interest)] : []),
    amount('实退（元）', (row) => row.net),
  ];
}

/** The last row of the money table: the sums under their columns. */
export function moneyTotals(data: TerminationAgreementData): readonly string[] {
  const money = moneyOfTermination(data);
  return [
    '合　计',
    ...(bearsInterest(data) ? [''] : ['', '']),
    columnAmount(money.amount),
    ...(data.back > 0 ? [columnAmount(money.back)] : []),
    ...(keeps(data) ? [columnAmount(money.penalty)] : []),
    columnAmount(money.refund),
    ...(bearsInterest(data) ? ['', columnAmount(money.interest)] : []),
    columnAmount(money.net),
  ];
}

/** What happens to the loan. */
export function loanText({ refund: { lender } }: TerminationAgreementData): string {
  return lender === ''
    ? '合同项下没有已发放的贷款。'
    : '合同解除后借款合同一并解除；贷款部分由出卖人直接退还贷款人，不得付给买受人。买受人应当配合办理借款合同的解除和抵押预告登记的注销。';
}

/** Filing, advance notice, and when the home may be sold again. */
export function filingText({ cancelDays, contract }: TerminationAgreementData): string {
  const filing = contract.filingNumber === '' ? '合同网签' : '合同网签备案';
  return `双方应当自本协议生效之日起 ${cancelDays} 日内共同申请撤销${filing}，并申请注销预告登记；撤销办理完毕前，出卖人不得将该房屋另行出售。`;
}

/** What the parties have no further claims about: what is listed, and nothing else. */
export const DISCHARGE =
  '双方履行本协议第二条至第五条后，就第二条所列款项互不再主张权利；本协议没有列明的事项不因签署本协议而视为放弃。';

/** What the buyers give back. */
export function returnsText({ returns }: TerminationAgreementData): string {
  return returns.map(({ what, count }) => (count === 0 ? what : `${what}\u00a0${count}\u00a0份`)).join('；');
}

/** Since when it holds. */
export const IN_FORCE =
  '本协议自合同各方全部签署之日起生效，最后一方签署的日期为生效日；任何一方不得倒签日期。合同自生效日起解除。';

/** When the money goes back, and to whom. */
export function refundDay({ refund: { days } }: TerminationAgreementData): string {
  return `自本协议生效且网签备案撤销之日起 ${days} 日内`;
}

/** Who gets how much back: each who paid, into an account of their own. */
export function payeesText({ refund: { payees } }: TerminationAgreementData): string {
  return payees.map(({ name, amount }) => `${name}\u00a0${yuanText(amount)}`).join('、');
}
