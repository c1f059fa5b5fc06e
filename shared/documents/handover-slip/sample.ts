import { localDate } from '#shared/kernel/local-date.ts';
import type { HandoverSlipData } from './data.ts';

/** Originals that nobody ever handed over. */
export const handoverSlipSample: HandoverSlipData = {
  company: { name: '重庆江岸置业有限公司', project: '江岸云境二期' },
  contract: { number: 'HT-2026-0301', unit: '3栋-1-1802', buyers: '样本甲、样本乙' },
  act: 'handOver',
  on: localDate('2026-12-03'),
  at: '10:20',
  giver: '样本内勤',
  taker: '样本丙',
  principal: '样本甲',
  reason: '',
  recordedBy: '样本内勤',
  copies: [
    { paper: 'saleContract', number: 'HT-2026-0301', copyNo: 1, copyOf: 5, from: 'backOffice', to: 'buyer' },
    { paper: 'subscriptionBook', number: 'RG-2026-0018', copyNo: 1, copyOf: 4, from: 'backOffice', to: 'buyer' },
  ],
};
