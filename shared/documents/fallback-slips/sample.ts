import { localDate } from '#shared/kernel/local-date.ts';
import type { FallbackSlipsData } from './data.ts';

/** A printing that never was. */
export const fallbackSlipsSample: FallbackSlipsData = {
  company: { name: '重庆江岸置业有限公司', project: '江岸云境二期' },
  launch: '首批开盘',
  printedOn: localDate('2026-11-27'),
  by: '蒋雪梅',
  numbers: Array.from({ length: 10 }, (_none, at) => `SG-2026-0001-1-${String(at + 1).padStart(3, '0')}`),
};
