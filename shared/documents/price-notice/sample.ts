import { area } from '#shared/kernel/area.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';
import type { PriceNoticeData } from './data.ts';

const homes = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((floor) =>
  [1, 2, 3].map((room) => ({ floor, room, total: 1_180_000 + floor * 7_000 + room * 21_000 })),
);

/** A building that never was, with prices that nobody asks. */
export const priceNoticeSample: PriceNoticeData = {
  inForceOn: localDate('2026-12-01'),
  project: '江岸云境二期',
  building: '3栋',
  permit: '渝住建委（2026）预字第 999 号',
  seller: { name: '重庆江岸置业有限公司', hotline: '023-5550 0199' },
  complaints: '12315',
  basis: 'innerArea',
  land: [{ use: 'home', landUse: '城镇住宅用地', endsOn: localDate('2095-03-17') }],
  charges: [
    {
      kind: 'maintenanceFund',
      use: 'all',
      amount: yuan(80),
      per: 'squareMetre',
      from: localDate('2026-07-01'),
      note: '当地住宅专项维修资金管理办法',
    },
    { kind: 'registration', use: 'all', amount: yuan(80), per: 'case', from: null, note: '不动产登记收费标准' },
    {
      kind: 'propertyFee',
      use: 'all',
      amount: fen(280),
      per: 'squareMetreMonth',
      from: localDate('2026-09-01'),
      note: '前期物业服务合同',
    },
    { kind: 'agency', use: 'all', amount: yuan(500), per: 'case', from: localDate('2026-09-01'), note: '代办委托协议' },
  ],
  discounts: ['一次性付款优惠 2 %', '老业主推荐优惠 5,000.00 元'],
  rows: homes.map(({ floor, room, total }) => ({
    place: `1单元 ${floor}0${room}`,
    use: 'home',
    houseType: room === 1 ? 'A1 三室两厅' : 'B2 两室两厅',
    builtArea: area(room === 1 ? 11_850 : 9_215),
    innerArea: area(room === 1 ? 9_480 : 7_372),
    sharedArea: area(room === 1 ? 2_370 : 1_843),
    unitPrice: yuan(Math.round((total * 100) / (room === 1 ? 9_480 : 7_372))),
    filedPrice: yuan(total + 30_000),
    listPrice: yuan(total),
    state: floor === 2 ? '已售' : floor === 9 ? '未推出' : '可售',
  })),
};
