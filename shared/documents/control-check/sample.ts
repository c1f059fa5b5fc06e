import { instantOf, localDate } from '#shared/kernel/local-date.ts';
import type { ControlCheckData } from './data.ts';

const day = localDate('2026-11-16');

/** A check that never was. */
export const controlCheckSample: ControlCheckData = {
  day,
  company: { name: '重庆江岸置业有限公司', project: '江岸云境二期' },
  run: { on: day, at: '20:30', by: '龚丽' },
  figures: {
    buildings: [
      { name: '1栋', counts: { signed: 96, paidUp: 41, drafting: 3, subscribed: 5, available: 11 } },
      { name: '2栋', counts: { signed: 22, subscribed: 9, held: 4, locked: 2, booked: 1, available: 112, frozen: 2 } },
      { name: '3栋', counts: { unreleased: 152, notForSale: 4 } },
    ],
    units: 464,
    subscriptions: 14,
    contracts: 162,
    claims: 6,
  },
  differences: [
    {
      unit: '2-1-1802',
      kind: 'board',
      field: '',
      expected: 'subscribed',
      found: 'available',
      records: 'RG-2026-0218',
      explanation: '网络中断时手工放号，已重新登记认购并通知顾问',
      by: '龚丽',
    },
    {
      unit: '2-2-503',
      kind: 'lapsed',
      field: '',
      expected: String(instantOf(day, 18 * 60)),
      found: 'held',
      records: '',
      explanation: '主机停机检修，开机后已自动释放',
      by: '蒋雪梅',
    },
    {
      unit: '1-1-101',
      kind: 'log',
      field: 'listPrice',
      expected: '128654300',
      found: '118654300',
      records: 'HT-2026-0131',
      explanation: '原因待查，已报系统管理员和审计，合同价不受影响',
      by: '蒋雪梅',
    },
  ],
  supervisor: { on: day, at: '20:41', by: '龚丽' },
  manager: { on: day, at: '20:52', by: '蒋雪梅' },
  head: { seq: 21_043, hash: '3f2a91bc5d7e0846a1c9f3027be4d85610fa2c7d93b84e6f5a0172c8d3e9b64f' },
};
