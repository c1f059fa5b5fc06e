import { type Area, area, sumArea } from '#shared/kernel/area.ts';
import { addMonths } from '#shared/kernel/local-date.ts';
import { isMortgaged, lenderConsents, type SaleFacts } from '../../units/sale-conditions.ts';
import type { ContractDraft } from '../draft.ts';
import { isExisting, isOfSpace } from '../text/forms.ts';
import type { PreflightFacts } from './facts.ts';
import { atAnnex, atField, type Finding, finding, where } from './findings.ts';
import { leaseRuns } from './lease-rules.ts';
import { ownTexts } from './own-texts.ts';

const LARGE_SHARE_PPM = 350_000;
const LOWEST_STOREY = 220;
const HIGHEST_STOREY = 600;
const DWELLING_LAND_YEARS = 30;

/** P03: inner and shared area make the built one. */
export function areasAgree({ form, fields: { builtArea, innerArea, sharedArea } }: ContractDraft): Finding[] {
  if (builtArea === null || innerArea === null) return [];
  if (innerArea > builtArea) return [finding('innerAboveBuilt', atField('innerArea'), { innerArea, builtArea })];
  if (sharedArea === null) return [];
  const sum = sumArea([innerArea, sharedArea]);
  if (Math.abs(sum - builtArea) > 1)
    return [finding('areasDiffer', atField('sharedArea'), { sumArea: sum, builtArea })];
  const ratePpm = Math.round((sharedArea * 1_000_000) / builtArea);
  // Lanes and ramps take the larger half of every garage.
  return where(ratePpm > LARGE_SHARE_PPM && !isOfSpace(form), () =>
    finding('sharedAreaLarge', atField('sharedArea'), { ratePpm }),
  );
}

/** P05: floors and balconies add up, the unit's floor exists, storeys are of a usual height. */
export function floorsAgree({ fields }: ContractDraft): Finding[] {
  const { floorsTotal, floorsAbove, floorsBelow, floor, balconies, balconiesEnclosed, balconiesOpen } = fields;
  const { storeyHeight } = fields;
  const known = floorsTotal !== null && floorsAbove !== null && floorsBelow !== null;
  return [
    ...where(known && floorsAbove + floorsBelow !== floorsTotal, () => finding('floorsDiffer', atField('floorsTotal'))),
    ...where(floor !== null && known && (floor === 0 || floor > floorsAbove || floor < -floorsBelow), () =>
      finding('floorOutside', atField('floor'), { floor: floor ?? 0 }),
    ),
    ...where(balconies !== null && (balconiesEnclosed ?? 0) + (balconiesOpen ?? 0) !== balconies, () =>
      finding('balconiesDiffer', atField('balconies')),
    ),
    ...where(storeyHeight !== null && (storeyHeight < LOWEST_STOREY || storeyHeight > HIGHEST_STOREY), () =>
      finding('storeyHeightUnusual', atField('storeyHeight')),
    ),
  ];
}

/** A permit that some wording names: the serial number in 预字第 012 号. */
const namedPermit = /预(?:售|字)[^，。；]{0,40}?第\s*([\dA-Za-z-]+)\s*号/gu;

/**
 * P12: the contract is of the form that the records ask for; the permit covers the building and the unit, was there before
 * the subscription, and is the one that the article on it and every other wording names.
 */
export function permitHolds(draft: ContractDraft, facts: PreflightFacts): Finding[] {
  const { permit, unitCovered, form } = facts;
  if (draft.form !== form) return [finding('formChanged', { at: 'project' })];
  if (isExisting(form)) return saleBasisHolds(draft, facts);
  const { fields, subscription, signOn } = draft;
  if (permit === null || !permit.coversBuilding) return [finding('permitMissing', atField('permitNumber'))];
  const others = ownTexts(draft).filter(({ text }) =>
    [...text.matchAll(namedPermit)].some(([, serial = '']) => !permit.number.includes(serial)),
  );
  return [
    ...where(!unitCovered, () => finding('unitNotCovered', { at: 'unit' })),
    ...others.map(({ place }) => finding('otherPermit', place, { number: permit.number })),
    ...where(permit.validFromOn > subscription.subscribedOn, () =>
      finding('permitLate', atField('permitNumber'), { issuedOn: permit.validFromOn }),
    ),
    ...where(permit.validUntilOn !== null && permit.validUntilOn < signOn, () =>
      finding('permitExpired', atField('permitNumber'), { expiredOn: permit.validUntilOn ?? '' }),
    ),
    ...where(fields.permitNumber !== null && fields.permitNumber !== permit.number, () =>
      finding('permitNumberDiffers', atField('permitNumber'), { number: permit.number }),
    ),
  ];
}

/** P12 of what stands: the paper it is sold by covers the unit, was there before the signing, and is named rightly. */
function saleBasisHolds({ fields, signOn }: ContractDraft, { permit, unitCovered }: PreflightFacts): Finding[] {
  if (permit === null || !permit.coversBuilding) return [finding('saleBasisMissing', atField('saleBasisNumber'))];
  const { number, validFromOn } = permit;
  return [
    ...where(!unitCovered, () => finding('unitNotCovered', { at: 'unit' })),
    ...where(validFromOn > signOn, () =>
      finding('saleBasisLate', atField('saleBasisNumber'), { issuedOn: validFromOn }),
    ),
    ...where(fields.saleBasisNumber !== null && fields.saleBasisNumber !== number, () =>
      finding('saleBasisDiffers', atField('saleBasisNumber'), { number }),
    ),
  ];
}

/** P13: the unit is in the hands of this deal and of no other. */
export function unitIsOurs(_draft: ContractDraft, facts: PreflightFacts): Finding[] {
  return [
    ...where(!facts.unitHeldForDeal, () => finding('unitNotHeld', { at: 'unit' })),
    ...where(facts.encumbrance === 'seized', () => finding('unitSeized', { at: 'unit' })),
    ...where(facts.otherContract !== null, () =>
      finding('unitHasContract', { at: 'unit' }, { number: facts.otherContract ?? '' }),
    ),
  ];
}

/** P14: the mortgage on record, article four and annex three say the same, and the lender agrees. */
export function mortgageIsTold({ fields, annexes, signOn }: ContractDraft, facts: PreflightFacts): Finding[] {
  const mortgaged = isMortgaged(facts.encumbrance);
  const told = fields.mortgageStatus === 'mortgaged';
  const sale: SaleFacts = {
    ...facts,
    spaceRight: 'titled',
    today: signOn,
    filedPriceFen: facts.filedPrice,
    pricePublished: true,
  };
  return [
    ...where(mortgaged && !told, () => finding('mortgageNotTold', atField('mortgageStatus'))),
    ...where(!mortgaged && told, () => finding('mortgageNotRecorded', atField('mortgageStatus'))),
    ...where(told && annexes.mortgages.length === 0, () => finding('mortgageRowsMissing', atAnnex('mortgages'))),
    ...where(mortgaged && lenderConsents(sale) !== undefined, () => finding('lenderConsentMissing', { at: 'unit' })),
    ...where(mortgaged && facts.dischargeBeforeSigning, () => finding('mortgageNotDischarged', { at: 'unit' })),
  ];
}

/** P15: the days of the contract follow each other, and the last day to sign, which the paper names, is not over. */
export function daysInOrder(draft: ContractDraft, { signed, today }: PreflightFacts): Finding[] {
  const { form, fields, subscription, signOn, annexes } = draft;
  const { firstDueOn, onceDueOn, lastDueOn, deliveryOn, landEndsOn } = fields;
  const first = firstDueOn ?? onceDueOn;
  const last = annexes.payments.reduce((day, one) => (one.dueOn > day ? one.dueOn : day), signOn);
  return [
    ...where(signOn < subscription.subscribedOn, () => finding('signingBeforeSubscription', { at: 'project' })),
    ...where(!signed && signOn < today, () => finding('signingDayOver', { at: 'project' }, { signOn })),
    ...where(first !== null && first < signOn, () =>
      finding('firstDueBeforeSigning', atField(firstDueOn === null ? 'onceDueOn' : 'firstDueOn'), { signOn }),
    ),
    ...where(first !== null && lastDueOn !== null && lastDueOn < first, () =>
      finding('lastDueBeforeFirst', atField('lastDueOn')),
    ),
    // What stands may be handed over on the day of the signing.
    ...where(deliveryOn !== null && (isExisting(form) ? deliveryOn < signOn : deliveryOn <= signOn), () =>
      finding('deliveryNotAfterSigning', atField('deliveryOn'), { signOn }),
    ),
    ...where(deliveryOn !== null && landEndsOn !== null && deliveryOn >= landEndsOn, () =>
      finding('deliveryAfterLandEnd', atField('deliveryOn')),
    ),
    // Who buys what stands may agree to pay on after the handover; before that the works are paid by these payments.
    ...where(!isExisting(form) && deliveryOn !== null && last > deliveryOn, () =>
      finding('paymentAfterDelivery', atAnnex('payments'), { lastOn: last }),
    ),
    ...leaseRuns(draft),
  ];
}

const landFamilies = {
  dwelling: /住宅|居住/u,
  office: /办公|商务|商服|综合/u,
  commercial: /商业|商服|商务|综合/u,
} as const;

/** P16: the land lasts as long as a dwelling should, and its use is that of the unit. */
export function landFitsUse({ fields, signOn }: ContractDraft): Finding[] {
  const { landEndsOn, plannedUse, landUse } = fields;
  const family = plannedUse !== null && plannedUse in landFamilies ? landFamilies[plannedUse as 'dwelling'] : undefined;
  return [
    ...where(
      plannedUse === 'dwelling' && landEndsOn !== null && landEndsOn < addMonths(signOn, DWELLING_LAND_YEARS * 12),
      () => finding('landEndsSoon', atField('landEndsOn')),
    ),
    ...where(family !== undefined && landUse !== null && !family.test(landUse), () =>
      finding('useNotOfLand', atField('plannedUse')),
    ),
  ];
}

/** P30: the shared parts of annex two make the shared area, where their areas are known. */
export function sharedPartsAgree({ fields: { sharedArea }, annexes }: ContractDraft): Finding[] {
  const areas = annexes.commonParts.flatMap((one): Area[] => (one.apportioned && one.area !== null ? [one.area] : []));
  if (sharedArea === null || areas.length === 0) return [];
  const sum = areas.reduce<Area>((total, one) => area(total + one), area(0));
  return where(Math.abs(sum - sharedArea) > 1, () =>
    finding('sharedPartsDiffer', atAnnex('commonParts'), { sumArea: sum, sharedArea }),
  );
}
