import type { OpenDatabase } from '#db/connection.ts';
import { dropSubjects } from '#db/repositories/grams.ts';
import { recordsOfImport, touchedSince, type WrittenRecord } from '#db/repositories/import-records.ts';
import { imports } from '#db/schema/inventory.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { grouped } from '#shared/kernel/grouped.ts';
import type { LongContext } from '../kernel/handlers.ts';

/** Records that the search finds. */
const searched = ['customers', 'subscriptions', 'contracts'] as const;

/** Why a running project cannot be taken back any more, or undefined. */
export function projectTouched({ client }: OpenDatabase, importId: number): Refusal | undefined {
  const records = touchedSince(client, recordsOfImport(client, importId));
  return records === 0 ? undefined : { code: 'IMPORT_PROJECT_TOUCHED', params: { records } };
}

/**
 * Takes a running project back as one act: everything that its import added goes, the homes are as they were, and numbers
 * that it moved on come back where nobody has taken one since. Refused once one of its records was worked on.
 */
export function undoProject(
  database: OpenDatabase,
  { tx, now, happened, pace }: LongContext,
  { importId, version }: { readonly importId: number; readonly version: number },
): number {
  const refused = projectTouched(database, importId);
  if (refused !== undefined) throw DomainError.from(refused);
  const records = recordsOfImport(database.client, importId);
  const counters = records.filter(({ name }) => name === 'counters');
  const others = records.filter(({ name }) => name !== 'counters');
  const added = grouped(
    others.filter(({ before }) => before === null),
    ({ table }) => table,
  );
  // What refers to a record was written after it: the last kind goes first.
  let gone = 0;
  for (const [table, own] of [...added].toReversed()) {
    pace('takingBack', gone, others.length);
    gone += own.length;
    const ids = own.map(({ id }) => id);
    const noun = searched.find((name) => name === own[0]?.name);
    if (noun !== undefined) dropSubjects(tx, noun, ids);
    tx.removeAll(table, ids);
  }
  for (const { table, id, before } of others) if (before !== null) tx.update(table, id, withoutVersion(before));
  for (const counter of counters) putBack(database, tx, counter);
  tx.update(imports, importId, { state: 'undone', undoneAt: now }, version);
  happened({ kind: 'undone', noun: 'imports', id: importId, data: { records: others.length } });
  return others.length;
}

function putBack({ client }: OpenDatabase, tx: LongContext['tx'], { table, id, before, after }: WrittenRecord): void {
  const last = client.prepare('select last from counters where id = ?').pluck().get(id);
  if (last !== after.last) return;
  if (before === null) tx.remove(table, id);
  else tx.update(table, id, before);
}

function withoutVersion({ version: _version, ...values }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return values;
}
