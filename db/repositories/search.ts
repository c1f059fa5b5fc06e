import type Database from 'better-sqlite3';
import type { GramTerm } from '#shared/kernel/grams.ts';

/** A term that starts half of all pieces is not followed to its end. */
const PER_TERM = 5000;

/** End of the range of texts that begin with a prefix: the prefix and the highest character. */
const HIGHEST = '\u{10ffff}';
/** End of the range that holds one text only. */
const LOWEST = '\u0000';

/**
 * Records that meet every term, of the nouns asked for. Each term is a B-tree range over the pieces; the sets are
 * intersected, the rarest first. Where a term has too many to be read, the candidates of the others are asked for it one
 * by one, so that none of them is missed. Only when every term has more than `perTerm` is some record left out: whoever
 * shows all of them asks for more. No terms, no hits.
 */
export function findSubjects(
  client: Database.Database,
  terms: readonly GramTerm[],
  noun: string,
  perTerm = PER_TERM,
): number[] {
  // The plus keeps the planner on the range of pieces: it would rather read all pieces of the noun.
  const range = client
    .prepare<[string, string, string], number>(
      `select distinct subject_id from grams where +noun = ? and gram >= ? and gram < ? limit ${perTerm}`,
    )
    .pluck();
  const member = client
    .prepare<[string, number, string, string], number>(
      'select 1 from grams where noun = ? and subject_id = ? and gram >= ? and gram < ? limit 1',
    )
    .pluck();
  const found = terms
    .map(({ term, match }) => {
      // The next text after the term itself begins with it and the lowest sign.
      const end = `${term}${match === 'exact' ? LOWEST : HIGHEST}`;
      return { term, end, ids: range.all(noun, term, end) };
    })
    .toSorted((a, b) => a.ids.length - b.ids.length);
  const [rarest, ...others] = found;
  if (rarest === undefined) return [];
  const tests = others.map(({ term, end, ids }) => {
    const known = new Set(ids);
    const whole = ids.length < perTerm;
    return (id: number) => known.has(id) || (!whole && member.get(noun, id, term, end) !== undefined);
  });
  return rarest.ids.filter((id) => tests.every((meets) => meets(id)));
}
