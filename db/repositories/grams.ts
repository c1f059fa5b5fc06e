import { gramsOf, type Searchable } from '#shared/kernel/grams.ts';
import type { WriteTx } from '../access.ts';

/** Files a record under the pieces by which it is found, in place of those it had. */
export function indexSubject(tx: WriteTx, noun: string, id: number, searchable: Searchable): void {
  tx.client.prepare('delete from grams where noun = ? and subject_id = ?').run(noun, id);
  const insert = tx.client.prepare('insert or ignore into grams (gram, noun, subject_id) values (?, ?, ?)');
  for (const gram of gramsOf(searchable)) insert.run(gram, noun, id);
}

/** Takes records that are gone out of the search. */
export function dropSubjects(tx: WriteTx, noun: string, ids: readonly number[]): void {
  tx.client
    .prepare('delete from grams where noun = ? and subject_id in (select value from json_each(?))')
    .run(noun, JSON.stringify(ids));
}
