import type Database from 'better-sqlite3';
import { keyedHash } from '#db/personal.ts';
import { recordColumns } from '#shared/domain/events/fields.ts';

/** Stands for the number of a record that nobody is led to any more. */
export const NO_RECORD = 0;

/** Gives the pseudonym of a customer who was made anonymous; null for everybody else. */
export type PseudonymOf = (customerId: number) => string | null;

const columns: Readonly<Record<string, string>> = recordColumns;

/** True for a column that says which customer. */
export function namesCustomer(column: string): boolean {
  return columns[column] === 'customers';
}

/**
 * Pseudonyms of people of whom nothing is held any more (audit: ten years, with pseudonyms once the data are destroyed):
 * a keyed hash stands in the log for the number of their file, which may stand on paper beside a name. The same person has
 * the same one, so that what was done can still be told apart; the chain, which covers the number, is not touched.
 */
export function pseudonymsOf(client: Database.Database, key: Uint8Array): PseudonymOf {
  const gone = client
    .prepare<[number], number>("select 1 from customers where id = ? and state = 'anonymised'")
    .pluck();
  return (customerId) =>
    gone.get(customerId) === undefined ? null : `P-${keyedHash(key, `person in the log ${customerId}`).slice(0, 10)}`;
}
