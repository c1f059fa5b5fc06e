import { localDate } from '#shared/kernel/local-date.ts';
import type { CollectNoticeData } from './data.ts';

/** A notice that nobody was sent. */
export const collectNoticeSample: CollectNoticeData = {
  company: {
    name: '重庆江岸置业有限公司',
    project: '江岸云境二期',
    address: '重庆市江北区江岸路 66 号售楼处',
    phone: '023-00006600',
  },
  contract: {
    number: 'HT-2026-0301',
    unit: '3栋-1-1802',
    buyers: '样本甲、样本乙',
    filingNumber: '渝网签2026112300301',
  },
  papers: ['买卖合同 1 份', '认购书 1 份'],
  collectBy: localDate('2026-12-18'),
  on: localDate('2026-12-03'),
  maker: '样本内勤',
};
