import { buildPrice } from '#shared/domain/pricing/build-up.ts';
import { area } from '#shared/kernel/area.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen, subtractFen, yuan } from '#shared/kernel/money.ts';
import type { SubscriptionBookData } from './data.ts';

const price = buildPrice({
  listPrice: fen(154_280_000),
  builtArea: area(9_873),
  innerArea: area(7_184),
  basis: 'innerArea',
  adjustments: [
    { kind: 'reduction', code: 'opening', label: '开盘专场优惠', amount: yuan(15_000) },
    { kind: 'percent', code: 'on-time', label: '按时签约折扣', ratePpm: 10_000 },
  ],
  order: 'reductionsPercentsAddOns',
  rounding: 'yuan',
});

const deposit = yuan(50_000);
const loan = yuan(1_050_000);

/**
 * A deal of people who do not exist: their identity numbers carry the area code 999999, which no place has, and their
 * phones the prefix 100, which no carrier has.
 */
export const subscriptionBookSample: SubscriptionBookData = {
  subscribedOn: localDate('2026-11-16'),
  project: { name: '江岸云境二期', address: '重庆市渝中区滨江路 188 号' },
  seller: {
    name: '重庆江岸置业有限公司',
    creditCode: '99999999MA00000000',
    address: '重庆市渝中区滨江路 188 号',
    phone: '023-00000000',
    representative: '程立群',
    qualification: '样本-0000000',
    agency: '',
  },
  buyers: [
    {
      name: '周琳',
      identityKind: 'identityCard',
      identityNumber: '999999198803120028',
      phone: '10000001861',
      address: '重庆市渝中区样本路 1 号 2 幢 301 室',
      sharePpm: 500_000,
      representative: '',
      agent: '',
    },
    {
      name: '郑浩',
      identityKind: 'identityCard',
      identityNumber: '999999198607050018',
      phone: '10000001862',
      address: '重庆市渝中区样本路 1 号 2 幢 301 室',
      sharePpm: 500_000,
      representative: '',
      agent: '',
    },
  ],
  unit: {
    building: '3 号楼',
    entrance: '2 单元',
    floorName: '17 层',
    roomNo: '1702 室',
    use: 'home',
    houseType: '三室两厅两卫',
    permit: '商品房预售许可证　渝中住建样（2026）预字第 000 号',
    surveyor: '样本测绘有限公司',
    builtArea: area(9_873),
    innerArea: area(7_184),
    sharedArea: area(2_689),
    basementArea: null,
    deliveryOn: localDate('2028-06-30'),
    encumbrances: '在建工程抵押，抵押权人已书面同意预售',
    attached: '',
  },
  price: {
    basis: 'innerArea',
    unitPrice: price.unitPrice ?? null,
    lines: price.lines.map(({ kind, label, ratePpm, amount, after }) => ({ kind, label, ratePpm, amount, after })),
    total: price.total,
  },
  plan: {
    kind: 'mortgage',
    name: '商业按揭首付三成',
    lines: [
      { item: 'deposit', amount: deposit, dueOn: localDate('2026-11-16'), inPrice: true },
      {
        item: 'firstPayment',
        amount: subtractFen(subtractFen(price.total, deposit), loan),
        dueOn: localDate('2026-11-25'),
        inPrice: true,
      },
      { item: 'commercialLoan', amount: loan, dueOn: localDate('2026-12-25'), inPrice: true },
    ],
  },
  deposit: {
    amount: deposit,
    dueOn: localDate('2026-11-16'),
    bank: '样本银行重庆渝中支行预售资金监管',
    account: '0000 0000 0000 0018',
  },
  signBy: localDate('2026-11-23'),
  signingPlace: '江岸云境销售中心合同室',
  refundDays: 15,
  annexes: ['该房屋平面图', '交付标准与样板房差异说明', '广告具体说明摘录'],
  copies: [
    { holder: '买受人', count: 1 },
    { holder: '出卖人', count: 2 },
    { holder: '财务', count: 1 },
  ],
  consultant: { name: '唐蕾', licence: '样 2026-001' },
  maker: '蒋雪梅',
  complaintPhone: '023-00000001',
};
