import type { Refusal } from '../../kernel/errors.ts';
import { legalRefusal, type Step } from '../lifecycle.ts';
import { priceInFiledBand } from '../units/sale-conditions.ts';
import type { ContractEvent } from './events.ts';
import type { ContractFacts } from './facts.ts';
import { filesRefusal } from './needed-files.ts';
import type { ContractState } from './states.ts';

type ContractStep = Step<ContractState, ContractEvent>;

/** Within the actor's authority, or approved. */
export function authorityGiven(facts: ContractFacts, step: ContractStep): Refusal | undefined {
  return facts.authorised.includes(step.event) ? undefined : { code: 'APPROVAL_NEEDED' };
}

/** Nobody reviews their own contract. */
export function notOwnWork(facts: ContractFacts): Refusal | undefined {
  return facts.actorId === null || facts.authorIds.includes(facts.actorId) ? { code: 'OWN_WORK' } : undefined;
}

/** One person passes one level of a review. */
export function notReviewedBefore(facts: ContractFacts): Refusal | undefined {
  return facts.actorId !== null && facts.reviewerIds.includes(facts.actorId) ? { code: 'REVIEWED_BEFORE' } : undefined;
}

/** No contract without a deal: the subscription, its deposit complete, was converted into this contract. */
export function subscriptionConverted(facts: ContractFacts): Refusal | undefined {
  return facts.subscription === 'converted' ? undefined : { code: 'DEAL_NOT_READY' };
}

/** Every point of the contract check is settled. */
export function preflightClear(facts: ContractFacts): Refusal | undefined {
  return facts.openPreflight > 0 ? { code: 'PREFLIGHT_OPEN', params: { count: facts.openPreflight } } : undefined;
}

/** The buyers were told of what weighs on them, and signed that they were: before the final print. */
export function weightyTermsShown(facts: ContractFacts): Refusal | undefined {
  return facts.weightyTermsShown ? undefined : { code: 'WEIGHTY_TERMS_NOT_SHOWN' };
}

/** Everything that a reviewer found wrong is corrected. */
export function defectsCorrected(facts: ContractFacts): Refusal | undefined {
  return facts.openDefects > 0 ? { code: 'DEFECTS_OPEN', params: { count: facts.openDefects } } : undefined;
}

/** The payment lines sum to the total, to the fen (domain.md 4.4). */
export function paymentLinesAgree(facts: ContractFacts): Refusal | undefined {
  const differenceFen = facts.paymentLinesFen - facts.priceFen;
  return differenceFen === 0
    ? undefined
    : { code: 'PAYMENT_LINES_DIFFER', params: { differenceFen: Math.abs(differenceFen) } };
}

/** The price lies in the band of the filed price. */
export function inFiledBand(facts: ContractFacts): Refusal | undefined {
  if (facts.filedPriceFen === null) return legalRefusal('FILED_PRICE_MISSING', 'markedPrice');
  return priceInFiledBand(facts.filedPriceFen, facts.housePriceFen, facts.filedBand);
}

/** The template is approved for use. */
export function templateApproved(facts: ContractFacts): Refusal | undefined {
  return facts.templateApproved ? undefined : { code: 'TEMPLATE_NOT_APPROVED' };
}

/** The scans are there without which the office's list lets nothing pass to the review. */
export function filesForReview({ files }: ContractFacts): Refusal | undefined {
  return filesRefusal('review', files);
}

/** The same for the signing. */
export function filesForSigning({ files }: ContractFacts): Refusal | undefined {
  return filesRefusal('signing', files);
}

/** The same for the filing with the registry. */
export function filesForFiling({ files }: ContractFacts): Refusal | undefined {
  return filesRefusal('filing', files);
}

/** What is to be printed or signed is what was reviewed. */
export function unchangedSinceReview(facts: ContractFacts): Refusal | undefined {
  return facts.unchangedSinceReview ? undefined : { code: 'CONTRACT_CHANGED_SINCE_REVIEW' };
}

/** No copy of an earlier version is outside. */
export function noOldCopies(facts: ContractFacts): Refusal | undefined {
  return facts.copiesOutstanding > 0
    ? { code: 'COPIES_OUTSTANDING', params: { count: facts.copiesOutstanding } }
    : undefined;
}

/** The first payment is in. */
export function firstPaymentReceived(facts: ContractFacts): Refusal | undefined {
  const missingFen = facts.firstPaymentFen - facts.receivedFen;
  return missingFen > 0 ? { code: 'FIRST_PAYMENT_MISSING', params: { missingFen } } : undefined;
}

/** Everybody signed, in person or by proxy, and the seller sealed. */
export function signaturesComplete(facts: ContractFacts): Refusal | undefined {
  return facts.signaturesComplete ? undefined : { code: 'SIGNATURES_MISSING' };
}

/** The registry's number is entered. */
export function filingNumberEntered(facts: ContractFacts): Refusal | undefined {
  return facts.filingNumberEntered ? undefined : { code: 'FILING_NUMBER_MISSING' };
}

/** The net-signed contract, read back, agrees with our data (decision 14). */
export function registryAgrees(facts: ContractFacts): Refusal | undefined {
  return facts.registryDifferences > 0
    ? { code: 'REGISTRY_DATA_DIFFERS', params: { count: facts.registryDifferences } }
    : undefined;
}

/** The registry shows neither net-signing nor filing. */
export function registryClear(facts: ContractFacts): Refusal | undefined {
  return facts.registryClear ? undefined : { code: 'FILING_NOT_CANCELLED' };
}

/** The termination is agreed or adjudged. */
export function terminationPapers(facts: ContractFacts): Refusal | undefined {
  return facts.terminationPapers ? undefined : { code: 'TERMINATION_AGREEMENT_MISSING' };
}

/** With the contract the loan is dissolved (SPC sales, arts. 20 and 21). */
export function loanClosed(facts: ContractFacts): Refusal | undefined {
  return facts.loanOpen ? legalRefusal('LOAN_NOT_CLOSED', 'spcSale21') : undefined;
}

/** What the buyer is owed has been paid back. */
export function moneyReturned(facts: ContractFacts): Refusal | undefined {
  return facts.toReturnFen > 0 ? { code: 'MONEY_NOT_RETURNED', params: { openFen: facts.toReturnFen } } : undefined;
}

/** The buyer's originals and receipts are back in the office. */
export function originalsRecovered(facts: ContractFacts): Refusal | undefined {
  return facts.originalsRecovered ? undefined : { code: 'RECEIPTS_NOT_RECOVERED' };
}
