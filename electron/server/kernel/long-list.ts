import type Database from 'better-sqlite3';
import type { SortKey } from '#db/repositories/list-keys.ts';
import { sortKeyOf } from '#shared/kernel/pinyin.ts';

/** One order of a list. */
export type Sort<Column extends string> = { readonly by: Column; readonly desc: boolean };

/** A search of a list follows each term this far: past what any office holds, so that no record is left out. */
export const LIST_SEARCH = 1_000_000;

/** The place of a name among those that are declared: states are ordered as they follow each other. */
export function placeOf(names: readonly string[]): (name: string | number) => number {
  const places = new Map<string | number, number>(names.map((name, index) => [name, index]));
  return (name) => places.get(name) ?? 0;
}

/** How many lists are remembered: whoever scrolls asks for the same one again and again. */
const REMEMBERED = 24;

/** Names that have been read; each costs a look into the dictionary of pinyin. */
const nameKeys = new Map<string, string>();

/** The key of a name: by syllable, tone and sign, as a register has it. */
export function nameKey(name: string): string {
  const known = nameKeys.get(name);
  if (known !== undefined) return known;
  if (nameKeys.size > 50_000) nameKeys.clear();
  const key = sortKeyOf(name);
  nameKeys.set(name, key);
  return key;
}

/**
 * Records in the order of some columns, the first counting most; equal ones stay as they were. Empty values come last in
 * any order. `keyOf` turns what is stored into what compares, such as a state into its place among the states.
 */
export function inOrder<Column extends string, Row extends { readonly keys: Readonly<Record<string, unknown>> }>(
  rows: readonly Row[],
  sorts: readonly Sort<Column>[],
  keyOf: (column: Column, stored: string | number) => string | number,
): Row[] {
  if (sorts.length === 0) return [...rows];
  const keyed = rows.map((row) => ({
    row,
    keys: sorts.map(({ by }): SortKey => {
      const stored = row.keys[by];
      return typeof stored === 'string' || typeof stored === 'number' ? keyOf(by, stored) : null;
    }),
  }));
  keyed.sort((a, b) => {
    for (const [index, { desc }] of sorts.entries()) {
      const order = compare(a.keys[index] ?? null, b.keys[index] ?? null, desc);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

function compare(a: SortKey, b: SortKey, desc: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b === desc ? 1 : -1;
}

/**
 * Remembers what was read for a list until the next thing happens in the office, so that scrolling through twenty
 * thousand records reads and sorts them once.
 */
export function listMemory(client: Database.Database): <Answer>(key: string, read: () => Answer) => Answer {
  const answers = new Map<string, unknown>();
  let until = -1;
  let last: Database.Statement<[], number> | undefined;
  return <Answer>(key: string, read: () => Answer): Answer => {
    last ??= client.prepare<[], number>('select coalesce(max(seq), 0) from events').pluck();
    const now = last.get() ?? 0;
    if (now !== until) answers.clear();
    until = now;
    if (answers.has(key)) return answers.get(key) as Answer;
    if (answers.size >= REMEMBERED) answers.clear();
    const answer = read();
    answers.set(key, answer);
    return answer;
  };
}
