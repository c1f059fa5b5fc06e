import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import { agreementSampleHead } from '../agreements/sample.ts';
import type { TerminationAgreementData } from './data.ts';

/** The end of a contract that never was, with a penalty, a loan and papers to give back. */
export const terminationAgreementSample: TerminationAgreementData = {
  ...agreementSampleHead,
  reason: '买受人工作调动，经双方协商解除',
  askedBy: 'buyer',
  paid: [
    { item: 'deposit', paidOn: localDate('2026-11-16'), receipt: 'SJ-2026-0412', amount: yuan(50_000) },
    { item: 'firstPayment', paidOn: localDate('2026-11-25'), receipt: 'SJ-2026-0440', amount: yuan(412_522) },
    { item: 'loan', paidOn: localDate('2026-12-25'), receipt: 'SJ-2026-0517', amount: yuan(1_050_000) },
  ],
  penalty: yuan(75_626),
  interest: yuan(0),
  back: yuan(0),
  refund: {
    payees: [{ name: '刘俊杰', amount: yuan(386_896) }],
    days: 15,
    lender: '样本银行重庆渝中支行',
  },
  returns: [
    { what: '商品房买卖合同 HT-2026-0301', count: 1 },
    { what: '收据 SJ-2026-0412', count: 1 },
    { what: '收据 SJ-2026-0440', count: 1 },
  ],
  cancelDays: 10,
};
