import type { ContractAnnexes } from '#shared/domain/contracts/annexes.ts';
import { changedDraft } from '#shared/domain/contracts/change-draft.ts';
import type { FieldValues } from '#shared/domain/contracts/fields/catalogue.ts';
import { type DraftFacts, draftContract } from '#shared/domain/contracts/make-draft.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import { defaultPlanTemplates } from '#shared/domain/plans/defaults.ts';
import { expandPlan } from '#shared/domain/plans/expand.ts';
import { area } from '#shared/kernel/area.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';
import type { SaleContractData } from './data.ts';

const subscribedOn = localDate('2026-11-16');
const signOn = localDate('2026-11-23');
const deliveryOn = localDate('2028-06-30');
const price = fen(151_252_200);
const deposit = yuan(50_000);
const mortgage = defaultPlanTemplates.filter((one) => one.kind === 'mortgage');

/** What every contract of the building says of land, house and management. */
const carriedFields: Partial<FieldValues> = {
  landMode: 'granted',
  landPlace: '重庆市渝中区滨江路 188 号',
  landDocument: 'titleCertificate',
  landArea: area(3_862_150),
  landUse: '城镇住宅用地',
  landEndsOn: localDate('2095-03-17'),
  approvedProjectName: '江岸云境二期',
  permitAuthority: '重庆市渝中区住房和城乡建设委员会（样本）',
  structure: '钢筋混凝土剪力墙',
  floorsTotal: 35,
  floorsAbove: 33,
  floorsBelow: 2,
  surveyor: '样本测绘有限公司',
  storeyHeight: 300,
  balconies: 2,
  balconiesEnclosed: 0,
  balconiesOpen: 2,
  parkingOwnership: '地下车位按相关证照确定，首先满足业主需要',
  clubhouse: '不设会所',
};

const carriedAnnexes: Partial<ContractAnnexes> = {
  drawings: { floorPlan: true, sitePlan: true, dimensions: true, scale: '1:100', tolerance: '±2%' },
  commonParts: [
    { part: '门厅、大堂', place: '3 号楼首层', area: area(412), apportioned: true },
    { part: '楼梯间、电梯井、走道', place: '3 号楼各层', area: area(1_893), apportioned: true },
    { part: '设备用房、管道井', place: '3 号楼负一层及屋面', area: area(384), apportioned: true },
    { part: '人防工程', place: '地下二层', area: null, apportioned: false },
    { part: '物业服务用房', place: '1 号楼二层', area: null, apportioned: false },
  ],
  mortgages: [
    {
      kind: 'workInProgress',
      mortgagor: '重庆江岸置业有限公司',
      mortgagee: '样本银行重庆分行',
      registry: '重庆市不动产登记中心（样本）',
      registeredOn: localDate('2025-12-08'),
      debtTerm: '至 2028\u00a0年\u00a012\u00a0月\u00a07\u00a0日',
      consentOn: localDate('2026-05-06'),
      dischargeBy: localDate('2028-05-31'),
    },
  ],
  mortgageTerms: '出卖人以监管资金之外的资金清偿相应债务后，由抵押权人出具解除抵押的证明',
  fitOut: [
    { place: 'exterior', item: '墙面', material: '真石漆', brand: '国产', specification: '建筑外墙' },
    { place: 'living', item: '内墙', material: '水泥砂浆找平', brand: '—', specification: '全部' },
    { place: 'living', item: '顶棚', material: '原浆混凝土面', brand: '—', specification: '全部' },
    { place: 'living', item: '地面', material: '混凝土结构面', brand: '—', specification: '全部' },
    { place: 'kitchen', item: '墙面、地面', material: '水泥砂浆，地面防水层', brand: '—', specification: '全部' },
    { place: 'bath', item: '墙面、地面', material: '水泥砂浆，墙地面防水层', brand: '—', specification: '2 间' },
    { place: 'balcony', item: '栏板', material: '钢化夹胶玻璃栏板', brand: '国产', specification: '净高 1.10 米' },
    { place: 'lift', item: '电梯', material: '乘客电梯', brand: '样本牌', specification: '3 台，2.5 米/秒' },
    { place: 'pipes', item: '给排水', material: 'PP-R 给水，U-PVC 排水', brand: '国产', specification: '入户' },
    { place: 'windows', item: '外窗', material: '断桥铝合金中空玻璃', brand: '国产', specification: '5+12A+5' },
    { place: 'doors', item: '入户门', material: '甲级防火防盗门', brand: '国产', specification: '1 樘' },
  ],
  managementContract: true,
  temporaryRules: true,
};

/** A deal of people who do not exist, as the records know it; see the sample of the subscription book. */
export const contractSampleFacts: DraftFacts = {
  text: contractTextOf('presaleHome'),
  edition: 'HT-1',
  project: { name: '江岸云境二期', address: '重庆市渝中区滨江路 188 号' },
  subscription: { number: 'RG-2026-0018', subscribedOn },
  signOn,
  signingPlace: '江岸云境销售中心合同室',
  seller: {
    name: '重庆江岸置业有限公司',
    address: '重庆市渝中区滨江路 188 号',
    postcode: '400010',
    licence: '99999999MA00000000',
    qualification: '样本-0000000',
    representative: '程立群',
    phone: '023-00000000',
    agent: '',
    agentPhone: '',
    agency: '',
    agencyRecord: '',
  },
  buyers: [
    {
      customerId: null,
      name: '周琳',
      kind: 'person',
      nationality: '中国',
      residence: '重庆',
      identityKind: 'identityCard',
      identityNumber: '999999198803120028',
      birthOn: localDate('1988-03-12'),
      sex: 'female',
      address: '重庆市渝中区样本路 1 号 2 幢 301 室',
      postcode: '400010',
      phone: '10000001861',
      email: '',
      representative: '',
      sharePpm: 500_000,
      agent: null,
      eligibility: null,
    },
    {
      customerId: null,
      name: '郑浩',
      kind: 'person',
      nationality: '中国',
      residence: '重庆',
      identityKind: 'identityCard',
      identityNumber: '999999198607050018',
      birthOn: localDate('1986-07-05'),
      sex: 'male',
      address: '重庆市渝中区样本路 1 号 2 幢 301 室',
      postcode: '400010',
      phone: '10000001862',
      email: '',
      representative: '',
      sharePpm: 500_000,
      agent: null,
      eligibility: null,
    },
  ],
  unit: {
    use: 'home',
    building: '3 号楼',
    entrance: '2 单元',
    floor: 17,
    roomNo: '1702',
    builtArea: area(9_873),
    innerArea: area(7_184),
    sharedArea: area(2_689),
    surveyor: '',
  },
  saleBasis: null,
  building: { deliveryOn, mortgaged: true, lenderConsentOn: localDate('2026-05-06') },
  permits: [
    { kind: 'preSalePermit', number: '渝中住建样（2026）预字第 000 号' },
    { kind: 'landUseRight', number: '渝（2025）样不动产权第 000000 号' },
    { kind: 'constructionPlanning', number: '建字第样 000000 号' },
    { kind: 'constructionPermit', number: '样 0000000000' },
  ],
  account: { bank: '样本银行重庆渝中支行', name: '重庆江岸置业有限公司', number: '0000 0000 0000 0018' },
  priceBasis: 'innerArea',
  price,
  deposit,
  plan: {
    kind: 'mortgage',
    lines: mortgage.flatMap((one) => expandPlan(one, price, { subscription: subscribedOn, signing: signOn, deposit })),
  },
  office: {},
  carried: { fields: carriedFields, annexes: carriedAnnexes },
  drafter: '蒋雪梅',
  replaces: null,
  purchaseLimited: false,
  management: {
    company: '样本物业服务有限公司',
    from: localDate('2028-06-01'),
    to: localDate('2031-05-31'),
    feeKind: 'lumpSum',
    fee: fen(280),
  },
  offers: { heating: false, gas: true },
};

const draft = changedDraft(draftContract(contractSampleFacts), {
  lender: '样本银行重庆渝中支行',
  airStandardName: '《民用建筑工程室内环境污染控制标准》',
  soundStandardName: '《民用建筑隔声设计规范》',
});

/** The deal of the sample as a contract. */
export const saleContractSample: SaleContractData = {
  draft: {
    ...draft,
    annexes: {
      ...draft.annexes,
      burdens: [{ item: '检修口', place: '主卫生间吊顶', effect: '检修上层排水管时需要打开' }],
      ownTerms: [
        '买受人变更通讯地址或者联系电话的，可以到销售中心书面登记，当日生效。',
        '出卖人就该商品房提供的样板房仅用于展示，与附件六不一致的部分已在交付标准差异说明中列明，由双方签字确认。',
      ],
    },
  },
  text: contractTextOf('presaleHome'),
  maker: '蒋雪梅',
};
