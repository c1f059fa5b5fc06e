import { localDate } from '#shared/kernel/local-date.ts';
import { yuan, ZERO_FEN } from '#shared/kernel/money.ts';
import type { ReceivablesListData } from './data.ts';

/** What is still owed of a deal that never was. */
export const receivablesListSample: ReceivablesListData = {
  asOf: localDate('2026-11-16'),
  seller: { name: '重庆江岸置业有限公司', phone: '023-00000000' },
  project: '江岸云境二期',
  consultant: '唐蕾',
  subscription: 'RG-2026-0018',
  contract: 'HT-2026-0012',
  unit: '3-1-1802',
  buyers: ['周琳', '陈屿'],
  account: { name: '重庆江岸置业有限公司', bank: '中国建设银行重庆渝中支行', number: '5000 1234 5678 9012' },
  rows: [
    {
      contractDueOn: null,
      ...{ position: 1, item: '定金', dueOn: localDate('2026-06-16'), days: 0, loan: false },
      ...{ amount: yuan(50_000), paid: yuan(50_000), open: ZERO_FEN },
    },
    {
      contractDueOn: localDate('2026-06-30'),
      ...{ position: 2, item: '首付款', dueOn: localDate('2026-07-31'), days: 108, loan: false },
      ...{ amount: yuan(332_600), paid: yuan(292_600), open: yuan(40_000) },
    },
    {
      contractDueOn: null,
      ...{ position: 3, item: '商业贷款', dueOn: localDate('2026-12-31'), days: 0, loan: true },
      ...{ amount: yuan(900_000), paid: ZERO_FEN, open: yuan(900_000) },
    },
  ],
};
