import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import type { IntentSlipData } from './data.ts';

/** An intent that never was. */
export const intentSlipSample: IntentSlipData = {
  company: { name: '重庆江岸置业有限公司', project: '江岸云境二期' },
  launch: { number: 'KP-2026-0002', name: '二批次开盘', opensOn: localDate('2026-11-28'), opensAt: '09:00' },
  customer: '欧阳询',
  queueNo: 18,
  code: '3f9a1c2e',
  registeredOn: localDate('2026-11-16'),
  consultant: '赵敏',
  wishes: ['3-1-1802', '3-1-1702', '3-2-1801'],
  intentMoney: yuan(20_000),
  receipt: 'SJ-2026-0031',
  rules: { groupSize: 20, pickSeconds: 60, passes: 1, pickHours: 2 },
};
