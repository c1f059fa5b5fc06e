import { localDate } from '#shared/kernel/local-date.ts';
import type { RulingSlipData } from './data.ts';

/** A conflict that never was. */
export const rulingSlipSample: RulingSlipData = {
  company: { name: '重庆江岸置业有限公司', project: '江岸云境二期' },
  number: 'PK-2026-0003',
  customer: '周*',
  reason: '同一家庭',
  note: '夫妻先后到访，第二次未说明已来过。',
  openedBy: '唐蕾',
  openedAt: '2026-11-16 10:32',
  parties: [
    {
      ...{ name: '唐蕾', post: '置业顾问', claim: '11 月 1 日首次接待其配偶，已约复访' },
      ...{ registeredOn: localDate('2026-11-01'), protectedUntil: localDate('2026-11-23') },
    },
    {
      ...{ name: '罗静', post: '置业顾问', claim: '11 月 12 日轮排接待，客户称首次来访' },
      ...{ registeredOn: localDate('2026-11-12'), protectedUntil: localDate('2026-11-19') },
    },
  ],
  timeline: [
    { at: '2026-11-01 14:05', kind: '来访', by: '唐蕾', counted: true },
    { at: '2026-11-05 09:40', kind: '跟进', by: '唐蕾', counted: false },
    { at: '2026-11-08 16:20', kind: '跟进', by: '唐蕾', counted: true },
    { at: '2026-11-12 11:15', kind: '来访', by: '罗静', counted: true },
  ],
  rule: '先登记且在保护期内者为归属人（归属规则第 3 条）',
  proposal: '归 唐蕾',
  ruling: '分业绩：唐蕾 60%、罗静 40%',
  departed: true,
  grounds: '罗静接待前已按规定询问，促成客户复访。',
  effect: '客户归份额最大的 唐蕾，保护期自判定日起算；业绩按份额分',
  appealUntil: '2026-11-18 17:05',
  appeal: null,
  decidedBy: '陈立群',
  decidedAt: '2026-11-16 17:05',
};

/** The same conflict, whose ruling a party appealed against. */
export const appealedRulingSample: RulingSlipData = {
  ...rulingSlipSample,
  appealUntil: '',
  appeal: {
    ...{ by: '唐蕾', at: '2026-11-17 09:20', text: '罗静未询问是否首次来访，轮排记录可查。' },
    first: '分业绩：唐蕾 60%、罗静 40%（陈立群 2026-11-16 17:05）',
  },
  ...{ ruling: '归 唐蕾', departed: false, grounds: '轮排记录显示未按规定询问，改判。' },
  effect: '客户转到 唐蕾，保护期自判定日起算；业绩全归 唐蕾',
  ...{ decidedBy: '杜建华', decidedAt: '2026-11-17 15:40' },
};
