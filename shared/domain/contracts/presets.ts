import { yuan } from '#shared/kernel/money.ts';
import type { ContractAnnexes } from './annexes.ts';
import type { FieldValues } from './fields/catalogue.ts';

/** One ten-thousandth (万分之一) and one percent in parts per million. */
const TEN_THOUSANDTH = 100;
const PERCENT = 10_000;

/**
 * Reference rate of a loan of over five years in the table of 2015, frozen since; the office sets its own. Interest that
 * the seller owes is never below it.
 */
export const defaultReferencePpm = 49_000;

/** What the office proposes where the parties have agreed nothing yet: custom of the trade, visible and changeable. */
export const termPresets: Partial<FieldValues> = {
  titleInterest: defaultReferencePpm,
  titleDamages: 'oncePaid',
  spaceKind: 'plane',
  leaseStatus: 'none',
  rentGoesTo: 'buyer',
  fitOutPricing: 'onTop',
  depositMoment: 'subscription',
  depositEffect: 'offsets',
  loanPapersDays: 15,
  paymentDelayRule: 'bands',
  paymentBandDays: 90,
  paymentRate: TEN_THOUSANDTH,
  paymentLaterBandDays: 90,
  paymentRefundDays: 15,
  paymentTermination: 5 * PERCENT,
  paymentLaterRate: TEN_THOUSANDTH,
  facilityDailySum: yuan(10),
  facilityLatestDays: 180,
  noticeDays: 10,
  repairDays: 30,
  deliveryDelayRule: 'bands',
  deliveryBandDays: 90,
  deliveryRate: TEN_THOUSANDTH,
  deliveryLaterBandDays: 90,
  deliveryInterest: defaultReferencePpm,
  deliveryTermination: 5 * PERCENT,
  deliveryLaterRate: TEN_THOUSANDTH,
  areaInterest: defaultReferencePpm,
  planningInterest: defaultReferencePpm,
  planningPenalty: 5 * PERCENT,
  designInterest: defaultReferencePpm,
  designPenalty: 5 * PERCENT,
  qualityInterest: defaultReferencePpm,
  qualityDamages: 'oncePaid',
  fitOutRemedy: 'repairAndDouble',
  airStandard: 'national',
  soundStandard: 'national',
  answerDays: 7,
  filingDays: 30,
  certificateDays: 90,
  certificateRule: 'rescindOrDaily',
  certificateInterest: defaultReferencePpm,
  certificateRate: TEN_THOUSANDTH,
  managementFeeKind: 'lumpSum',
  taxReliefBearer: 'atFault',
  serviceKind: 'courier',
  addressChangeDays: 7,
  disputeForum: 'court',
};

/** Warranty terms that are the least the law allows (Regulation on Construction Quality, art. 40). */
export const warrantyFloors: ContractAnnexes['warranty'] = [
  { item: 'structure', label: '', unit: 'designLife', term: 0 },
  { item: 'waterproofing', label: '', unit: 'years', term: 5 },
  { item: 'heatingCooling', label: '', unit: 'seasons', term: 2 },
  { item: 'pipesWiring', label: '', unit: 'years', term: 2 },
  { item: 'fitOut', label: '', unit: 'years', term: 2 },
];
