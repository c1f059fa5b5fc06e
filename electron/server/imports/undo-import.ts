import { eq } from 'drizzle-orm';
import type { OpenDatabase } from '#db/connection.ts';
import { dropSubjects } from '#db/repositories/grams.ts';
import { hasOtherUnits, importById, touchedUnits, unitsOfImport } from '#db/repositories/imports.ts';
import { linesOfBatch } from '#db/repositories/price-batches.ts';
import { buildings, imports, units } from '#db/schema/inventory.ts';
import { priceBatches, priceBatchLines } from '#db/schema/prices.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { LongContext } from '../kernel/handlers.ts';
import { projectTouched, undoProject } from './undo-project.ts';

/** Says of each import whether it can still be undone, and why not. */
export function undoRefusals(
  database: OpenDatabase,
  mayTouchDeals: boolean,
): (row: typeof imports.$inferSelect) => true | Refusal {
  const touched = touchedUnits(database.client);
  return ({ id, kind, state }) => {
    if (state === 'undone') return { code: 'IMPORT_UNDONE' };
    if (kind === 'runningProject')
      return mayTouchDeals ? (projectTouched(database, id) ?? true) : { code: 'FORBIDDEN' };
    const count = touched.get(id) ?? 0;
    return count === 0 ? true : { code: 'IMPORT_TOUCHED', params: { units: count } };
  };
}

/** Takes an import back whole, whatever it was of; answers how many records it was. */
export function undoImport(
  database: OpenDatabase,
  context: LongContext,
  order: { readonly importId: number; readonly version: number },
) {
  const row = importById(context.db, order.importId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (row.state === 'undone') throw new DomainError('IMPORT_UNDONE');
  const { kind } = row;
  if (kind !== 'runningProject') return { kind, records: undoUnits(database, context, order) };
  if (!context.can('deals.import')) throw new DomainError('FORBIDDEN');
  return { kind, records: undoProject(database, context, order) };
}

/**
 * Takes back what was written of units by a list or a pattern: the units that it added go, those that it changed get back what they had, and the buildings
 * that then stand empty go too. Refused once one of its units was released, priced anew or claimed.
 */
function undoUnits(
  database: OpenDatabase,
  { db, tx, now, happened, pace }: LongContext,
  { importId, version }: { readonly importId: number; readonly version: number },
) {
  endBatchOf({ db, tx }, importId);
  const written = unitsOfImport(database.client, importId);
  const touched = written.filter(({ untouched }) => !untouched).length;
  if (touched > 0) throw new DomainError('IMPORT_TOUCHED', { units: touched });
  const added = written.filter(({ before }) => before === null).map(({ unitId }) => unitId);
  const emptied = buildingsOfImport(db, importId).filter((id) => !hasOtherUnits(db, id, importId));
  pace('takingBack', 0, written.length);
  dropSubjects(tx, 'units', added);
  tx.removeAll(units, added);
  for (const [index, { unitId, before }] of written.entries()) {
    pace('takingBack', index, written.length);
    if (before === null) continue;
    const { version: _version, ...values } = before;
    tx.update(units, unitId, values);
  }
  for (const buildingId of emptied) {
    // A building that was given its permit by hand is somebody's work: it stays.
    const building = db.select().from(buildings).where(eq(buildings.id, buildingId)).get();
    if (building?.permitId === null && building.version === 1) tx.remove(buildings, buildingId);
  }
  tx.update(imports, importId, { state: 'undone', undoneAt: now }, version);
  happened({ kind: 'undone', noun: 'imports', id: importId, data: { units: written.length } });
  return written.length;
}

/** A draft of a price batch that came with the import ends with it. Throws IMPORT_IN_BATCH once it was asked for. */
function endBatchOf({ db, tx }: Pick<LongContext, 'db' | 'tx'>, importId: number): void {
  const batch = db.select().from(priceBatches).where(eq(priceBatches.importId, importId)).get();
  if (batch === undefined || batch.state === 'withdrawn' || batch.state === 'rejected') return;
  if (batch.state !== 'draft' && batch.state !== 'returned')
    throw new DomainError('IMPORT_IN_BATCH', { number: batch.number });
  tx.removeAll(
    priceBatchLines,
    linesOfBatch(db, batch.id).map(({ id }) => id),
  );
  tx.update(priceBatches, batch.id, { state: 'withdrawn' });
}

function buildingsOfImport(db: LongContext['db'], importId: number): number[] {
  return db
    .selectDistinct({ id: units.buildingId })
    .from(units)
    .where(eq(units.importId, importId))
    .all()
    .map(({ id }) => id);
}
