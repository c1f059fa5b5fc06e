import { localDate } from '#shared/kernel/local-date.ts';
import { yuan, ZERO_FEN } from '#shared/kernel/money.ts';
import type { DealLedgerData } from './data.ts';

const ways = { card: '刷卡', transfer: '转账' } as const;

/** The money of a deal that never was. */
export const dealLedgerSample: DealLedgerData = {
  asOf: localDate('2026-11-16'),
  company: '重庆江岸置业有限公司',
  project: '江岸云境二期',
  maker: '蒋雪梅',
  consultant: '唐蕾',
  subscription: 'RG-2026-0018',
  contract: 'HT-2026-0012',
  unit: '3-1-1802',
  buyers: ['周琳', '陈屿'],
  price: yuan(1_282_600),
  plan: '商业按揭',
  rows: [
    {
      contractDueOn: null,
      ...{ position: 1, item: '定金', dueOn: localDate('2026-06-16'), days: 0, age: 'notDue', loan: null },
      ...{ amount: yuan(50_000), paid: yuan(50_000), open: ZERO_FEN },
    },
    {
      contractDueOn: localDate('2026-06-30'),
      ...{ position: 2, item: '首付款', dueOn: localDate('2026-07-31'), days: 108, age: 'over90', loan: null },
      ...{ amount: yuan(332_600), paid: yuan(300_000), open: yuan(32_600) },
    },
    {
      contractDueOn: null,
      ...{ position: 3, item: '商业贷款', dueOn: localDate('2026-12-31'), days: 0, age: 'notDue' },
      loan: {
        ...{ kind: '商业贷款', lender: '中国建设银行重庆渝中支行', stands: '已批准' },
        expectedOn: localDate('2026-12-20'),
      },
      ...{ amount: yuan(900_000), paid: ZERO_FEN, open: yuan(900_000) },
    },
  ],
  receipts: [
    {
      ...{ on: localDate('2026-06-16'), number: 'SJ-2026-0031', item: '定金', lines: [1], payer: '周琳' },
      ...{ method: ways.card, reference: '06160018', amount: yuan(50_000), gone: '' },
    },
    {
      ...{ on: localDate('2026-07-30'), number: 'SJ-2026-0044', item: '首付款', lines: [2], payer: '周琳' },
      ...{ method: ways.transfer, reference: '2026073000417', amount: yuan(300_000), gone: '作废' },
    },
    {
      ...{ on: localDate('2026-07-31'), number: 'SJ-2026-0045', item: '首付款', lines: [2], payer: '陈屿' },
      ...{ method: ways.transfer, reference: '2026073100022', amount: yuan(300_000), gone: '' },
    },
  ],
  refunds: [
    {
      ...{ on: localDate('2026-08-05'), number: 'TK-2026-0003', payee: '陈屿', lender: '' },
      ...{ method: ways.transfer, reference: '2026080500108', amount: yuan(7_400), interest: yuan(36) },
    },
  ],
  kept: ZERO_FEN,
};
