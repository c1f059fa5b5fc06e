import type { ContractDraft } from '../draft.ts';
import { liveFields } from '../text/live-fields.ts';
import { oneAccount } from './account-rules.ts';
import type { PreflightFacts } from './facts.ts';
import type { DataRuleCode } from './findings.ts';
import { atField, type Finding, finding } from './findings.ts';
import * as paper from './paper-rules.ts';
import { buyersAreEligible, buyersHold, powersHold } from './people-rules.ts';
import * as price from './price-rules.ts';
import * as property from './property-rules.ts';
import * as terms from './term-rules.ts';

/** A rule of the check: pure, over the contract and what the records say. */
export type PreflightRule = (draft: ContractDraft, facts: PreflightFacts) => Finding[];

/** P01: every field that holds has a value or is struck. */
function nothingOpen(draft: ContractDraft, { text }: PreflightFacts): Finding[] {
  return liveFields(text, draft)
    .filter((name) => draft.fields[name] === null && !draft.struck.includes(name))
    .map((name) => finding('fieldOpen', atField(name)));
}

/** The rules over the data of a contract by their numbers. */
export const preflightRules: { readonly [Code in DataRuleCode]: PreflightRule } = {
  P01: nothingOpen,
  P03: property.areasAgree,
  P04: price.unitTimesArea,
  P05: property.floorsAgree,
  P06: price.paymentsArePrice,
  P07: price.depositHolds,
  P08: price.priceIsFiled,
  P09: price.loanFits,
  P10: price.downPaymentHolds,
  P11: oneAccount,
  P12: property.permitHolds,
  P13: property.unitIsOurs,
  P14: property.mortgageIsTold,
  P15: property.daysInOrder,
  P16: property.landFitsUse,
  P17: terms.delaysAreEven,
  P18: terms.interestHolds,
  P19: terms.daysWithinLimits,
  P20: terms.areaRuleFits,
  P21: terms.warrantyHolds,
  P22: terms.facilitiesHold,
  P23: terms.managementHolds,
  P24: terms.oneForum,
  P25: buyersHold,
  P26: buyersAreEligible,
  P27: powersHold,
  P28: paper.copiesHold,
  P29: paper.annexesArePresent,
  P30: property.sharedPartsAgree,
  P31: paper.noPlaceholders,
  P32: paper.wordingHolds,
  P33: paper.templateIsActive,
  P34: paper.fitOutIsDescribed,
  P35: paper.fundIsPaid,
  P36: paper.weightyTermsAreShown,
  P37: paper.replacedIsNamed,
};
