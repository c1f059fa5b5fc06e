import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import type { DayCloseData } from './data.ts';

/** A day that never was. */
export const dayCloseSample: DayCloseData = {
  day: localDate('2026-11-16'),
  company: { name: '重庆江岸置业有限公司', project: '江岸云境二期' },
  closed: { on: localDate('2026-11-16'), at: '20:41', by: '蒋雪梅' },
  closings: 1,
  figures: {
    calls: 18,
    firstVisits: 23,
    returnVisits: 9,
    locks: 14,
    subscriptions: { count: 4, amount: yuan(6_172_000) },
    cancelled: 1,
    contracts: { count: 2, amount: yuan(3_085_600) },
    receipts: { count: 9, amount: yuan(1_256_680) },
    voided: { count: 1, amount: yuan(50_000) },
    exchanged: { count: 1, amount: yuan(50_000) },
    refunds: { count: 1, amount: yuan(40_000) },
    refundInterest: { count: 0, amount: yuan(0) },
    refundsVoided: { count: 0, amount: yuan(0) },
    byMethod: [
      { method: 'transfer', count: 4, amount: yuan(1_056_680) },
      { method: 'card', count: 4, amount: yuan(190_000) },
      { method: 'cash', count: 1, amount: yuan(10_000) },
    ],
    papers: 15,
    prints: 21,
    reveals: 6,
    exports: 1,
    failedLogins: 2,
    entries: 486,
    late: 3,
  },
  head: { seq: 21_043, hash: '3f2a91bc5d7e0846a1c9f3027be4d85610fa2c7d93b84e6f5a0172c8d3e9b64f' },
};
