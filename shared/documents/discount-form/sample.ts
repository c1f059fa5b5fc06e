import { localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan, ZERO_FEN } from '#shared/kernel/money.ts';
import type { DiscountFormData } from './data.ts';

/** The discount of a deal that never was. */
export const discountFormSample: DiscountFormData = {
  company: { name: '重庆江岸置业有限公司', project: '江岸云境二期' },
  subscription: 'RG-2026-0018',
  unit: '3-1-1802',
  buyers: '周琳、陈屿',
  consultant: '唐蕾',
  plan: '商业按揭',
  askedBy: '唐蕾',
  askedOn: localDate('2026-11-16'),
  reason: '客户为老业主介绍，同时比较邻盘，当日可付定金。',
  listPrice: yuan(1_350_000),
  floorPrice: yuan(1_270_000),
  price: yuan(1_309_500),
  addOns: ZERO_FEN,
  belowListPpm: 30_000,
  lines: [
    { kind: '表价', label: '表价', ratePpm: null, amount: yuan(1_350_000), after: yuan(1_350_000) },
    { kind: '折扣', label: '老业主推荐', ratePpm: 10_000, amount: fen(-1_350_000), after: yuan(1_336_500) },
    { kind: '直减', label: '当日认购', ratePpm: null, amount: fen(-2_700_000), after: yuan(1_309_500) },
  ],
  bands: [
    { post: '置业顾问', fromPpm: 0, toPpm: 10_000, belowFloor: false, own: false },
    { post: '销售主管', fromPpm: 10_000, toPpm: 30_000, belowFloor: false, own: true },
    { post: '销售经理', fromPpm: 30_000, toPpm: 50_000, belowFloor: false, own: false },
    { post: '营销总监', fromPpm: 50_000, toPpm: 59_259, belowFloor: false, own: false },
    { post: '营销总监', fromPpm: 59_259, toPpm: null, belowFloor: true, own: false },
  ],
  decisions: [
    { post: '销售主管', name: '郑海', on: localDate('2026-11-16'), verdict: '批准', opinion: '同意，今日签认购书' },
  ],
  decideBy: null,
  validUntil: localDate('2026-11-23'),
};
