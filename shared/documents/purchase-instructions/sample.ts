import { settingAsOf } from '#shared/domain/settings/registry.ts';
import { subscriptionBookSample } from '../subscription-book/sample.ts';
import type { PurchaseInstructionsData } from './data.ts';

const { subscribedOn, project, seller, unit, deposit, signBy, signingPlace, refundDays, consultant, buyers } =
  subscriptionBookSample;

/** The instructions that go with the sample of a subscription book. */
export const purchaseInstructionsSample: PurchaseInstructionsData = {
  subscription: 'RG-2026-0018',
  subscribedOn,
  project: project.name,
  seller: { name: seller.name, phone: seller.phone, address: seller.address },
  buyers: buyers.map(({ name }) => name).join('、'),
  consultant: consultant.name,
  unit: { label: '3-2-1702', use: unit.use, permit: unit.permit, deliveryOn: unit.deliveryOn },
  shown: [
    '国有土地使用权证 样本-001',
    '建设用地规划许可证 样本-002',
    '建设工程规划许可证 样本-003',
    '建筑工程施工许可证 样本-004',
    '商品房预售许可证 渝中住建样（2026）预字第 000 号',
    '商品房买卖合同示范文本',
    '一房一价公示表',
    '房屋平面图和测绘报告',
    '临时管理规约和前期物业服务合同',
  ],
  deposit: deposit.amount,
  graceDays: 1,
  signBy,
  place: signingPlace,
  borrows: true,
  filingDays: 30,
  refundDays,
  account: { bank: deposit.bank, number: deposit.account },
  encumbrances: unit.encumbrances,
  texts: {
    ...settingAsOf([], 'purchaseInstructions', subscribedOn),
    sampleFlat: '样板房与所售房屋的户型相同；家具、软装和可移动电器不在交付范围，交付标准列入合同附件六。',
    disadvantages: '项目北侧 80 米为城市主干道，夜间有交通噪声；东侧围墙外设有 10 千伏开闭所和垃圾收集点。',
  },
};
