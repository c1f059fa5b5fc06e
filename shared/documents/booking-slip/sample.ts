import { area } from '#shared/kernel/area.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import type { BookingSlipData } from './data.ts';

/** A booking that never was. */
export const bookingSlipSample: BookingSlipData = {
  bookedOn: localDate('2026-11-16'),
  project: '江岸云境二期',
  seller: { name: '重庆江岸置业有限公司', phone: '023-00000000' },
  customer: { name: '周琳', phone: '10000000018' },
  consultant: '唐蕾',
  unit: {
    label: '3-1-1802',
    houseType: '三室两厅',
    orientation: '南',
    builtArea: area(11_862),
    innerArea: area(9540),
    decoration: 'full',
    permit: '商品房预售许可证　渝住建委(2026)预字第 0118 号',
  },
  listPrice: yuan(1_286_400),
  money: yuan(5000),
  planKind: 'mortgage',
  planName: '商业按揭首付三成',
  askedPpm: 15_000,
  askedWhy: '老业主介绍，首付三成已备齐',
  method: 'card',
  receipt: 'SJ-2026-0318',
  untilOn: localDate('2026-11-19'),
  refundDays: 15,
};
