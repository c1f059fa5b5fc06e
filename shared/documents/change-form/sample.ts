import { localDate } from '#shared/kernel/local-date.ts';
import { yuan, ZERO_FEN } from '#shared/kernel/money.ts';
import type { ChangeFormData } from './data.ts';

/** A change that never was. */
export const changeFormSample: ChangeFormData = {
  company: { name: '重庆江岸置业有限公司', project: '江岸云境二期' },
  kind: '付款方式变更',
  number: 'BG-2026-0012',
  subscription: 'RG-2026-0673',
  unit: '5-2-903',
  buyers: '刘俊杰、周敏',
  consultant: '罗静',
  askedBy: '罗静',
  askedOn: localDate('2026-11-16'),
  figures: [
    { name: '付款方式', before: '一次性付款', after: '商业按揭' },
    { name: '首期款', before: '2026-11-23　1,950,580.00', after: '2026-11-23　565,580.00' },
    { name: '商业贷款', before: '', after: '2026-12-23　1,440,000.00' },
  ],
  reason: '客户改用商业贷款，已向银行预审。',
  money: { received: yuan(50_000), toPay: ZERO_FEN, toReturn: ZERO_FEN, kept: ZERO_FEN },
  commission: '罗静的成交额 ¥2,005,580.00 不变，佣金不受影响',
  effects: ['付款计划重排，已收款项保留在新计划中', '认购书作废，收回后重新签发'],
  papers: ['RG-2026-0673（4 份在外）'],
  decisions: [
    {
      post: '销售经理',
      name: '杜建华',
      on: localDate('2026-11-17'),
      verdict: '批准',
      opinion: '同意，三日内换签认购书。',
    },
  ],
  effectiveOn: null,
};
