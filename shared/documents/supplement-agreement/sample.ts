import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import { agreementSampleHead, sampleBuyers } from '../agreements/sample.ts';
import type { SupplementAgreementData } from './data.ts';

/** A supplement that never was: somebody comes in, the price goes down and the home is delivered later. */
export const supplementAgreementSample: SupplementAgreementData = {
  ...agreementSampleHead,
  buyers: [sampleBuyers.first],
  newcomers: [sampleBuyers.second],
  position: 1,
  changes: [
    {
      article: 0,
      title: '合同当事人',
      name: '买受人',
      before: '刘俊杰（全部）',
      after: '刘俊杰（二分之一）、周敏（二分之一）',
    },
    { article: 6, title: '计价方式与价款', name: '总价', before: '1,512,522.00 元', after: '1,500,000.00 元' },
    {
      article: 11,
      title: '交付时间和手续',
      name: '交付日期',
      before: '2028 年 6 月 30 日',
      after: '2028 年 9 月 30 日',
    },
  ],
  price: { before: yuan(1_512_522), after: yuan(1_500_000) },
  plan: [
    { item: 'deposit', amount: yuan(50_000), dueOn: localDate('2026-11-16'), inPrice: true },
    { item: 'firstPayment', amount: yuan(400_000), dueOn: localDate('2026-11-25'), inPrice: true },
    { item: 'commercialLoan', amount: yuan(1_050_000), dueOn: localDate('2026-12-25'), inPrice: true },
  ],
  clauses: ['出卖人在 2028 年 9 月 30 日前交付的，双方互不承担逾期交付的违约责任。'],
  refileDays: 30,
};
