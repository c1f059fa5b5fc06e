import type Database from 'better-sqlite3';
import { type Column, getTableColumns, getTableName, type Table } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Drizzle, OpenDatabase } from './connection.ts';
import { holdsWords, keyOfWords } from './words.ts';

declare const readBrand: unique symbol;
declare const writeBrand: unique symbol;

/** A connection for reading. */
export type ReadDb = Pick<Drizzle, 'select' | 'selectDistinct' | '$count' | 'with'> & { readonly [readBrand]: true };

/** A table whose rows have an integer key: every table that the event log can replay. */
export type KeyedTable = Table & { readonly id: Column; readonly $inferSelect: { id: number } };

/** One row that a command changed: only the columns that differ, `null` where there was or is no row. */
export type RowChange = {
  readonly table: KeyedTable;
  readonly id: number;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  /** The whole row as it is now (or was, for a removal): names the person's key. */
  readonly row: Record<string, unknown>;
  /** The key that seals what is written in it about somebody, where the row has none of its own. */
  readonly wordsKeyId?: number | undefined;
};

/**
 * The one way to write: each change of a row is kept with what was there before, so that the event log holds it and
 * nobody writes an audit entry by hand. Exists only inside the corridor's transaction.
 */
export type WriteTx = ReadDb & {
  readonly [writeBrand]: true;
  /** Adds a row and returns it as stored. */
  insert<T extends KeyedTable>(table: T, values: T['$inferInsert']): T['$inferSelect'];
  /**
   * Changes a row and returns it as stored; a table with a `version` counts up. With `seen`, refuses as STALE when the
   * row has another version. Throws NOT_FOUND when there is no such row.
   */
  update<T extends KeyedTable>(
    table: T,
    id: number,
    patch: Partial<T['$inferInsert']>,
    seen?: number,
  ): T['$inferSelect'];
  /** Removes a row. Throws NOT_FOUND when there is none. */
  remove(table: KeyedTable, id: number): void;
  /** Removes many rows by one statement. Throws NOT_FOUND when one is not there. */
  removeAll(table: KeyedTable, ids: readonly number[]): void;
  /** Statements on tables outside the log: derived search pieces, keys, answers. */
  readonly client: Database.Database;
};

/** The connection as something that can only be read. */
export function readDb(database: OpenDatabase): ReadDb {
  return database.drizzle as unknown as ReadDb;
}

const behind = new WeakMap<object, object>();

/** What stands for the connection behind a reader, the same for every transaction on it. */
export function readerBehind(db: ReadDb): object {
  return behind.get(db) ?? db;
}

type Row = Record<string, unknown>;
type TableShape = { readonly name: string; readonly columns: readonly { key: string; name: string; column: Column }[] };

const shapes = new Map<Table, TableShape>();

function shapeOf(table: Table): TableShape {
  const known = shapes.get(table);
  if (known !== undefined) return known;
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => ({
    key,
    name: toSnakeCase(key),
    column,
  }));
  const shape = { name: getTableName(table), columns };
  shapes.set(table, shape);
  return shape;
}

/** A row of the driver as the program sees it: camelCase, booleans, parsed JSON. */
export function rowFromDriver(table: Table, raw: Row): Row {
  const row: Row = {};
  for (const { key, name, column } of shapeOf(table).columns) {
    const value = raw[name];
    row[key] = value === null || value === undefined ? null : column.mapFromDriverValue(value);
  }
  return row;
}

/** The writing side of a connection; `changes` receives every changed row. */
export function writeTx(database: OpenDatabase, changes: RowChange[]): WriteTx {
  const { client, drizzle } = database;
  const statements = statementsOf(client);

  function rowById(table: Table, id: number): Row {
    const shape = shapeOf(table);
    const raw = statements(`select * from "${shape.name}" where "id" = ?`).get(id);
    if (raw === undefined) throw new DomainError('NOT_FOUND');
    return rowFromDriver(table, raw);
  }

  // Asked as the change is made: a person who is made anonymous in the same act has another key afterwards.
  function changed(change: RowChange): void {
    const words = holdsWords(change.table, change.before) || holdsWords(change.table, change.after);
    changes.push(words ? { ...change, wordsKeyId: keyOfWords(client, getTableName(change.table), change.id) } : change);
  }

  function insert(table: KeyedTable, values: Row): Row {
    const shape = shapeOf(table);
    const given = shape.columns.filter(({ key }) => values[key] !== undefined);
    const names = given.map(({ name }) => `"${name}"`).join(', ');
    const marks = given.map(() => '?').join(', ');
    const raw = statements(`insert into "${shape.name}" (${names}) values (${marks}) returning *`).get(
      ...given.map(({ key, column }) => toDriver(column, values[key])),
    );
    const row = rowFromDriver(table, raw ?? {});
    changed({ table, id: Number(row.id), before: null, after: row, row });
    return row;
  }

  function update(table: KeyedTable, id: number, patch: Row, seen?: number): Row {
    const shape = shapeOf(table);
    const before = rowById(table, id);
    if (seen !== undefined && before.version !== seen) throw new DomainError('STALE');
    const differing = shape.columns.filter(
      ({ key, column }) =>
        patch[key] !== undefined && !same(toDriver(column, patch[key]), toDriver(column, before[key])),
    );
    if (differing.length === 0) return before;
    const values = differing.map(({ key, column }) => toDriver(column, patch[key]));
    const counted = 'version' in before ? [', "version" = "version" + 1'] : [];
    const raw = statements(
      `update "${shape.name}" set ${differing.map(({ name }) => `"${name}" = ?`).join(', ')}${counted.join('')} where "id" = ? returning *`,
    ).get(...values, id);
    const after = rowFromDriver(table, raw ?? {});
    const keys = [...differing.map(({ key }) => key), ...('version' in before ? ['version'] : [])];
    changed({ table, id, before: pick(before, keys), after: pick(after, keys), row: after });
    return after;
  }

  function remove(table: KeyedTable, id: number): void {
    const before = rowById(table, id);
    changed({ table, id, before, after: null, row: before });
    statements(`delete from "${shapeOf(table).name}" where "id" = ?`).run(id);
  }

  // One statement: inside a savepoint every removal of a row that others may refer to would copy its pages once more.
  function removeAll(table: KeyedTable, ids: readonly number[]): void {
    for (const id of ids) {
      const before = rowById(table, id);
      changed({ table, id, before, after: null, row: before });
    }
    statements(`delete from "${shapeOf(table).name}" where "id" in (select value from json_each(?))`).run(
      JSON.stringify(ids),
    );
  }

  const reader: Pick<Drizzle, 'select' | 'selectDistinct' | '$count' | 'with'> = {
    select: drizzle.select.bind(drizzle),
    selectDistinct: drizzle.selectDistinct.bind(drizzle),
    $count: drizzle.$count,
    with: drizzle.with.bind(drizzle),
  };
  const tx = { ...reader, insert, update, remove, removeAll, client } as unknown as WriteTx;
  behind.set(tx, drizzle);
  return tx;
}

const statementCaches = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[], Row>>>();

/** Statements prepared once for each connection and text. */
function statementsOf(client: Database.Database): (sql: string) => Database.Statement<unknown[], Row> {
  const cache = statementCaches.get(client) ?? new Map<string, Database.Statement<unknown[], Row>>();
  statementCaches.set(client, cache);
  return (sql) => {
    const known = cache.get(sql);
    if (known !== undefined) return known;
    const statement = client.prepare<unknown[], Row>(sql);
    cache.set(sql, statement);
    return statement;
  };
}

function toDriver(column: Column, value: unknown): unknown {
  return value === null || value === undefined ? null : column.mapToDriverValue(value);
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (Buffer.isBuffer(a) && Buffer.isBuffer(b) && a.equals(b));
}

function pick(row: Row, keys: readonly string[]): Row {
  return Object.fromEntries(keys.map((key) => [key, row[key]]));
}
