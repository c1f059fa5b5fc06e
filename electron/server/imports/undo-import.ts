import { eq } from 'drizzle-orm';
import { dropSubject } from '#db/repositories/grams.ts';
import { hasOtherUnits, importById, unitsOfImport } from '#db/repositories/imports.ts';
import { buildings, imports, units } from '#db/schema/inventory.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';

/**
 * Takes an import back whole: the units that it added, and the buildings that then stand empty. Refused once one of its
 * units was released, priced anew or claimed. Prices that it changed on older units stay: the history has the earlier.
 */
export function undoImport(
  { db, tx, now, happened }: CommandContext,
  { importId, version }: { readonly importId: number; readonly version: number },
) {
  const row = importById(db, importId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (row.state === 'undone') throw new DomainError('IMPORT_UNDONE');
  const own = unitsOfImport(db, importId);
  const touched = own.filter(({ untouched }) => !untouched).length;
  if (touched > 0) throw new DomainError('IMPORT_TOUCHED', { units: touched });
  const emptied = [...new Set(own.map(({ buildingId }) => buildingId))].filter(
    (buildingId) => !hasOtherUnits(db, buildingId, importId),
  );
  for (const { id } of own) {
    dropSubject(tx, 'units', id);
    tx.remove(units, id);
  }
  for (const buildingId of emptied) {
    // A building that was given its permit by hand is somebody's work: it stays.
    const building = db.select().from(buildings).where(eq(buildings.id, buildingId)).get();
    if (building?.permitId === null && building.version === 1) tx.remove(buildings, buildingId);
  }
  tx.update(imports, importId, { state: 'undone', undoneAt: now }, version);
  happened({ kind: 'undone', noun: 'imports', id: importId, data: { units: own.length } });
  return { units: own.length };
}
