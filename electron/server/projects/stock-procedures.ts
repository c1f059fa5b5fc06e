import { buildingsOf, phaseById } from '#db/repositories/projects.ts';
import { buildings, phases, surveys } from '#db/schema/inventory.ts';
import type { projectStock } from '#shared/api/projects-stock.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Handlers } from '../kernel/handlers.ts';

/** Handlers of phases and surveys. */
export const projectStockHandlers: Handlers<typeof projectStock> = {
  savePhase: ({ db, tx, happened }, { phaseId, version, projectId, name, sortOrder, buildingIds }) => {
    const before = phaseId === null ? undefined : phaseById(db, phaseId);
    if (phaseId !== null && before?.projectId !== projectId) throw new DomainError('NOT_FOUND');
    const own = buildingsOf(db, projectId).map(({ building }) => building);
    if (buildingIds.some((id) => own.every((building) => building.id !== id))) throw new DomainError('NOT_FOUND');
    const row =
      before === undefined
        ? tx.insert(phases, { projectId, name, sortOrder })
        : tx.update(phases, before.id, { name, sortOrder }, version ?? before.version);
    for (const building of own) {
      const within = buildingIds.includes(building.id);
      if (within !== (building.phaseId === row.id))
        tx.update(buildings, building.id, { phaseId: within ? row.id : null });
    }
    happened({ kind: 'phaseSaved', noun: 'phases', id: row.id, data: { name } });
    return { phaseId: row.id };
  },

  removePhase: ({ db, tx, happened }, { phaseId, version }) => {
    const row = phaseById(db, phaseId);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    if (row.version !== version) throw new DomainError('STALE');
    for (const { building } of buildingsOf(db, row.projectId))
      if (building.phaseId === phaseId) tx.update(buildings, building.id, { phaseId: null });
    tx.remove(phases, phaseId);
    happened({ kind: 'phaseRemoved', noun: 'phases', id: phaseId, data: { name: row.name } });
    return {};
  },

  saveSurvey: ({ tx, happened }, { surveyId, version, ...given }) => {
    const row =
      surveyId === null ? tx.insert(surveys, given) : tx.update(surveys, surveyId, given, version ?? undefined);
    happened({ kind: 'surveySaved', noun: 'projects', id: 1, data: { number: row.number } });
    return { surveyId: row.id };
  },
};
