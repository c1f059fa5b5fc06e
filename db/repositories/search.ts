import type Database from 'better-sqlite3';
import type { GramTerm } from '#shared/kernel/grams.ts';

/** A record that meets all terms of a search. */
export type Hit = { readonly noun: string; readonly subjectId: number };

/** A term that starts half of all pieces is not followed to its end. */
const PER_TERM = 5000;

/** End of the range of texts that begin with a prefix: the prefix and the highest character. */
const HIGHEST = '\u{10ffff}';

/**
 * Records that meet every term, of the nouns asked for. Each term is a B-tree range over the pieces; the sets are
 * intersected, the rarest first. No terms, no hits.
 */
export function findSubjects(client: Database.Database, terms: readonly GramTerm[], noun: string): number[] {
  const range = client
    .prepare<[string, string, string], number>(
      `select distinct subject_id from grams where noun = ? and gram >= ? and gram < ? limit ${PER_TERM}`,
    )
    .pluck();
  const exact = client
    .prepare<[string, string], number>(`select subject_id from grams where noun = ? and gram = ? limit ${PER_TERM}`)
    .pluck();
  const sets = terms
    .map(({ term, match }) => (match === 'exact' ? exact.all(noun, term) : range.all(noun, term, `${term}${HIGHEST}`)))
    .toSorted((a, b) => a.length - b.length);
  const [rarest, ...others] = sets;
  if (rarest === undefined) return [];
  const rest = others.map((ids) => new Set(ids));
  return rarest.filter((id) => rest.every((ids) => ids.has(id)));
}
