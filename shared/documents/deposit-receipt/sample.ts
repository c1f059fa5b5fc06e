import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import type { DepositReceiptData } from './data.ts';

/** A receipt of people who do not exist. */
export const depositReceiptSample: DepositReceiptData = {
  receivedOn: localDate('2026-11-16'),
  company: { name: '重庆江岸置业有限公司', project: '江岸云境二期' },
  payers: ['周琳', '郑浩'],
  unit: '3 号楼 2 单元 1702 室',
  subscription: 'RG-2026-0018',
  item: 'deposit',
  lines: [{ content: '认购定金', amount: yuan(50_000) }],
  method: 'card',
  reference: '000000000018',
  account: '样本银行重庆渝中支行 0000 0000 0000 0018',
  cashier: '何静',
  checker: '',
  remark: '',
};
