import { addDays, localDate } from '#shared/kernel/local-date.ts';
import type { BoxLabelData } from './data.ts';

/** A box that stands nowhere. */
export const boxLabelSample: BoxLabelData = {
  company: { name: '重庆江岸置业有限公司', project: '江岸云境二期' },
  number: 'DA-2026-0003',
  room: '档案室',
  shelf: 'A 柜 2 层',
  capacity: 30,
  asOf: localDate('2026-12-03'),
  maker: '样本内勤',
  contracts: Array.from({ length: 12 }, (_unused, index) => ({
    number: `HT-2026-${String(301 + index).padStart(4, '0')}`,
    unit: `3栋-1-${String(1802 + index)}`,
    signedOn: addDays(localDate('2026-11-02'), index),
    copies: 2 + (index % 2),
  })),
};
