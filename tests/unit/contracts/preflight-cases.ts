import type { PreflightFacts } from '#shared/domain/contracts/preflight/facts.ts';
import type { FindingPlace, Problem } from '#shared/domain/contracts/preflight/findings.ts';
import { warrantyFloors } from '#shared/domain/contracts/presets.ts';
import { area } from '#shared/kernel/area.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';
import { contractBuyer, contractDraft } from '../../support/contract-builders.ts';

/** What is changed about a contract or the records. */
export type Case = {
  readonly draft?: Parameters<typeof contractDraft>[0];
  readonly facts?: Partial<PreflightFacts>;
};

type Failing = Case & { readonly problem: Problem; readonly place?: Partial<FindingPlace> };

const day = localDate;
const { annexes, fields, buyers } = contractDraft();
const [line, ...lines] = annexes.payments;
if (line === undefined) throw new Error('The sample has no payments');
const [first = contractBuyer(), second = contractBuyer()] = buyers;
const power = { coversSigning: true, validUntil: null };
const agent = {
  kind: 'entrusted',
  name: '周建国',
  identityKind: 'identityCard',
  identityNumber: '999999196001010011',
  address: '',
  phone: '',
  relation: '',
  power,
} as const;
const own = (text: string): Case => ({ draft: { annexes: { ownTerms: [text] } } });
const firstBuyer = (change: Parameters<typeof contractBuyer>[0]): Case => ({
  draft: { buyers: [{ ...first, ...change }, second] },
});
const certificate = {
  number: 'CX-0001',
  checkedOn: day('2026-11-18'),
  validUntil: null,
  name: first.name,
  identityNumber: first.identityNumber,
};
const cancelledContract = { number: 'HT-2026-0007', cancelledOn: day('2026-11-02') };

/** One case for each problem that the check can find in the data. */
export const failing: readonly Failing[] = [
  { problem: 'fieldOpen', draft: { fields: { structure: null } }, place: { at: 'field', field: 'structure' } },
  { problem: 'areasDiffer', draft: { fields: { sharedArea: area(2_691) } } },
  { problem: 'innerAboveBuilt', draft: { fields: { innerArea: area(9_874) } } },
  { problem: 'sharedAreaLarge', draft: { fields: { innerArea: area(6_000), sharedArea: area(3_873) } } },
  { problem: 'priceNotUnitTimesArea', draft: { fields: { unitPrice: yuan(21_000) } } },
  { problem: 'floorsDiffer', draft: { fields: { floorsTotal: 34 } } },
  { problem: 'floorOutside', draft: { fields: { floor: 34 } } },
  { problem: 'balconiesDiffer', draft: { fields: { balconies: 3 } } },
  { problem: 'storeyHeightUnusual', draft: { fields: { storeyHeight: 210 } } },
  { problem: 'paymentsNotPrice', draft: { annexes: { payments: lines } }, place: { at: 'annex', table: 'payments' } },
  { problem: 'paymentsNotInOrder', draft: { annexes: { payments: [...lines, line] } } },
  { problem: 'firstPercentDiffers', draft: { fields: { firstPercent: 300_000 } } },
  { problem: 'loanNotRest', draft: { fields: { loanAmount: yuan(1_000_000) } } },
  { problem: 'depositTwice', draft: { annexes: { payments: [line, line, ...lines] } } },
  { problem: 'depositTooHigh', draft: { fields: { deposit: yuan(302_505) } } },
  { problem: 'depositNotReceived', facts: { depositReceived: yuan(49_999) }, place: { at: 'receipts' } },
  { problem: 'priceOutsideBand', facts: { filedPrice: yuan(1_500_000) } },
  { problem: 'buildUpDiffers', facts: { builtUpPrice: yuan(1_500_000) } },
  { problem: 'loanIncomplete', draft: { fields: { loanKind: 'provident' } } },
  { problem: 'loanWithoutLoan', draft: { fields: { paymentMethod: 'once' } } },
  { problem: 'downPaymentLow', facts: { minimumDownPaymentPpm: 400_000 } },
  { problem: 'loanHigh', facts: { maximumLoanPpm: 600_000 } },
  { problem: 'accountIncomplete', draft: { fields: { accountName: null } } },
  { problem: 'accountDiffers', draft: { fields: { accountNumber: '0000 0000 0000 0019' } } },
  { problem: 'otherAccount', ...own('余款也可以汇入 6222 0000 0000 0001。') },
  { problem: 'permitMissing', facts: { permit: null } },
  {
    problem: 'permitLate',
    facts: { permit: { coversBuilding: true, validFromOn: day('2026-11-17'), validUntilOn: null, number: '1' } },
  },
  {
    problem: 'permitExpired',
    facts: {
      permit: { coversBuilding: true, validFromOn: day('2026-05-01'), validUntilOn: day('2026-11-22'), number: '1' },
    },
  },
  { problem: 'permitNumberDiffers', draft: { fields: { permitNumber: '别的许可证' } } },
  { problem: 'unitNotCovered', facts: { unitCovered: false }, place: { at: 'unit' } },
  {
    problem: 'otherPermit',
    ...own('本项目预售许可证为渝中住建样（2026）预字第 123 号。'),
    place: { at: 'annex', table: 'ownTerms' },
  },
  { problem: 'unitNotHeld', facts: { unitHeldForDeal: false } },
  { problem: 'unitSeized', facts: { encumbrance: 'seized' } },
  { problem: 'unitHasContract', facts: { otherContract: 'HT-2026-0002' } },
  { problem: 'mortgageNotTold', draft: { fields: { mortgageStatus: 'none' } } },
  { problem: 'mortgageNotRecorded', facts: { encumbrance: 'none' } },
  { problem: 'mortgageRowsMissing', draft: { annexes: { mortgages: [] } } },
  { problem: 'lenderConsentMissing', facts: { lenderConsent: null } },
  { problem: 'mortgageNotDischarged', facts: { dischargeBeforeSigning: true } },
  { problem: 'signingBeforeSubscription', draft: { signOn: day('2026-11-15') } },
  { problem: 'signingDayOver', facts: { today: day('2026-11-24') }, place: { at: 'project' } },
  { problem: 'firstDueBeforeSigning', draft: { fields: { firstDueOn: day('2026-11-22') } } },
  { problem: 'lastDueBeforeFirst', draft: { fields: { lastDueOn: day('2026-11-22') } } },
  { problem: 'deliveryNotAfterSigning', draft: { fields: { deliveryOn: day('2026-11-23') } } },
  { problem: 'deliveryAfterLandEnd', draft: { fields: { landEndsOn: day('2028-06-30') } } },
  { problem: 'paymentAfterDelivery', draft: { fields: { deliveryOn: day('2026-12-22') } } },
  { problem: 'landEndsSoon', draft: { fields: { landEndsOn: day('2050-01-01') } } },
  { problem: 'useNotOfLand', draft: { fields: { landUse: '商服用地' } } },
  { problem: 'paymentBandsDiffer', draft: { fields: { paymentLaterBandDays: 60 } } },
  { problem: 'deliveryBandsDiffer', draft: { fields: { deliveryLaterBandDays: 60 } } },
  { problem: 'deliveryBandLonger', draft: { fields: { deliveryBandDays: 180 } } },
  { problem: 'sellerRateLower', draft: { fields: { deliveryRate: 50 } } },
  { problem: 'laterRateLower', draft: { fields: { deliveryLaterRate: 50 } } },
  {
    problem: 'interestLow',
    draft: { fields: { qualityInterest: 48_999 } },
    place: { at: 'field', field: 'qualityInterest' },
  },
  { problem: 'noticeShort', draft: { fields: { noticeDays: 9 } } },
  { problem: 'filingLong', facts: { filingLimitDays: 20 } },
  { problem: 'certificateLong', draft: { fields: { certificateDays: 91 } } },
  { problem: 'areaRuleNotOfBasis', draft: { fields: { areaRule: 'built' } } },
  {
    problem: 'dimensionsMissing',
    draft: {
      fields: { priceBasis: 'perSet', areaRule: 'perSet' },
      annexes: { drawings: { ...annexes.drawings, tolerance: '' } },
    },
  },
  {
    problem: 'warrantyShort',
    draft: {
      annexes: { warranty: [...warrantyFloors.slice(1), { item: 'structure', label: '', unit: 'years', term: 50 }] },
    },
  },
  { problem: 'warrantyTermsMissing', draft: { fields: { plannedUse: 'commercial' } } },
  { problem: 'facilityNotAsOffered', draft: { fields: { heatingOffered: 'yes' } } },
  {
    problem: 'facilityBeforeSigning',
    draft: { annexes: { facilities: annexes.facilities.map((one) => ({ ...one, promisedOn: day('2026-11-01') })) } },
  },
  {
    problem: 'facilityWithoutDay',
    draft: { annexes: { facilities: annexes.facilities.map((one) => ({ ...one, promisedOn: null })) } },
  },
  {
    problem: 'facilityAfterPlanning',
    facts: { facilitiesDueOn: day('2028-06-29') },
    place: { at: 'annex', table: 'facilities' },
  },
  { problem: 'managementPapersMissing', draft: { annexes: { temporaryRules: false } } },
  { problem: 'managementPeriodWrong', draft: { fields: { managementFrom: day('2028-07-01') } } },
  { problem: 'managementNotRecorded', facts: { management: null }, place: { at: 'project' } },
  {
    problem: 'managementDiffers',
    draft: { fields: { managementFee: fen(300) } },
    place: { at: 'field', field: 'managementFee' },
  },
  { problem: 'arbitrationBodyMissing', draft: { fields: { disputeForum: 'arbitration' } } },
  { problem: 'courtAndArbitration', draft: { fields: { arbitrationBody: '重庆仲裁委员会' } } },
  { problem: 'buyerTwice', draft: { buyers: [first, first] }, place: { at: 'buyer', index: 1 } },
  { problem: 'buyerNumberWrong', ...firstBuyer({ identityNumber: '999999198803120029' }) },
  { problem: 'buyerAddressMissing', ...firstBuyer({ address: '' }) },
  { problem: 'minorWithoutAgent', ...firstBuyer({ birthOn: day('2008-11-24') }) },
  { problem: 'agentRelationMissing', ...firstBuyer({ agent: { ...agent, kind: 'statutory' } }) },
  { problem: 'companyWithoutRepresentative', ...firstBuyer({ kind: 'company' }) },
  { problem: 'sharesDiffer', ...firstBuyer({ sharePpm: 400_000 }) },
  { problem: 'ownershipNotOfBuyers', draft: { ownership: 'sole' } },
  { problem: 'buyerIsSeller', ...firstBuyer({ name: '重庆江岸置业有限公司' }) },
  { problem: 'eligibilityMissing', facts: { eligibilityNeeded: true }, place: { at: 'buyer', index: 0 } },
  {
    problem: 'eligibilityDiffers',
    ...firstBuyer({ eligibility: { ...certificate, identityNumber: '999999198803120036' } }),
    facts: { eligibilityNeeded: true },
    place: { at: 'buyer', index: 0 },
  },
  {
    problem: 'eligibilityExpired',
    ...firstBuyer({ eligibility: { ...certificate, validUntil: day('2026-11-22') } }),
    facts: { eligibilityNeeded: true },
  },
  { problem: 'powerNarrow', ...firstBuyer({ agent: { ...agent, power: { ...power, coversSigning: false } } }) },
  {
    problem: 'powerExpired',
    ...firstBuyer({ agent: { ...agent, power: { ...power, validUntil: day('2026-11-22') } } }),
  },
  { problem: 'holdersMissing', draft: { annexes: { holders: [{ holder: 'seller', count: 4 }] } } },
  { problem: 'drawingsMissing', draft: { annexes: { drawings: { ...annexes.drawings, sitePlan: false } } } },
  {
    problem: 'eligibilityNotAttached',
    facts: { eligibilityNeeded: true },
    place: { at: 'annex', table: 'eligibilityPapers' },
  },
  { problem: 'guaranteeMissing', draft: { fields: { guarantor: '样本担保有限公司' } } },
  {
    problem: 'sharedPartsDiffer',
    draft: { annexes: { commonParts: [{ part: '大堂', place: '', area: area(100), apportioned: true }] } },
  },
  { problem: 'placeholderLeft', ...own('车位号待定。'), place: { at: 'annex', table: 'ownTerms' } },
  { problem: 'clauseVoid', ...own('因政府原因造成逾期交付的，出卖人不承担责任。') },
  { problem: 'clauseWeak', ...own('本补充协议的最终解释权归出卖人。') },
  { problem: 'templateNotActive', facts: { templateActive: false } },
  { problem: 'fitOutMissing', draft: { fields: { fitOutTotal: fen(1) }, annexes: { fitOut: [] } } },
  {
    problem: 'fitOutIncomplete',
    draft: {
      fields: { fitOutTotal: fen(1), fitOutUnitPrice: fields.unitPrice },
      annexes: { fitOut: annexes.fitOut.filter((one) => one.place !== 'bath') },
    },
  },
  { problem: 'maintenanceFundOpen', facts: { maintenanceFund: { asked: true, paid: false } } },
  { problem: 'weightyTermsNotShown', facts: { weightyTermsShown: false } },
  { problem: 'replacedNotNamed', facts: { cancelledContract } },
  {
    problem: 'replacedNotCancelled',
    draft: { replaces: { number: cancelledContract.number, cancelledOn: null } },
    facts: { cancelledContract },
  },
];
