import type { ExpenseKind } from '#shared/domain/quotes/expenses.ts';
import type { Fee } from '#shared/domain/quotes/fees.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { dateText, percentText } from './blanks.ts';

/** What papers say of an expense: its name, who takes it, when it is paid, and when it comes back. */
export type ExpenseWords = {
  readonly name: string;
  readonly payee: string;
  readonly when: string;
  readonly refund: string;
};

/** The words of each expense, the same on every paper that names it. */
export const expenseWords = {
  homePrice: { name: '购房款', payee: '出卖人（监管账户）', when: '按付款计划', refund: '依合同约定' },
  deedTax: {
    name: labels.feeKinds.deedTax,
    payee: '税务机关',
    when: '办理不动产登记前',
    refund: '登记前可申请退',
  },
  stampDuty: { name: labels.feeKinds.stampDuty, payee: '税务机关', when: '签订合同时', refund: '不退' },
  maintenanceFund: {
    name: labels.feeKinds.maintenanceFund,
    payee: '维修资金专户',
    when: '房屋交付前',
    refund: '解约可申请退还',
  },
  registration: {
    name: labels.feeKinds.registration,
    payee: '不动产登记机构',
    when: '申请登记时',
    refund: '不退',
  },
  mortgageRegistration: { name: '抵押登记费', payee: '不动产登记机构', when: '申请抵押登记时', refund: '不退' },
  propertyFee: {
    name: labels.feeKinds.propertyFee,
    payee: '物业服务企业',
    when: '房屋交付时',
    refund: '未服务月份可退',
  },
  insurance: { name: '保险费', payee: '保险公司', when: '投保时', refund: '依保险合同' },
  notary: { name: '公证费', payee: '公证机构', when: '申请公证时', refund: '受理前可退' },
  agency: { name: '代办服务费', payee: '受托机构', when: '委托时', refund: '依委托约定' },
} as const satisfies Record<ExpenseKind, ExpenseWords>;

/** On what a rate rests, in a line: since when it holds, and the source that was noted with it. */
export function restsOn({ from, note }: { readonly from: LocalDate | null; readonly note: string }): string {
  return `${from === null ? '' : `自 ${dateText(from)} 起；`}${note}`;
}

/** By what an expense is reckoned: a rate of the price, an amount for each m² and perhaps month, or an amount for a case. */
export function standardText({ ratePpm, perSquareMetre, months }: Omit<Fee, 'kind' | 'amount'>): string {
  if (ratePpm !== null) return percentText(ratePpm);
  if (perSquareMetre === null) return '按件';
  const each = `${formatYuan(perSquareMetre)} 元/㎡`;
  return months === null ? each : `${each} × ${months} 月`;
}
