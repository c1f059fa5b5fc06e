import { attachmentCounts } from '#db/repositories/attachments.ts';
import { houseTypeById, houseTypesWithUnits, unitsOfType } from '#db/repositories/house-types.ts';
import { houseTypes, units } from '#db/schema/inventory.ts';
import type { houseTypes as houseTypesApi } from '#shared/api/house-types.ts';
import { homeFactsRefusal } from '#shared/domain/units/home-facts.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { Handlers } from '../kernel/handlers.ts';

function checkRange(from: number | null, to: number | null): void {
  if (from !== null && to !== null && to < from) throw new DomainError('HOUSE_TYPE_RANGE');
}

/** Handlers of house types. */
export const houseTypesHandlers: Handlers<typeof houseTypesApi> = {
  list: ({ db, can }) => {
    const rows = houseTypesWithUnits(db);
    const plans = attachmentCounts(
      db,
      'houseTypes',
      rows.map(({ type }) => type.id),
    );
    const allowed: true | Refusal = can('units.write') || { code: 'FORBIDDEN' };
    return rows.map(({ type, units: all, available }) => ({
      ...type,
      units: all,
      available,
      plans: plans.get(type.id) ?? 0,
      can: {
        save: allowed,
        remove:
          allowed !== true || all === 0 ? allowed : { code: 'HOUSE_TYPE_IN_USE' as const, params: { units: all } },
      },
    }));
  },

  save: ({ db, tx, happened }, { houseTypeId, version, ...given }) => {
    checkRange(given.builtFromArea, given.builtToArea);
    checkRange(given.innerFromArea, given.innerToArea);
    const before = houseTypeId === null ? undefined : houseTypeById(db, houseTypeId);
    if (houseTypeId !== null && before === undefined) throw new DomainError('NOT_FOUND');
    const row =
      before === undefined
        ? tx.insert(houseTypes, given)
        : tx.update(houseTypes, before.id, given, version ?? before.version);
    // What papers print is the name; homes that somebody has keep the one that was agreed.
    if (before !== undefined && before.name !== row.name)
      for (const unit of unitsOfType(db, row.id))
        if (unit.houseType === before.name && homeFactsRefusal(unit) === undefined)
          tx.update(units, unit.id, { houseType: row.name });
    happened({ kind: 'houseTypeSaved', noun: 'houseTypes', id: row.id, data: { name: row.name } });
    return { houseTypeId: row.id };
  },

  remove: ({ db, tx, happened }, { houseTypeId, version }) => {
    const row = houseTypeById(db, houseTypeId);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    if (row.version !== version) throw new DomainError('STALE');
    const homes = unitsOfType(db, houseTypeId).length;
    if (homes > 0) throw new DomainError('HOUSE_TYPE_IN_USE', { units: homes });
    tx.remove(houseTypes, houseTypeId);
    happened({ kind: 'houseTypeRemoved', noun: 'houseTypes', id: houseTypeId, data: { name: row.name } });
    return {};
  },
};
