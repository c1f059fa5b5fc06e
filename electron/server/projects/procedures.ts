import { theOffice } from '#db/repositories/accounts.ts';
import { attachmentCounts } from '#db/repositories/attachments.ts';
import { buildingsOf, permitById, permitsOf, theProject, unitsOfBuilding } from '#db/repositories/projects.ts';
import { buildings, permits, projects, units } from '#db/schema/inventory.ts';
import { office } from '#db/schema/office.ts';
import type { projects as projectsApi } from '#shared/api/projects.ts';
import { releaseObstacles } from '#shared/domain/projects/release-obstacles.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { CommandContext, Handlers } from '../kernel/handlers.ts';
import { checkedCreditCode } from '../setup/credit-code.ts';
import { buildingSaleFacts } from '../units/unit-facts.ts';

/** The registry lists the units of a building as saleable from its pre-sale permit on, and not without one. */
function followPermit({ db, tx }: CommandContext, buildingId: number, covered: boolean): void {
  const [before, after] = covered ? (['notCovered', 'saleable'] as const) : (['saleable', 'notCovered'] as const);
  for (const unit of unitsOfBuilding(db, buildingId))
    if (unit.legalState === before) tx.update(units, unit.id, { legalState: after });
}

function checkDates(issuedOn: LocalDate, validTo: LocalDate | null): void {
  if (validTo !== null && validTo < issuedOn) throw new DomainError('PERMIT_DATES');
}

/** Handlers of the development and its papers. */
export const projectsHandlers: Handlers<typeof projectsApi> = {
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
    const company = theOffice(db);
    if (company === undefined) throw new DomainError('NOT_FOUND');
    return {
      ...project,
      sellerVersion: company.version,
      sellerCreditCode: company.creditCode,
      sellerAddress: company.companyAddress,
      sellerPhone: company.companyPhone,
      sellerRepresentative: company.representative,
      permits: certificates.map(({ id, kind, number, issuedOn, validTo, version }) => ({
        id,
        kind,
        number,
        issuedOn,
        validTo,
        buildings: own.filter(({ building }) => building.permitId === id).map(({ building }) => building.name),
        scans: scans.get(id) ?? 0,
        version,
      })),
      buildings: own.map(({ building, units: all, beside, unreleased, unpriced }) => ({
        id: building.id,
        name: building.name,
        permitId: building.permitId,
        pricesPublishedOn: building.pricesPublishedOn,
        mortgaged: building.mortgaged,
        lenderConsentOn: building.lenderConsentOn,
        deliveryOn: building.deliveryOn,
        units: all,
        garage: all > 0 && beside === all,
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
    if (kind === 'preSalePermit')
      for (const buildingId of buildingIds) {
        tx.update(buildings, buildingId, { permitId: permit.id });
        followPermit(context, buildingId, true);
      }
    happened({ kind: 'permitEntered', noun: 'projects', id: projectId, data: { permitKind: kind, number } });
    return { permitId: permit.id };
  },

  updatePermit: (context, { permitId, version, buildingIds, ...patch }) => {
    const { db, tx, happened } = context;
    const permit = permitById(db, permitId);
    if (permit === undefined) throw new DomainError('NOT_FOUND');
    checkDates(patch.issuedOn, patch.validTo);
    tx.update(permits, permitId, patch, version);
    if (permit.kind === 'preSalePermit')
      for (const { building } of buildingsOf(db, permit.projectId)) {
        const covers = buildingIds.includes(building.id);
        if (covers === (building.permitId === permitId)) continue;
        tx.update(buildings, building.id, { permitId: covers ? permitId : null });
        followPermit(context, building.id, covers);
      }
    happened({ kind: 'permitChanged', noun: 'projects', id: permit.projectId, data: { number: patch.number } });
    return {};
  },

  updateBuilding: (context, { buildingId, version, ...patch }) => {
    const { tx, happened } = context;
    tx.update(buildings, buildingId, patch, version);
    followPermit(context, buildingId, patch.permitId !== null);
    happened({ kind: 'buildingChanged', noun: 'buildings', id: buildingId });
    return {};
  },
};
