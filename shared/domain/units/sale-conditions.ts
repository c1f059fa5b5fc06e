import type { Refusal } from '../../kernel/errors.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Fen } from '../../kernel/money.ts';
import { legalRefusal } from '../lifecycle.ts';
import { type FiledBand, filedLimits } from '../pricing/limits.ts';
import type { ArticleKey } from '../settings/articles.ts';
import { type SpaceRight, titleForSale } from './space-rights.ts';
import type { UnitEncumbrance } from './states.ts';

/** The paper that allows the sale: the pre-sale permit, or the completion filing of a finished building. */
export type SalePermit = {
  readonly coversBuilding: boolean;
  readonly validFromOn: LocalDate;
  readonly validUntilOn: LocalDate | null;
};

/** The lender's written consent to sell a mortgaged unit. */
export type LenderConsent = { readonly validFromOn: LocalDate; readonly validUntilOn: LocalDate | null };

/** What the law and the registry say about a unit today; part of the facts of its subscription and contract too. */
export type SaleFacts = {
  readonly today: LocalDate;
  readonly permit: SalePermit | null;
  /** Whether what is sold has a title at all; homes and shops always have. */
  readonly spaceRight: SpaceRight;
  readonly encumbrance: UnitEncumbrance;
  readonly lenderConsent: LenderConsent | null;
  /** A setting of the city: sign only after the project mortgage on the unit is discharged. */
  readonly dischargeBeforeSigning: boolean;
  readonly filedPriceFen: Fen | null;
  readonly pricePublished: boolean;
};

function permitRefusal(facts: SaleFacts, article: ArticleKey): Refusal | undefined {
  const { permit, today } = facts;
  const untitled = titleForSale(facts);
  if (untitled !== undefined) return untitled;
  if (!permit?.coversBuilding || permit.validFromOn > today) return legalRefusal('PERMIT_MISSING', article);
  if (permit.validUntilOn !== null && permit.validUntilOn < today)
    return legalRefusal('PERMIT_EXPIRED', article, { expiredOn: permit.validUntilOn });
  return undefined;
}

/** No release without the permit (Urban Real Estate Law, art. 45), nor of a space without a title; so below too. */
export function permitForRelease(facts: SaleFacts): Refusal | undefined {
  return permitRefusal(facts, 'urbanRealEstate45');
}

/** No money and no booking without the permit (Shandong, art. 30). */
export function permitForBooking(facts: SaleFacts): Refusal | undefined {
  return permitRefusal(facts, 'shandong30');
}

/** No subscription and no contract without the permit: the contract would be void (SPC sales, art. 2). */
export function permitForSale(facts: SaleFacts): Refusal | undefined {
  return permitRefusal(facts, 'spcSale2');
}

/** A filed price, published: one home, one price. */
export function pricePublished(facts: SaleFacts): Refusal | undefined {
  if (facts.filedPriceFen === null) return legalRefusal('FILED_PRICE_MISSING', 'markedPrice');
  return facts.pricePublished ? undefined : legalRefusal('PRICE_NOT_PUBLISHED', 'markedPrice');
}

/** A seizure blocks every forward step (Urban Real Estate Law, art. 38). */
export function notSeized(facts: SaleFacts): Refusal | undefined {
  return facts.encumbrance === 'seized' ? legalRefusal('UNIT_SEIZED', 'urbanRealEstate38') : undefined;
}

/** What lies on a home: its own burden or release, else what lies on its building. */
export function burdenOf(own: UnitEncumbrance, ofBuilding: UnitEncumbrance): UnitEncumbrance {
  return own === 'none' ? ofBuilding : own;
}

/** True while a project mortgage lies on the unit, whether or not its discharge has been asked for. */
export function isMortgaged(encumbrance: UnitEncumbrance): boolean {
  return encumbrance === 'projectMortgage' || encumbrance === 'dischargeRequested';
}

/**
 * A mortgaged unit needs the lender's consent, valid today: asked at release and at signing, not at the subscription
 * (decision 17).
 */
export function lenderConsents(facts: SaleFacts): Refusal | undefined {
  if (!isMortgaged(facts.encumbrance)) return undefined;
  const consent = facts.lenderConsent;
  const valid =
    consent !== null &&
    consent.validFromOn <= facts.today &&
    (consent.validUntilOn === null || consent.validUntilOn >= facts.today);
  return valid ? undefined : legalRefusal('LENDER_CONSENT_MISSING', 'modelContractMortgage');
}

/** Where the city asks for it, the mortgage on the unit is discharged before signing. */
export function dischargedForSigning(facts: SaleFacts): Refusal | undefined {
  return facts.dischargeBeforeSigning && isMortgaged(facts.encumbrance)
    ? legalRefusal('UNIT_NOT_DISCHARGED', 'modelContractMortgage')
    : undefined;
}

/** Refuses a total price outside the band of the filed price, which net-signing would refuse too. Amounts in fen. */
export function priceInFiledBand(filedFen: Fen, priceFen: Fen, band: FiledBand): Refusal | undefined {
  const { lowest: lowestFen, highest: highestFen } = filedLimits(filedFen, band);
  return priceFen < lowestFen || priceFen > highestFen
    ? legalRefusal('PRICE_OUTSIDE_FILED_BAND', 'markedPrice', { lowestFen, highestFen })
    : undefined;
}
