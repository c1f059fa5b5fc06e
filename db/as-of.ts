import { and, desc, getTableName, gt, inArray, lte } from 'drizzle-orm';
import type { KeyedTable, ReadDb } from './access.ts';
import { eventChanges, events } from './schema/events.ts';

/** Reads tables as they stood at an instant of the past. */
export type PastReader = {
  /** The rows of a table, in no order. */
  rows<T extends KeyedTable>(table: T): T['$inferSelect'][];
};

type Undo = { readonly rowId: number; readonly before: string | null; readonly after: string | null };

/**
 * Takes back what the event log says has happened after `at` (UTC ms): the rows as they stand, with the changes undone
 * from the newest on. The work grows with what has happened since. Only for tables without personal columns, which the
 * log holds as ciphertext.
 */
export function readAsOf(db: ReadDb, at: number, tables: readonly KeyedTable[]): PastReader {
  const last = db
    .select({ seq: events.seq })
    .from(events)
    .where(lte(events.happenedAt, at))
    .orderBy(desc(events.seq))
    .limit(1)
    .get();
  const names = tables.map((table) => getTableName(table));
  const undone = new Map<string, Undo[]>(names.map((name) => [name, []]));
  const changes = db
    .select({
      tableName: eventChanges.tableName,
      rowId: eventChanges.rowId,
      before: eventChanges.before,
      after: eventChanges.after,
    })
    .from(eventChanges)
    .where(and(gt(eventChanges.seq, last?.seq ?? 0), inArray(eventChanges.tableName, names)))
    .orderBy(desc(eventChanges.seq), desc(eventChanges.position))
    .all();
  for (const { tableName, ...change } of changes) undone.get(tableName)?.push(change);
  return {
    rows: (table) => {
      const current = db.select().from(table).all() as { id: number }[];
      const rows = new Map<number, object>(current.map((row) => [row.id, row]));
      for (const { rowId, before, after } of undone.get(getTableName(table)) ?? []) {
        if (before === null) rows.delete(rowId);
        else if (after === null) rows.set(rowId, JSON.parse(before));
        else rows.set(rowId, { ...rows.get(rowId), ...JSON.parse(before) });
      }
      return [...rows.values()] as (typeof table)['$inferSelect'][];
    },
  };
}
