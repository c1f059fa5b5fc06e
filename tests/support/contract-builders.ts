import type { DraftFacts } from '#shared/domain/contracts/make-draft.ts';
import type { ContractBuyer, ContractSeller } from '#shared/domain/contracts/parties.ts';
import type { PreflightFacts } from '#shared/domain/contracts/preflight/facts.ts';
import { defaultPlanTemplates } from '#shared/domain/plans/defaults.ts';
import { expandPlan } from '#shared/domain/plans/expand.ts';
import type { PlanKind } from '#shared/domain/plans/states.ts';
import { area } from '#shared/kernel/area.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

/** Invented buyers: area code 999999 is no place, prefix 100 no carrier. */
export function contractBuyer(change: Partial<ContractBuyer> = {}): ContractBuyer {
  return {
    customerId: 1,
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
    sharePpm: 1_000_000,
    agent: null,
    ...change,
  };
}

const seller: ContractSeller = {
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
};

const subscribedOn = localDate('2026-11-16');
const signOn = localDate('2026-11-23');
const price = fen(151_252_200);
const deposit = yuan(50_000);

/** What the records say of a deal: a home of 98.73 m² sold by inner area, paid in the given way. */
export function draftFacts(planKind: PlanKind = 'mortgage', change: Partial<DraftFacts> = {}): DraftFacts {
  const template = defaultPlanTemplates.find((one) => one.kind === planKind);
  if (template === undefined) throw new Error(`No plan of kind ${planKind}`);
  return {
    edition: 'HT-1',
    project: { name: '江岸云境二期', address: '重庆市渝中区滨江路 188 号' },
    subscription: { number: 'RG-2026-0018', subscribedOn },
    signOn,
    signingPlace: '江岸云境销售中心合同室',
    seller,
    buyers: [contractBuyer()],
    unit: {
      use: 'home',
      building: '3 号楼',
      entrance: '2 单元',
      floor: 17,
      roomNo: '1702',
      builtArea: area(9_873),
      innerArea: area(7_184),
      sharedArea: area(2_689),
    },
    building: { deliveryOn: localDate('2028-06-30'), mortgaged: false, lenderConsentOn: null },
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
      kind: planKind,
      lines: expandPlan(template, price, { subscription: subscribedOn, signing: signOn, deposit }),
    },
    office: {},
    carried: { fields: {}, annexes: {} },
    drafter: '蒋雪梅',
    ...change,
  };
}

/** Records with which a contract of {@link draftFacts} passes the check. */
export function preflightFacts(change: Partial<PreflightFacts> = {}): PreflightFacts {
  return {
    today: signOn,
    permit: {
      coversBuilding: true,
      validFromOn: localDate('2026-05-01'),
      validUntilOn: null,
      number: '渝中住建样（2026）预字第 000 号',
    },
    encumbrance: 'none',
    lenderConsent: null,
    dischargeBeforeSigning: false,
    unitHeldForDeal: true,
    otherContract: null,
    listPrice: fen(154_280_000),
    filedPrice: fen(154_280_000),
    filedBand: { belowPpm: 150_000, abovePpm: 0 },
    builtUpPrice: price,
    totalRounded: true,
    supervisedAccount: { bank: '样本银行重庆渝中支行', name: '重庆江岸置业有限公司', number: '0000 0000 0000 0018' },
    depositReceived: deposit,
    depositCapPpm: 200_000,
    minimumDownPaymentPpm: 150_000,
    maximumLoanPpm: 850_000,
    referencePpm: 49_000,
    filingLimitDays: 30,
    eligibility: { needed: false, passedFor: [] },
    maintenanceFund: { asked: false, paid: false },
    templateActive: true,
    weightyTermsShown: true,
    renderedPages: null,
    cancelledContract: null,
    ...change,
  };
}
