import type Database from 'better-sqlite3';
import { gramsOf, type Searchable } from '#shared/kernel/grams.ts';
import type { WriteTx } from '../access.ts';

type Statements = {
  readonly drop: Database.Statement<[string, number]>;
  readonly add: Database.Statement<[string, number, string]>;
};

const prepared = new WeakMap<Database.Database, Statements>();

/** Prepared once for each connection: an import files twenty thousand records in one transaction. */
function statementsOf(client: Database.Database): Statements {
  const known = prepared.get(client);
  if (known !== undefined) return known;
  const statements: Statements = {
    drop: client.prepare('delete from grams where noun = ? and subject_id = ?'),
    add: client.prepare('insert or ignore into grams (noun, subject_id, gram) select ?, ?, value from json_each(?)'),
  };
  prepared.set(client, statements);
  return statements;
}

/** Files a new record under the pieces by which it is found. */
export function fileSubject(tx: WriteTx, noun: string, id: number, searchable: Searchable): void {
  statementsOf(tx.client).add.run(noun, id, JSON.stringify(gramsOf(searchable)));
}

/** Files a record under the pieces by which it is found, in place of those it had. */
export function indexSubject(tx: WriteTx, noun: string, id: number, searchable: Searchable): void {
  statementsOf(tx.client).drop.run(noun, id);
  fileSubject(tx, noun, id, searchable);
}

/** Takes records that are gone out of the search. */
export function dropSubjects(tx: WriteTx, noun: string, ids: readonly number[]): void {
  tx.client
    .prepare('delete from grams where noun = ? and subject_id in (select value from json_each(?))')
    .run(noun, JSON.stringify(ids));
}
