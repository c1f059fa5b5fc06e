import { localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';
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
  interest: { yearlyPpm: 0, until: localDate('2026-12-28') },
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

/** The end for which the seller answers: nothing is kept, and what goes back bears interest, the loan's at the buyers' too. */
export const terminationWithInterestSample: TerminationAgreementData = {
  ...terminationAgreementSample,
  reason: '出卖人逾期交付超过约定期限，买受人解除合同',
  askedBy: 'seller',
  penalty: yuan(0),
  interest: { yearlyPpm: 49_000, until: localDate('2027-12-28') },
  back: yuan(12_522),
  refund: { ...terminationAgreementSample.refund, payees: [{ name: '刘俊杰', amount: fen(52_597_685) }] },
};
