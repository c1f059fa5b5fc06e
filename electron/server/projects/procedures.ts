import { theOffice } from '#db/repositories/accounts.ts';
import { attachmentCounts } from '#db/repositories/attachments.ts';
import { surveysWithUnits } from '#db/repositories/house-types.ts';
import {
  buildingById,
  buildingsOf,
  coverageOf,
  permitById,
  permitsOf,
  phasesOf,
  theProject,
} from '#db/repositories/projects.ts';
import { buildings, permits, projects } from '#db/schema/inventory.ts';
import { office } from '#db/schema/office.ts';
import type { projects as projectsApi } from '#shared/api/projects.ts';
import { releaseObstacles } from '#shared/domain/projects/release-obstacles.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { checkedCreditCode } from '../setup/credit-code.ts';
import { buildingSaleFacts } from '../units/unit-facts.ts';
import { coverBuildings, coveredBy, followPermit, recordPreSale } from './coverage.ts';
import { projectStockHandlers } from './stock-procedures.ts';

function checkDates(issuedOn: LocalDate, validTo: LocalDate | null): void {
  if (validTo !== null && validTo < issuedOn) throw new DomainError('PERMIT_DATES');
}

/** Handlers of the development and its papers. */
export const projectsHandlers: Handlers<typeof projectsApi> = {
  ...projectStockHandlers,

  detail: ({ db, today }) => {
    const project = theProject(db);
    if (project === undefined) throw new DomainError('NOT_FOUND');
    const own = buildingsOf(db, project.id);
    const certificates = permitsOf(db, project.id);
    const scans = attachmentCounts(
      db,
      'permits',
      certificates.map(({ id }) => id),
    );
    const coverage = coverageOf(db, project.id);
    const all = own.map(({ building }) => building);
    const company = theOffice(db);
    if (company === undefined) throw new DomainError('NOT_FOUND');
    return {
      ...project,
      sellerVersion: company.version,
      sellerCreditCode: company.creditCode,
      sellerAddress: company.companyAddress,
      sellerPhone: company.companyPhone,
      sellerRepresentative: company.representative,
      permits: certificates.map((permit) => {
        const { id, kind, number, issuedOn, validTo, version } = permit;
        const { covered, earlier } = coveredBy(permit, all, coverage);
        return {
          id,
          kind,
          number,
          issuedOn,
          validTo,
          buildings: covered.map(({ name }) => name),
          buildingIds: covered.map((building) => building.id),
          earlier: earlier.map(({ name }) => name),
          scans: scans.get(id) ?? 0,
          version,
        };
      }),
      phases: phasesOf(db, project.id).map(({ id, name, sortOrder, version }) => ({ id, name, sortOrder, version })),
      surveys: surveysWithUnits(db).map(({ survey, units: measured }) => ({ ...survey, units: measured })),
      buildings: own.map(({ building, units: homes, beside, unreleased, unpriced }) => ({
        id: building.id,
        name: building.name,
        phaseId: building.phaseId,
        permitId: building.permitId,
        pricesPublishedOn: building.pricesPublishedOn,
        mortgaged: building.mortgaged,
        lenderConsentOn: building.lenderConsentOn,
        lenderConsentTo: building.lenderConsentTo,
        deliveryOn: building.deliveryOn,
        units: homes,
        garage: homes > 0 && beside === homes,
        unreleased,
        obstacles: releaseObstacles(
          buildingSaleFacts(
            { building, permit: certificates.find(({ id }) => id === building.permitId) ?? null },
            today,
          ),
          unpriced,
        ),
        version: building.version,
      })),
    };
  },

  update: ({ tx, happened }, { projectId, version, ...given }) => {
    const { sellerVersion, sellerCreditCode, sellerAddress, sellerPhone, sellerRepresentative, ...patch } = given;
    tx.update(projects, projectId, patch, version);
    const company = {
      creditCode: checkedCreditCode(sellerCreditCode),
      companyAddress: sellerAddress,
      companyPhone: sellerPhone,
      representative: sellerRepresentative,
    };
    tx.update(office, 1, company, sellerVersion);
    happened({ kind: 'projectChanged', noun: 'projects', id: projectId });
    return {};
  },

  addPermit: (context, { projectId, kind, number, issuedOn, validTo, buildingIds }) => {
    const { tx, happened } = context;
    checkDates(issuedOn, validTo);
    const permit = tx.insert(permits, { projectId, kind, number, issuedOn, validTo });
    coverBuildings(context, permit, buildingIds);
    happened({ kind: 'permitEntered', noun: 'projects', id: projectId, data: { permitKind: kind, number } });
    return { permitId: permit.id };
  },

  updatePermit: (context, { permitId, version, buildingIds, ...patch }) => {
    const { db, tx, happened } = context;
    const permit = permitById(db, permitId);
    if (permit === undefined) throw new DomainError('NOT_FOUND');
    checkDates(patch.issuedOn, patch.validTo);
    tx.update(permits, permitId, patch, version);
    coverBuildings(context, permit, buildingIds);
    happened({ kind: 'permitChanged', noun: 'projects', id: permit.projectId, data: { number: patch.number } });
    return {};
  },

  updateBuilding: (context, { buildingId, version, ...patch }) => {
    const { db, tx, happened } = context;
    const before = buildingById(db, buildingId);
    if (before === undefined) throw new DomainError('NOT_FOUND');
    const after = tx.update(buildings, buildingId, patch, version);
    const { lenderConsentOn: from, lenderConsentTo: to } = after;
    if (to !== null && (from === null || to < from)) throw new DomainError('LENDER_CONSENT_DATES');
    recordPreSale(context, before, patch.permitId);
    followPermit(context, buildingId, patch.permitId !== null);
    happened({ kind: 'buildingChanged', noun: 'buildings', id: buildingId });
    return {};
  },
};
