import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import type { PaymentSlipData } from './data.ts';

/** A payment that never was. */
export const paymentSlipSample: PaymentSlipData = {
  company: { name: '重庆江岸置业有限公司', project: '江岸云境二期' },
  customer: '欧阳询',
  unit: '3栋1单元 1802',
  pick: 'XF-2026-0018',
  deposit: yuan(50_000),
  account: { name: '重庆江岸置业有限公司', bank: '中国建设银行重庆渝中支行', number: '5000 1234 5678 9012' },
  payBy: { on: localDate('2026-11-28'), at: '12:41' },
  by: '赵敏',
};
