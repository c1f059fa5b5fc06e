import type { ContractAnnexes } from '../annexes.ts';
import type { FieldName } from '../fields/catalogue.ts';

/** Blocks the final print, or asks for a reason. */
export type FindingLevel = 'block' | 'warn';

/**
 * The rules of the check by their numbers in the specification of the contract. P02, which parses the printed capitals,
 * needs the paper; that it says what its data say is compared for papers of every kind.
 */
export const ruleCodes = [
  'P01',
  'P02',
  'P03',
  'P04',
  'P05',
  'P06',
  'P07',
  'P08',
  'P09',
  'P10',
  'P11',
  'P12',
  'P13',
  'P14',
  'P15',
  'P16',
  'P17',
  'P18',
  'P19',
  'P20',
  'P21',
  'P22',
  'P23',
  'P24',
  'P25',
  'P26',
  'P27',
  'P28',
  'P29',
  'P30',
  'P31',
  'P32',
  'P33',
  'P34',
  'P35',
  'P36',
  'P37',
] as const;
/** Number of a rule. */
export type RuleCode = (typeof ruleCodes)[number];
/** Rules over the data of a contract; the others need the finished paper. */
export type DataRuleCode = Exclude<RuleCode, 'P02'>;

const block = (rule: RuleCode) => ({ rule, level: 'block' }) as const;
const warn = (rule: RuleCode) => ({ rule, level: 'warn' }) as const;

/** Everything that can be wrong: the rule that says so, and how heavily it weighs. */
export const problems = {
  fieldOpen: block('P01'),
  capitalsDiffer: block('P02'),
  areasDiffer: block('P03'),
  innerAboveBuilt: block('P03'),
  sharedAreaLarge: warn('P03'),
  priceNotUnitTimesArea: block('P04'),
  floorsDiffer: block('P05'),
  floorOutside: block('P05'),
  balconiesDiffer: block('P05'),
  storeyHeightUnusual: warn('P05'),
  paymentsNotPrice: block('P06'),
  paymentsNotInOrder: block('P06'),
  firstPercentDiffers: block('P06'),
  loanNotRest: block('P06'),
  depositTwice: block('P06'),
  depositTooHigh: block('P07'),
  depositNotReceived: block('P07'),
  priceOutsideBand: block('P08'),
  buildUpDiffers: block('P08'),
  loanIncomplete: block('P09'),
  loanWithoutLoan: block('P09'),
  downPaymentLow: block('P10'),
  loanHigh: warn('P10'),
  accountIncomplete: block('P11'),
  accountDiffers: block('P11'),
  otherAccount: block('P11'),
  payeeNotSeller: block('P11'),
  permitMissing: block('P12'),
  unitNotCovered: block('P12'),
  permitLate: block('P12'),
  permitExpired: block('P12'),
  permitNumberDiffers: block('P12'),
  otherPermit: block('P12'),
  formChanged: block('P12'),
  saleBasisMissing: block('P12'),
  saleBasisLate: block('P12'),
  saleBasisDiffers: block('P12'),
  unitNotHeld: block('P13'),
  unitSeized: block('P13'),
  unitHasContract: block('P13'),
  mortgageNotTold: block('P14'),
  mortgageNotRecorded: block('P14'),
  mortgageRowsMissing: block('P14'),
  lenderConsentMissing: block('P14'),
  mortgageNotDischarged: block('P14'),
  signingBeforeSubscription: block('P15'),
  signingDayOver: block('P15'),
  firstDueBeforeSigning: block('P15'),
  lastDueBeforeFirst: block('P15'),
  deliveryNotAfterSigning: block('P15'),
  deliveryAfterLandEnd: block('P15'),
  paymentAfterDelivery: block('P15'),
  leasePeriodWrong: block('P15'),
  landEndsSoon: warn('P16'),
  useNotOfLand: warn('P16'),
  paymentBandsDiffer: block('P17'),
  deliveryBandsDiffer: block('P17'),
  deliveryBandLonger: block('P17'),
  sellerRateLower: block('P17'),
  laterRateLower: block('P17'),
  interestLow: block('P18'),
  noticeShort: block('P19'),
  filingLong: block('P19'),
  certificateLong: warn('P19'),
  areaRuleNotOfBasis: block('P20'),
  dimensionsMissing: block('P20'),
  warrantyShort: block('P21'),
  warrantyTermsMissing: block('P21'),
  facilityNotAsOffered: warn('P22'),
  facilityBeforeSigning: warn('P22'),
  facilityWithoutDay: warn('P22'),
  facilityAfterPlanning: warn('P22'),
  managementPapersMissing: block('P23'),
  managementPeriodWrong: block('P23'),
  managementNotRecorded: warn('P23'),
  managementDiffers: block('P23'),
  arbitrationBodyMissing: block('P24'),
  courtAndArbitration: block('P24'),
  buyerTwice: block('P25'),
  buyerNumberWrong: block('P25'),
  buyerAddressMissing: block('P25'),
  minorWithoutAgent: block('P25'),
  agentRelationMissing: block('P25'),
  companyWithoutRepresentative: block('P25'),
  sharesDiffer: block('P25'),
  ownershipNotOfBuyers: block('P25'),
  buyerIsSeller: block('P25'),
  eligibilityMissing: block('P26'),
  eligibilityDiffers: block('P26'),
  eligibilityExpired: block('P26'),
  powerNarrow: block('P27'),
  powerExpired: block('P27'),
  holdersMissing: block('P28'),
  pagesDiffer: block('P28'),
  drawingsMissing: block('P29'),
  guaranteeMissing: block('P29'),
  eligibilityNotAttached: block('P29'),
  tenantWaiverMissing: block('P29'),
  tenantAnswerOpen: block('P29'),
  sharedPartsDiffer: warn('P30'),
  placeholderLeft: block('P31'),
  referenceLost: block('P31'),
  clauseVoid: block('P32'),
  clauseWeak: warn('P32'),
  templateNotActive: block('P33'),
  fitOutMissing: block('P34'),
  fitOutIncomplete: block('P34'),
  maintenanceFundOpen: warn('P35'),
  weightyTermsNotShown: block('P36'),
  replacedNotNamed: block('P37'),
  replacedNotCancelled: block('P37'),
} as const satisfies Record<string, { readonly rule: RuleCode; readonly level: FindingLevel }>;
/** Name of something that can be wrong; its sentence stands under `contractCheck.problems` in both languages. */
export type Problem = keyof typeof problems;

/** What a finding opens when it is clicked. */
export type FindingPlace =
  | { readonly at: 'field'; readonly field: FieldName }
  | { readonly at: 'buyer'; readonly index: number }
  | { readonly at: 'annex'; readonly table: keyof ContractAnnexes }
  | { readonly at: 'unit' }
  | { readonly at: 'project' }
  | { readonly at: 'receipts' }
  | { readonly at: 'papers' };

/** Something that is wrong with a contract: what, where, and the figures of the sentence. */
export type Finding = {
  readonly rule: RuleCode;
  readonly problem: Problem;
  readonly level: FindingLevel;
  readonly place: FindingPlace;
  readonly params: Readonly<Record<string, string | number>>;
};

/** A finding of a problem at a place. */
export function finding(
  problem: Problem,
  place: FindingPlace,
  params: Readonly<Record<string, string | number>> = {},
): Finding {
  return { ...problems[problem], problem, place, params };
}

/** The place of a field. */
export function atField(field: FieldName): FindingPlace {
  return { at: 'field', field };
}

/** The place of a table of the annexes. */
export function atAnnex(table: keyof ContractAnnexes): FindingPlace {
  return { at: 'annex', table };
}

/** The finding where something is wrong, else none; for rules that read as a list of conditions. */
export function where(wrong: boolean, found: () => Finding): Finding[] {
  return wrong ? [found()] : [];
}
