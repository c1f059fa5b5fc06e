import { buildingsOf, permitsOf, theProject, unitsOfBuilding } from '#db/repositories/projects.ts';
import { buildings, permits, projects, units } from '#db/schema/inventory.ts';
import type { projects as projectsApi } from '#shared/api/projects.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext, Handlers } from '../kernel/handlers.ts';

/** The registry lists the units of a building as saleable from its pre-sale permit on, and not without one. */
function followPermit({ db, tx }: CommandContext, buildingId: number, covered: boolean): void {
  const [before, after] = covered ? (['notCovered', 'saleable'] as const) : (['saleable', 'notCovered'] as const);
  for (const unit of unitsOfBuilding(db, buildingId))
    if (unit.legalState === before) tx.update(units, unit.id, { legalState: after });
}

/** Handlers of the development and its papers. */
export const projectsHandlers: Handlers<typeof projectsApi> = {
  detail: ({ db }) => {
    const project = theProject(db);
    if (project === undefined) throw new DomainError('NOT_FOUND');
    const own = buildingsOf(db, project.id);
    return {
      ...project,
      permits: permitsOf(db, project.id).map(({ id, kind, number, issuedOn, validTo }) => ({
        id,
        kind,
        number,
        issuedOn,
        validTo,
        buildings: own.filter(({ building }) => building.permitId === id).map(({ building }) => building.name),
      })),
      buildings: own.map(({ building, units: all, unreleased }) => ({
        id: building.id,
        name: building.name,
        permitId: building.permitId,
        pricesPublishedOn: building.pricesPublishedOn,
        mortgaged: building.mortgaged,
        lenderConsentOn: building.lenderConsentOn,
        deliveryOn: building.deliveryOn,
        units: all,
        unreleased,
        version: building.version,
      })),
    };
  },

  update: ({ tx, happened }, { projectId, version, ...patch }) => {
    tx.update(projects, projectId, patch, version);
    happened({ kind: 'projectChanged', noun: 'projects', id: projectId });
    return {};
  },

  addPermit: (context, { projectId, kind, number, issuedOn, validTo, buildingIds }) => {
    const { tx, happened } = context;
    const permit = tx.insert(permits, { projectId, kind, number, issuedOn, validTo });
    if (kind === 'preSalePermit')
      for (const buildingId of buildingIds) {
        tx.update(buildings, buildingId, { permitId: permit.id });
        followPermit(context, buildingId, true);
      }
    happened({ kind: 'permitEntered', noun: 'projects', id: projectId, data: { permitKind: kind, number } });
    return { permitId: permit.id };
  },

  updateBuilding: (context, { buildingId, version, ...patch }) => {
    const { tx, happened } = context;
    tx.update(buildings, buildingId, patch, version);
    followPermit(context, buildingId, patch.permitId !== null);
    happened({ kind: 'buildingChanged', noun: 'buildings', id: buildingId });
    return {};
  },
};
