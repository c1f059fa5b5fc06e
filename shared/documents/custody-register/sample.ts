import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import type { CustodyRegisterData } from './data.ts';

const contract = { paper: 'saleContract' as const, number: 'HT-2026-0301', copyOf: 5 };
const book = { paper: 'subscriptionBook' as const, number: 'RG-2026-0018', copyOf: 4 };
const box = 'DA-2026-0003（档案室 A 柜 2 层）';

/** A contract that never was. */
export const custodyRegisterSample: CustodyRegisterData = {
  company: { name: '重庆江岸置业有限公司', project: '江岸云境二期' },
  contract: {
    number: 'HT-2026-0301',
    unit: '3栋-1-1802',
    buyers: '样本甲、样本乙',
    price: yuan(1_505_020),
    signedOn: localDate('2026-11-20'),
    state: '已备案',
    filingNumber: '渝网签2026112300301',
  },
  asOf: localDate('2026-12-03'),
  maker: '样本内勤',
  copies: [
    { ...contract, copyNo: 1, holder: 'buyer', place: 'buyer', where: '' },
    { ...contract, copyNo: 2, holder: 'seller', place: 'archive', where: box },
    { ...contract, copyNo: 3, holder: 'seller', place: 'lent', where: `样本财务，2026-12-08 归还；${box}` },
    { ...contract, copyNo: 4, holder: 'registry', place: 'registry', where: '' },
    { ...contract, copyNo: 5, holder: 'bank', place: 'warrants', where: '' },
    { ...book, copyNo: 1, holder: 'buyer', place: 'buyer', where: '' },
    { ...book, copyNo: 2, holder: 'seller', place: 'archive', where: box },
  ],
  moves: [
    {
      ...contract,
      copyNo: 1,
      on: localDate('2026-11-20'),
      at: '16:40',
      act: 'handOver',
      from: 'backOffice',
      to: 'warrants',
      giver: '样本内勤',
      taker: '样本权证',
      reason: '',
    },
    {
      ...contract,
      copyNo: 4,
      on: localDate('2026-11-23'),
      at: '10:15',
      act: 'handOver',
      from: 'warrants',
      to: 'registry',
      giver: '样本权证',
      taker: '登记窗口',
      reason: '备案申请',
    },
    {
      ...contract,
      copyNo: 2,
      on: localDate('2026-11-27'),
      at: '09:30',
      act: 'file',
      from: 'backOffice',
      to: 'archive',
      giver: '样本内勤',
      taker: '样本内勤',
      reason: '',
    },
    {
      ...contract,
      copyNo: 3,
      on: localDate('2026-12-01'),
      at: '14:05',
      act: 'lend',
      from: 'archive',
      to: 'lent',
      giver: '样本内勤',
      taker: '样本财务',
      reason: '核对付款条件和违约责任的约定，年度审计抽查这一笔',
    },
  ],
};
