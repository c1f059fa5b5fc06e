import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import type { SigningNoticeData, TerminationNoticeData } from './data.ts';

const deal = {
  seller: { name: '重庆江岸置业有限公司', phone: '023-00000000', address: '重庆市渝中区某路 1 号' },
  project: '江岸云境二期',
  subscription: 'RG-2026-0018',
  subscribedOn: localDate('2026-11-16'),
  unit: '3-1-1802',
  price: yuan(1_282_600),
  buyers: ['周琳', '陈屿'],
  signBy: localDate('2026-11-23'),
  consultant: '唐蕾',
};

/** A notice to people who do not exist. */
export const signingNoticeSample: SigningNoticeData = {
  ...deal,
  issuedOn: localDate('2026-11-20'),
  dueOn: localDate('2026-11-23'),
  place: '江岸云境二期销售现场',
  bring: [
    '《商品房认购书》及定金收据原件',
    '全体买受人的身份证件原件；未成年人另带户口簿及监护人身份证件',
    '首期房款的付款凭证或付款银行卡',
    '委托他人办理的，授权委托书原件及受托人身份证件',
  ],
};

/** A notice of termination to people who do not exist. */
export const terminationNoticeSample: TerminationNoticeData = {
  ...deal,
  issuedOn: localDate('2026-11-25'),
  called: { number: 'QT-2026-0003', servedOn: localDate('2026-11-21') },
  graceDays: 7,
  kept: yuan(50_000),
  back: yuan(0),
};
