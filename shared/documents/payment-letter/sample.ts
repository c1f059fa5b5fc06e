import { localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan, ZERO_FEN } from '#shared/kernel/money.ts';
import type { OverdueDemandData, PaymentNoticeData, RescissionNoticeData } from './data.ts';

const letter = {
  issuedOn: localDate('2026-11-16'),
  seller: { name: '重庆江岸置业有限公司', phone: '023-00000000', address: '重庆市渝中区某路 1 号' },
  project: '江岸云境二期',
  maker: '田甜',
  buyers: [
    { name: '周琳', address: '重庆市江北区某街 18 号 3 单元 1201' },
    { name: '陈屿', address: '重庆市江北区某街 18 号 3 单元 1201' },
  ],
  subscription: { number: 'RG-2026-0018', subscribedOn: localDate('2026-06-16') },
  contract: { number: 'HT-2026-0012', signedOn: localDate('2026-06-23') },
  unit: '3-1-1802',
  permit: '预售许可证　渝住建委（2026）预字第 18 号',
  account: { name: '重庆江岸置业有限公司', bank: '中国建设银行重庆渝中支行', number: '5000 1234 5678 9012' },
  memo: 'HT-2026-0012 3-1-1802 周琳、陈屿',
};

/** A notice to people who do not exist. */
export const paymentNoticeSample: PaymentNoticeData = {
  ...letter,
  rows: [
    {
      position: 2,
      item: '首付款',
      dueOn: localDate('2026-10-31'),
      amount: yuan(400_000),
      paid: yuan(360_000),
      open: yuan(40_000),
      days: 16,
      penalty: fen(6400),
    },
    {
      position: 3,
      item: '分期款',
      dueOn: localDate('2026-11-30'),
      amount: yuan(320_000),
      paid: yuan(20_000),
      open: yuan(300_000),
      days: 0,
      penalty: ZERO_FEN,
    },
  ],
  price: yuan(1_282_600),
  showsLateFee: true,
  dueBy: localDate('2026-11-30'),
  history: [
    { receipt: 'SJ-2026-0101', item: '定金', receivedOn: localDate('2026-06-16'), amount: yuan(50_000) },
    { receipt: 'SJ-2026-0144', item: '首付款', receivedOn: localDate('2026-07-01'), amount: yuan(360_000) },
    { receipt: 'SJ-2026-0310', item: '分期款', receivedOn: localDate('2026-11-02'), amount: yuan(20_000) },
  ],
};

const late = {
  ...letter,
  rows: [
    {
      position: 2,
      item: '首付款',
      dueOn: localDate('2026-07-31'),
      amount: yuan(400_000),
      paid: yuan(360_000),
      open: yuan(40_000),
      days: 108,
      penalty: fen(64_800),
    },
  ],
  terms: { bandDays: 90, ratePpm: 100, laterRatePpm: 150 },
  lastPaidOn: localDate('2026-07-01'),
  service: '邮政快递，寄往合同所列通讯地址',
};

/** A demand to people who do not exist. */
export const overdueDemandSample: OverdueDemandData = { ...late, round: 2, dueBy: localDate('2026-11-30') };

/** A rescission of a contract that never was. */
export const rescissionNoticeSample: RescissionNoticeData = {
  ...late,
  dueBy: localDate('2026-12-15'),
  objectionDays: 90,
  demands: [
    { number: 'CK-2026-0003', arrivedOn: localDate('2026-09-02') },
    { number: 'CK-2026-0007', arrivedOn: localDate('2026-10-10') },
  ],
  price: yuan(1_282_600),
  received: yuan(410_000),
  claimPpm: 50_000,
  claimDays: 15,
};
