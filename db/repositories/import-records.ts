import type Database from 'better-sqlite3';
import { getTableName } from 'drizzle-orm';
import { grouped } from '#shared/kernel/grouped.ts';
import type { KeyedTable } from '../access.ts';
import { loggedTables } from '../replay.ts';

/** A record as an import left it, by the event of that import. */
export type WrittenRecord = {
  readonly table: KeyedTable;
  readonly name: string;
  readonly id: number;
  /** What stood there before, as far as the import changed it; null for a record that it added. */
  readonly before: Readonly<Record<string, unknown>> | null;
  /** What the import wrote last. */
  readonly after: Readonly<Record<string, unknown>>;
  /** The event of the import. */
  readonly seq: number;
};

const tables = new Map(loggedTables.map((table) => [getTableName(table), table]));

/** Everything that a running project's import wrote, in the order in which it began with each record. */
export function recordsOfImport(client: Database.Database, importId: number): WrittenRecord[] {
  const rows = client
    .prepare<[number], { seq: number; name: string; id: number; before: string | null; after: string }>(
      `select change.seq, change.table_name as name, change.row_id as id, change.before, change.after
        from events join event_changes as change on change.seq = events.seq
        where events.noun = 'imports' and events.kind = 'projectTakenOver' and events.subject_id = ?
        order by change.position`,
    )
    .all(importId);
  const written = new Map<string, WrittenRecord>();
  for (const { seq, name, id, before, after } of rows) {
    const table = tables.get(name);
    if (table === undefined || name === 'imports') continue;
    const known = written.get(`${name} ${id}`);
    const was = before === null ? null : (JSON.parse(before) as Record<string, unknown>);
    written.set(`${name} ${id}`, {
      table,
      name,
      id,
      seq,
      // What an earlier change of the same event found comes before what it left.
      before: known === undefined ? was : known.before === null ? null : { ...was, ...known.before },
      after: { ...known?.after, ...(JSON.parse(after) as Record<string, unknown>) },
    });
  }
  return [...written.values()];
}

/** Tables whose rows name a record by noun and number instead of a reference. */
const naming = ['documents', 'approvals'] as const;

/**
 * How many records of an import somebody has worked on since: changed, referred to by a new record (a receipt, a visit, a
 * case), or made a paper or request of. Counters go on by themselves and are no record.
 */
export function touchedSince(client: Database.Database, records: readonly WrittenRecord[]): number {
  const touched = new Set<string>();
  const groups = grouped(
    records.filter(({ name }) => name !== 'counters'),
    ({ name }) => name,
  );
  const idsIn = (text: string, ...params: unknown[]) =>
    client
      .prepare(text)
      .pluck()
      .all(...params) as number[];
  for (const [name, own] of groups) {
    const seq = own[0]?.seq ?? 0;
    const all = JSON.stringify(own.map(({ id }) => id));
    const changed = idsIn(
      `select distinct row_id from event_changes where table_name = ?
        and row_id in (select value from json_each(?)) and seq > ?`,
      name,
      all,
      seq,
    );
    for (const id of changed) touched.add(`${name} ${id}`);
    const added = own.filter(({ before }) => before === null).map(({ id }) => id);
    if (added.length === 0) continue;
    const ids = JSON.stringify(added);
    for (const { child, column } of referencesTo(client, name)) {
      const known = JSON.stringify((groups.get(child) ?? []).map(({ id }) => id));
      const named = idsIn(
        `select distinct "${column}" from "${child}" where "${column}" in (select value from json_each(?))
          and id not in (select value from json_each(?))`,
        ids,
        known,
      );
      for (const id of named) touched.add(`${name} ${id}`);
    }
    for (const table of naming) {
      const named = idsIn(
        `select distinct subject_id from "${table}" where noun = ? and subject_id in (select value from json_each(?))`,
        name,
        ids,
      );
      for (const id of named) touched.add(`${name} ${id}`);
    }
  }
  return touched.size;
}

/** The columns of other tables that refer to a table. */
function referencesTo(client: Database.Database, name: string): readonly { child: string; column: string }[] {
  return client
    .prepare<[string], { child: string; column: string }>(
      `select m.name as child, reference."from" as "column"
        from sqlite_schema m join pragma_foreign_key_list(m.name) reference
        where m.type = 'table' and reference."table" = ?`,
    )
    .all(name);
}
