import { sql } from 'drizzle-orm';
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

/** A parameter of a prepared query, to be given by its name when it is run. */
export function given(name: string) {
  return sql.placeholder(name);
}
