import type Database from 'better-sqlite3';
import { accountById, theOffice } from '#db/repositories/accounts.ts';
import { endedContractOf, latestOfBuilding } from '#db/repositories/contracts.ts';
import { permitsOf, theProject } from '#db/repositories/projects.ts';
import { planLinesOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { buildingOf, type UnitRow } from '#db/repositories/units.ts';
import type { DraftFacts, ManagementRecord } from '#shared/domain/contracts/make-draft.ts';
import { wordingEdition } from '#shared/domain/contracts/text/own-wording.ts';
import { burdenOf, isMortgaged } from '#shared/domain/units/sale-conditions.ts';
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
};

/**
 * What the office's records say about a deal that is to become a contract. Throws NOT_FOUND without a project,
 * CONTRACT_AREA_MISSING for a unit whose area nobody knows.
 */
export function draftFacts(
  { db, setting }: Pick<UnitContext, 'db' | 'setting'>,
  client: Database.Database,
  { subscription, unit, contractId, drafterId }: DraftedDeal,
): DraftFacts {
  const project = theProject(db);
  const company = theOffice(db);
  const place = buildingOf(db, unit.buildingId);
  if (project === undefined || company === undefined || place === undefined) throw new DomainError('NOT_FOUND');
  if (unit.builtArea === null) throw new DomainError('CONTRACT_AREA_MISSING');
  const ended = endedContractOf(db, unit.id, contractId);
  const latest = latestOfBuilding(db, unit.buildingId, contractId)?.terms;
  const other = permitsOf(db, project.id).filter(({ kind }) => kind !== 'preSalePermit');
  return {
    edition: wordingEdition,
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
      builtArea: unit.builtArea,
      innerArea: unit.innerArea,
      sharedArea: unit.sharedArea,
    },
    building: {
      deliveryOn: place.building.deliveryOn,
      mortgaged: isMortgaged(burdenOf(unit.encumbrance, place.building.mortgaged ? 'projectMortgage' : 'none')),
      lenderConsentOn: place.building.lenderConsentOn,
    },
    permits: [...other, ...(place.permit === null ? [] : [place.permit])].map(({ kind, number }) => ({ kind, number })),
    account: { bank: project.supervisedBank, name: project.sellerName, number: project.supervisedAccount },
    priceBasis: setting('priceBasis', subscription.subscribedOn),
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
      latest === undefined
        ? { fields: {}, annexes: {} }
        : { fields: latest.fields, annexes: carriedAnnexes(latest.annexes) },
    purchaseLimited: setting('purchaseLimits')[unit.use === 'home' ? 'home' : 'otherUse'],
    management: managementRecord(setting, unit.use),
    offers: { heating: setting('facilityOffers').heating, gas: setting('facilityOffers').gas && unit.use === 'home' },
    replaces: ended === undefined ? null : { number: ended.number, cancelledOn: ended.endedOn },
    drafter: drafterId === null ? '' : (accountById(db, drafterId)?.name ?? ''),
  };
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
function carriedAnnexes(
  annexes: NonNullable<ReturnType<typeof latestOfBuilding>>['terms']['annexes'],
): DraftFacts['carried']['annexes'] {
  const {
    payments: _payments,
    holders: _holders,
    ownTerms: _own,
    burdens: _burdens,
    eligibilityPapers: _papers,
    ...carried
  } = annexes;
  return carried;
}
