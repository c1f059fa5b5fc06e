import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import type { PickSlipData } from './data.ts';

/** A pick that never was. */
export const pickSlipSample: PickSlipData = {
  company: { name: '重庆江岸置业有限公司', project: '江岸云境二期' },
  launch: '首批开盘',
  customer: '欧阳询',
  place: 18,
  queueNo: 204,
  desk: '3号台',
  by: '赵敏',
  unit: '3栋1单元 1802',
  houseType: 'B2 三室两厅',
  builtArea: '118.42 ㎡',
  listPrice: yuan(2_113_200),
  picked: { on: localDate('2026-11-28'), at: '10:41' },
  keptUntil: { on: localDate('2026-11-28'), at: '12:41' },
};
