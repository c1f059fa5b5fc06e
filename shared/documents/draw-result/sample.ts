import { localDate } from '#shared/kernel/local-date.ts';
import type { DrawResultData } from './data.ts';

/** A draw that never was. */
export const drawResultSample: DrawResultData = {
  company: { name: '重庆江岸置业有限公司', project: '江岸云境二期' },
  launch: { number: 'KP-2026-0002', name: '二批次开盘' },
  drawn: { on: localDate('2026-11-27'), at: '10:30', by: '蒋雪梅' },
  witness: '渝信公证处 李正',
  seed: '双色球 2026135 期：03 07 11 19 24 30 + 08',
  seedSource: '中国福利彩票网开奖公告',
  listHash: '9c1f04aa7be2d3516f80c2479e5db31a40f6872c5d19be03a8f47162cd95e3b0',
  example: { queueNo: 18, digest: '004be1720c93d5fa86e17b24c03f9d58a1e6240b7dc3859f12ae46d07b93c8f1' },
  result: Array.from({ length: 48 }, (_none, index) => ((index * 31 + 17) % 48) + 1),
};
