import { type Column, type SQL, sql } from 'drizzle-orm';
import { type ReadDb, readerBehind } from './access.ts';

/**
 * A query that is built once for each connection and then only run: building one costs ten times what running it does.
 * For what a command asks on its way, and what is asked again and again. Its parameters are {@link given}.
 */
export function prepared<Query>(build: (db: ReadDb) => Query): (db: ReadDb) => Query {
  const built = new WeakMap<object, Query>();
  return (db) => {
    const reader = readerBehind(db);
    const known = built.get(reader);
    if (known !== undefined) return known;
    const query = build(db);
    built.set(reader, query);
    return query;
  };
}

/**
 * For queries of all rows or of some: a column is among the numbers given as `ids`, or there are no numbers. The list is
 * one parameter, {@link listOf}, so that one prepared query serves lists of every length.
 */
export function among(column: Column, some: boolean): SQL | undefined {
  return some ? sql`${column} in (select value from json_each(${given('ids')}))` : undefined;
}

/** Numbers as the one parameter of a query with {@link among}. */
export function listOf(ids: readonly number[] | null): { ids: string } {
  return { ids: JSON.stringify(ids ?? []) };
}

/** A query in two forms: of all rows, and of some. */
export function preparedForSome<Query>(
  build: (db: ReadDb, some: boolean) => Query,
): (db: ReadDb, ids: readonly number[] | null) => Query {
  const ofAll = prepared((db) => build(db, false));
  const ofSome = prepared((db) => build(db, true));
  return (db, ids) => (ids === null ? ofAll(db) : ofSome(db));
}

/** A parameter of a prepared query, to be given by its name when it is run. */
export function given(name: string) {
  return sql.placeholder(name);
}
