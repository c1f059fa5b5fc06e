import type { Refusal } from '../../kernel/errors.ts';
import { unsignedContractStates } from '../contracts/states.ts';
import { legalRefusal, type Step } from '../lifecycle.ts';
import { isMortgaged, priceInFiledBand } from '../units/sale-conditions.ts';
import { depositCap } from './deposit.ts';
import type { SubscriptionEvent } from './lifecycle-events.ts';
import type { SubscriptionFacts } from './lifecycle-facts.ts';
import type { SubscriptionState } from './states.ts';

type SubscriptionStep = Step<SubscriptionState, SubscriptionEvent>;

/** Within the actor's authority, or approved. */
export function authorityGiven(facts: SubscriptionFacts, step: SubscriptionStep): Refusal | undefined {
  return facts.authorised.includes(step.event) ? undefined : { code: 'APPROVAL_NEEDED' };
}

/** Nobody reviews their own subscription. */
export function notOwnWork(facts: SubscriptionFacts): Refusal | undefined {
  return facts.actorId === null || facts.authorIds.includes(facts.actorId) ? { code: 'OWN_WORK' } : undefined;
}

/** Every buyer's data are there and the shares sum to the whole. */
export function buyersComplete(facts: SubscriptionFacts): Refusal | undefined {
  return facts.buyersComplete ? undefined : { code: 'BUYERS_INCOMPLETE' };
}

/** Who signs may bind every buyer: the representative of a company, an agent whose power is in the file. */
export function signersBind(facts: SubscriptionFacts): Refusal | undefined {
  return facts.signers ?? undefined;
}

/** Every buyer agreed to the use of sensitive data (PIPL, art. 29). */
export function consentGiven(facts: SubscriptionFacts): Refusal | undefined {
  return facts.sensitiveConsent ? undefined : legalRefusal('CONSENT_MISSING', 'pipl29');
}

/** The buyer was told of the mortgage in writing (Shandong, art. 35). */
export function mortgageDisclosed(facts: SubscriptionFacts): Refusal | undefined {
  return isMortgaged(facts.encumbrance) && !facts.mortgageDisclosed
    ? legalRefusal('MORTGAGE_NOT_DISCLOSED', 'shandong35')
    : undefined;
}

/** The price lies in the band of the filed price. */
export function inFiledBand(facts: SubscriptionFacts): Refusal | undefined {
  if (facts.filedPriceFen === null) return legalRefusal('FILED_PRICE_MISSING', 'markedPrice');
  return priceInFiledBand(facts.filedPriceFen, facts.priceFen, facts.filedBand);
}

/** The price is within the consultant's authority, or approved by the ladder. */
export function priceAuthorised(facts: SubscriptionFacts): Refusal | undefined {
  return facts.priceAuthorised
    ? undefined
    : { code: 'PRICE_NEEDS_APPROVAL', params: { ratePpm: Math.max(0, facts.belowListPpm) } };
}

/** The deposit is within the cap: 20 % of the price by law, less where the city asks for it (Civil Code, art. 586). */
export function depositWithinCap(facts: SubscriptionFacts): Refusal | undefined {
  const capFen = depositCap(facts.priceFen, facts.depositCapPpm);
  return facts.depositFen > capFen ? legalRefusal('DEPOSIT_OVER_CAP', 'civilCode586', { capFen }) : undefined;
}

/** The unit is kept for this customer. */
export function unitReserved(facts: SubscriptionFacts): Refusal | undefined {
  return facts.unitIsOurs ? undefined : { code: 'UNIT_NOT_RESERVED' };
}

/** The deposit is in, to the fen. */
export function depositReceived(facts: SubscriptionFacts): Refusal | undefined {
  const missingFen = facts.depositFen - facts.receivedFen;
  return missingFen > 0 ? { code: 'DEPOSIT_SHORT', params: { missingFen } } : undefined;
}

/** A part of the deposit is missing again, such as after a receipt was voided. */
export function depositShort(facts: SubscriptionFacts): Refusal | undefined {
  return facts.receivedFen < facts.depositFen
    ? undefined
    : { code: 'MONEY_RECEIVED', params: { receivedFen: facts.receivedFen } };
}

/** The day to pay the deposit has passed. */
export function depositOverdue(facts: SubscriptionFacts): Refusal | undefined {
  return facts.today > facts.depositDueOn
    ? undefined
    : { code: 'DEPOSIT_NOT_DUE', params: { dueOn: facts.depositDueOn } };
}

/** No money of the customer is here. */
export function nothingReceived(facts: SubscriptionFacts): Refusal | undefined {
  return facts.receivedFen > 0 ? { code: 'MONEY_RECEIVED', params: { receivedFen: facts.receivedFen } } : undefined;
}

/** The day to sign has not passed, extensions included. */
export function signingInTime(facts: SubscriptionFacts): Refusal | undefined {
  return facts.today > facts.signByOn ? { code: 'SIGNING_OVERDUE', params: { dueOn: facts.signByOn } } : undefined;
}

/** The buyer is in breach: the day to sign has passed (Civil Code, art. 587). */
export function signingOverdue(facts: SubscriptionFacts): Refusal | undefined {
  return facts.today > facts.signByOn
    ? undefined
    : legalRefusal('SIGNING_NOT_OVERDUE', 'civilCode587', { dueOn: facts.signByOn });
}

/** The termination notice was served on the buyer. */
export function noticeServed(facts: SubscriptionFacts): Refusal | undefined {
  return facts.terminationNoticeServed ? undefined : { code: 'TERMINATION_NOTICE_MISSING' };
}

/** What the customer is owed has been paid back. */
export function moneyReturned(facts: SubscriptionFacts): Refusal | undefined {
  return facts.toReturnFen > 0 ? { code: 'MONEY_NOT_RETURNED', params: { openFen: facts.toReturnFen } } : undefined;
}

/** The customer's receipts and book are back in the office. */
export function receiptsRecovered(facts: SubscriptionFacts): Refusal | undefined {
  return facts.receiptsRecovered ? undefined : { code: 'RECEIPTS_NOT_RECOVERED' };
}

/** The draft of the contract was dropped before anybody signed. */
export function contractDropped(facts: SubscriptionFacts): Refusal | undefined {
  return facts.contract === null || facts.contract === 'superseded' ? undefined : { code: 'CONTRACT_STILL_LIVE' };
}

/** No draft of the contract stands beside it, or the signed one is changed along by an agreement. */
export function contractGivesWay(facts: SubscriptionFacts): Refusal | undefined {
  return facts.amended ? undefined : contractDropped(facts);
}

/** The signed contract has been ended. */
export function contractEnded(facts: SubscriptionFacts): Refusal | undefined {
  return facts.contract === 'terminated' ? undefined : { code: 'CONTRACT_STILL_LIVE' };
}

/** Nobody has signed the contract. */
export function contractUnsigned(facts: SubscriptionFacts): Refusal | undefined {
  const { contract } = facts;
  return contract === null || contract === 'superseded' || unsignedContractStates.some((state) => state === contract)
    ? undefined
    : { code: 'CHANGE_AFTER_SIGNING' };
}

/** The other unit is free for this customer. */
export function targetFree(facts: SubscriptionFacts): Refusal | undefined {
  return facts.targetFree ? undefined : { code: 'TARGET_UNIT_NOT_FREE' };
}

/** The proof for the change of name is filed. */
export function nameProof(facts: SubscriptionFacts): Refusal | undefined {
  return facts.nameProof ? undefined : { code: 'NAME_CHANGE_PROOF_MISSING' };
}
