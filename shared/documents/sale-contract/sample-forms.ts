import type { ContractAnnexes } from '#shared/domain/contracts/annexes.ts';
import { changedDraft } from '#shared/domain/contracts/change-draft.ts';
import type { FieldValues } from '#shared/domain/contracts/fields/catalogue.ts';
import { type DraftFacts, draftContract } from '#shared/domain/contracts/make-draft.ts';
import { type ContractForm, isExisting } from '#shared/domain/contracts/text/forms.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import { defaultPlanTemplates } from '#shared/domain/plans/defaults.ts';
import { expandPlan } from '#shared/domain/plans/expand.ts';
import type { PlanKind } from '#shared/domain/plans/states.ts';
import { area } from '#shared/kernel/area.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, yuan } from '#shared/kernel/money.ts';
import type { SaleContractData } from './data.ts';
import { contractSampleFacts, saleContractSample } from './sample.ts';

/** What a deal of a form is about, and what its people fill in. */
type Deal = {
  readonly unit: Partial<DraftFacts['unit']>;
  readonly priceBasis: DraftFacts['priceBasis'];
  readonly price: Fen;
  readonly deposit: Fen;
  readonly planKind: PlanKind;
  readonly carried: Partial<FieldValues>;
  readonly typed: Partial<FieldValues>;
  readonly annexes: Partial<ContractAnnexes>;
};

const warrantyTerms = '出卖人对屋面、外墙、墙地面、门窗、管线和设备按上表期限免费维修，接到报修后派人到场';

const home: Deal = {
  unit: {},
  priceBasis: 'innerArea',
  price: contractSampleFacts.price,
  deposit: contractSampleFacts.deposit,
  planKind: 'mortgage',
  carried: {},
  typed: {
    lender: '样本银行重庆渝中支行',
    airStandardName: '《民用建筑工程室内环境污染控制标准》',
    soundStandardName: '《民用建筑隔声设计规范》',
  },
  annexes: {},
};

const shop: Deal = {
  unit: {
    use: 'shop',
    building: '商业楼',
    entrance: '',
    floor: 1,
    roomNo: '106',
    builtArea: area(6_240),
    innerArea: area(4_680),
    sharedArea: area(1_560),
  },
  priceBasis: 'builtArea',
  price: fen(218_400_000),
  deposit: yuan(100_000),
  planKind: 'instalment',
  carried: {
    landUse: '商服用地',
    landEndsOn: localDate('2065-03-17'),
    floorsTotal: 5,
    floorsAbove: 3,
    floorsBelow: 2,
    storeyHeight: 480,
    balconies: 0,
    balconiesEnclosed: 0,
    balconiesOpen: 0,
  },
  typed: {
    airStandardName: '《民用建筑工程室内环境污染控制标准》',
    powerSupply: '40 千瓦',
    floorLoad: '每平方米 3.5 千牛',
    exhaust: '预留排油烟竖井，出屋面',
    signPlace: '门楣上方统一位置',
    openingHours: '每日 7 时至 23 时',
  },
  annexes: {
    warrantyTerms,
    commonParts: [],
    mortgages: [],
    fitOut: [
      {
        place: 'exterior',
        item: '外墙、门头',
        material: '干挂石材，预留店招龙骨',
        brand: '国产',
        specification: '临街面',
      },
      { place: 'bath', item: '卫生间', material: '预留给排水接口，地面防水层', brand: '—', specification: '1 处' },
      {
        place: 'pipes',
        item: '给排水、排油烟',
        material: 'PP-R 给水，U-PVC 排水，竖井到顶',
        brand: '国产',
        specification: '入户',
      },
      {
        place: 'windows',
        item: '橱窗',
        material: '铝合金框，钢化夹胶玻璃',
        brand: '国产',
        specification: '8+1.14PVB+8',
      },
      { place: 'doors', item: '门', material: '钢化玻璃地弹门', brand: '国产', specification: '2 樘' },
      {
        place: 'other',
        item: '室内墙面、顶面、地面',
        material: '水泥砂浆找平，不做面层',
        brand: '—',
        specification: '全部',
      },
    ],
  },
};

const space: Deal = {
  unit: {
    use: 'parking',
    building: '地下停车库',
    entrance: '',
    floor: -2,
    roomNo: 'B2-118',
    builtArea: area(3_426),
    innerArea: area(1_272),
    sharedArea: area(2_154),
  },
  priceBasis: 'perSet',
  price: yuan(168_000),
  deposit: yuan(10_000),
  planKind: 'lumpSum',
  carried: {
    landUse: '城镇住宅用地',
    floorsTotal: 2,
    floorsAbove: 0,
    floorsBelow: 2,
    spaceKind: 'plane',
    spaceLength: 530,
    spaceWidth: 240,
    spaceHeight: 220,
    spaceFee: yuan(80),
  },
  typed: {},
  annexes: {
    warrantyTerms: '出卖人对地面、墙顶面的渗漏和照明、通风、消防等设备按上表期限免费维修',
    commonParts: [],
    mortgages: [],
    drawings: {
      floorPlan: true,
      sitePlan: true,
      dimensions: true,
      scale: '1:100',
      tolerance: '±2%，净高不低于 2.20 米',
    },
    fitOut: [
      { place: 'other', item: '地面', material: '环氧地坪，划线编号', brand: '国产', specification: '全部' },
      { place: 'other', item: '充电', material: '预留充电桩管线', brand: '—', specification: '7 千瓦' },
    ],
  },
};

const ofForms: Readonly<Record<Exclude<ContractForm, 'presaleHome'>, Deal>> = {
  existingHome: home,
  presaleCommercial: shop,
  existingCommercial: shop,
  presaleParking: space,
  existingParking: space,
};

/** What the records say of a house that stands: its papers, the day, the account, who manages it. */
const built = {
  permits: contractSampleFacts.permits.filter(({ kind }) => kind !== 'preSalePermit'),
  saleBasis: { kind: 'completionFiling', number: '渝中竣备样（2026）第 000 号' },
  building: { deliveryOn: localDate('2026-12-31'), mortgaged: false, lenderConsentOn: null },
} as const satisfies Partial<DraftFacts>;

/** What the records say of the sample's deal in a form. */
export function sampleFactsOf(form: Exclude<ContractForm, 'presaleHome'>): DraftFacts {
  const { unit, priceBasis, price, deposit, planKind, carried } = ofForms[form];
  const { subscription, signOn, management } = contractSampleFacts;
  const template = defaultPlanTemplates.find((one) => one.kind === planKind);
  const days = { subscription: subscription.subscribedOn, signing: signOn, deposit };
  const existing = isExisting(form);
  return {
    ...contractSampleFacts,
    building: { ...contractSampleFacts.building, mortgaged: false, lenderConsentOn: null },
    ...(existing ? built : {}),
    text: contractTextOf(form),
    unit: { ...contractSampleFacts.unit, ...unit, surveyor: existing ? '样本测绘有限公司' : '' },
    priceBasis,
    price,
    deposit,
    plan: { kind: planKind, lines: template === undefined ? [] : expandPlan(template, price, days) },
    carried: {
      fields: {
        ...contractSampleFacts.carried.fields,
        saleBasisAuthority: '重庆市渝中区住房和城乡建设委员会（样本）',
        ...carried,
      },
      annexes: { ...contractSampleFacts.carried.annexes, mortgages: [], mortgageTerms: '' },
    },
    offers: { heating: false, gas: form === 'existingHome' },
    management: management === null || !existing ? management : { ...management, from: localDate('2026-12-01') },
  };
}

const payee = { payeeBank: '样本银行重庆渝中支行', payeeNumber: '0000 0000 0000 0026' };

/** The deal of the sample as a contract of a form, with some fields and annexes changed. */
function sampleOf(
  form: Exclude<ContractForm, 'presaleHome'>,
  fields: Partial<FieldValues> = {},
  annexes: Partial<ContractAnnexes> = {},
): SaleContractData {
  const deal = ofForms[form];
  const drafted = draftContract(sampleFactsOf(form));
  const changed = changedDraft(drafted, { ...deal.typed, ...(isExisting(form) ? payee : {}), ...fields });
  return {
    draft: { ...changed, annexes: { ...changed.annexes, ...deal.annexes, ...annexes } },
    text: contractTextOf(form),
    maker: saleContractSample.maker,
  };
}

/** A contract of each form beside the sample's own, and one of a home that is let. */
export const saleContractVariants = {
  existingHome: sampleOf('existingHome'),
  existingHomeLet: sampleOf(
    'existingHome',
    {
      leaseStatus: 'leased',
      leaseTenant: '样本商贸有限公司',
      leaseFrom: localDate('2026-01-01'),
      leaseTo: localDate('2027-12-31'),
      rentGoesTo: 'buyer',
    },
    {
      tenantWaivers: [
        {
          tenant: '样本商贸有限公司',
          notifiedOn: localDate('2026-10-30'),
          answer: 'waived',
          answeredOn: localDate('2026-11-05'),
          attached: true,
        },
      ],
    },
  ),
  presaleCommercial: sampleOf('presaleCommercial'),
  existingCommercial: sampleOf('existingCommercial'),
  presaleParking: sampleOf('presaleParking'),
  existingParking: sampleOf('existingParking'),
} as const satisfies Readonly<Record<string, SaleContractData>>;
