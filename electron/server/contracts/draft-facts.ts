import type Database from 'better-sqlite3';
import { accountById, theOffice } from '#db/repositories/accounts.ts';
import { endedContractOf, latestOfBuilding } from '#db/repositories/contracts.ts';
import { surveyById } from '#db/repositories/house-types.ts';
import { permitsOf, theProject } from '#db/repositories/projects.ts';
import { planLinesOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { buildingOf, type UnitRow } from '#db/repositories/units.ts';
import type { ContractAnnexes } from '#shared/domain/contracts/annexes.ts';
import { saleBasisKinds } from '#shared/domain/contracts/fields/property.ts';
import { completedTerms } from '#shared/domain/contracts/kept-terms.ts';
import type { DraftFacts, ManagementRecord } from '#shared/domain/contracts/make-draft.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { isExisting, isOfSpace } from '#shared/domain/contracts/text/forms.ts';
import { wordingEdition } from '#shared/domain/contracts/text/own-wording.ts';
import { permitsSale } from '#shared/domain/projects/permits.ts';
import { burdenOf, isMortgaged } from '#shared/domain/units/sale-conditions.ts';
import { spaceFactsOf } from '#shared/domain/units/space-facts.ts';
import type { UnitUse } from '#shared/domain/units/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { UnitContext } from '../units/unit-facts.ts';
import { contractBuyers } from './contract-buyers.ts';

/** A deal of which a contract is to be made, or is. */
export type DraftedDeal = {
  readonly subscription: SubscriptionRow;
  readonly unit: UnitRow;
  readonly contractId: number | null;
  readonly drafterId: number | null;
  /** The text that it is drafted in. */
  readonly text: ContractText;
};

/**
 * What the office's records say about a deal that is to become a contract. Throws NOT_FOUND without a project,
 * CONTRACT_AREA_MISSING for a unit whose area nobody knows.
 */
export function draftFacts(
  { db, setting }: Pick<UnitContext, 'db' | 'setting'>,
  client: Database.Database,
  { subscription, unit, contractId, drafterId, text }: DraftedDeal,
): DraftFacts {
  const project = theProject(db);
  const company = theOffice(db);
  const place = buildingOf(db, unit.buildingId);
  if (project === undefined || company === undefined || place === undefined) throw new DomainError('NOT_FOUND');
  if (unit.builtArea === null) throw new DomainError('CONTRACT_AREA_MISSING');
  const ended = endedContractOf(db, unit.id, contractId);
  const last = latestOfBuilding(db, unit.buildingId, contractId);
  // What a home says of its building a space for a car does not say: only the same form is carried on.
  const latest = last === undefined ? undefined : completedTerms(last.terms);
  const carried = latest?.form === text.form ? latest : undefined;
  const other = permitsOf(db, project.id).filter(({ kind }) => !permitsSale(kind));
  return {
    text,
    edition: wordingEdition(text.form),
    project: { name: project.name, address: project.address },
    subscription: { number: subscription.number, subscribedOn: subscription.subscribedOn },
    signOn: subscription.signBy,
    signingPlace: `${project.name}销售现场`,
    seller: {
      name: project.sellerName,
      address: company.companyAddress,
      postcode: '',
      licence: company.creditCode,
      qualification: project.sellerLicence,
      representative: company.representative,
      phone: company.companyPhone,
      agent: '',
      agentPhone: '',
      agency: '',
      agencyRecord: '',
    },
    buyers: contractBuyers(db, client, subscription.id, contractId),
    unit: {
      use: unit.use,
      building: place.building.name,
      entrance: unit.entrance,
      floor: unit.floor,
      roomNo: unit.roomNo,
      space: spaceFactsOf(unit),
      ...areasOf(db, unit, text),
    },
    building: {
      deliveryOn: place.building.deliveryOn,
      mortgaged: isMortgaged(burdenOf(unit.encumbrance, place.building.mortgaged ? 'projectMortgage' : 'none')),
      lenderConsentOn: place.building.lenderConsentOn,
    },
    saleBasis: saleBasisOf(place.permit, text),
    permits: [...other, ...(place.permit === null ? [] : [place.permit])].map(({ kind, number }) => ({ kind, number })),
    account: { bank: project.supervisedBank, name: project.sellerName, number: project.supervisedAccount },
    // A space for a car is sold for a sum, whatever homes are sold by.
    priceBasis: isOfSpace(text.form) ? 'perSet' : setting('priceBasis', subscription.subscribedOn),
    price: subscription.price,
    deposit: subscription.depositDue,
    plan: {
      kind: subscription.planKind,
      lines: planLinesOf(db, subscription.id).map(({ position, item, amount, dueOn, inPrice }) => ({
        position,
        item,
        amount,
        dueOn,
        inPrice,
      })),
    },
    office: {},
    carried:
      carried === undefined
        ? { fields: {}, annexes: {} }
        : { fields: carried.fields, annexes: carriedAnnexes(carried.annexes) },
    purchaseLimited: setting('purchaseLimits')[unit.use === 'home' ? 'home' : 'otherUse'],
    management: managementRecord(setting, unit.use),
    offers: { heating: setting('facilityOffers').heating, gas: setting('facilityOffers').gas && unit.use === 'home' },
    replaces: ended === undefined ? null : { number: ended.number, cancelledOn: ended.endedOn },
    drafter: drafterId === null ? '' : (accountById(db, drafterId)?.name ?? ''),
  };
}

type Areas = Pick<DraftFacts['unit'], 'builtArea' | 'innerArea' | 'sharedArea' | 'surveyor'>;

/** The areas by which a unit is sold: as it was measured once it stands, by its drawings before. */
function areasOf(db: UnitContext['db'], unit: UnitRow, { form }: ContractText): Areas {
  const { measuredBuiltArea: builtArea, measuredInnerArea: innerArea, measuredSharedArea: sharedArea } = unit;
  if (!isExisting(form) || builtArea === null || unit.surveyId === null)
    return { builtArea: unit.builtArea, innerArea: unit.innerArea, sharedArea: unit.sharedArea, surveyor: '' };
  return { builtArea, innerArea, sharedArea, surveyor: surveyById(db, unit.surveyId)?.surveyor ?? '' };
}

/** The paper by which a finished house is sold, as its contract names it; null for one that is still being built. */
function saleBasisOf(
  permit: NonNullable<ReturnType<typeof buildingOf>>['permit'],
  { form }: ContractText,
): DraftFacts['saleBasis'] {
  const kind = saleBasisKinds.find((one) => one === permit?.kind);
  return !isExisting(form) || kind === undefined || permit === null ? null : { kind, number: permit.number };
}

/** The early-stage management as the settings have it for a kind of unit; null while nobody has recorded it. */
export function managementRecord(setting: UnitContext['setting'], use: UnitUse): ManagementRecord | null {
  const { company, ...terms } = setting('earlyManagement');
  if (company === '') return null;
  const fee = setting('propertyFee')[use === 'home' ? 'home' : 'otherUse'];
  // A fee of zero is one that nobody has entered.
  return { company, ...terms, fee: fee === 0 ? null : fee };
}

/** Tables that are the same for every unit of a building; payments, holders and own terms are each deal's. */
function carriedAnnexes(annexes: ContractAnnexes): DraftFacts['carried']['annexes'] {
  const {
    payments: _payments,
    holders: _holders,
    ownTerms: _own,
    burdens: _burdens,
    tenantWaivers: _waivers,
    eligibilityPapers: _papers,
    ...carried
  } = annexes;
  return carried;
}
