import type { Run } from '../text/clauses.ts';
import type { ContractText } from '../text/contract-text.ts';
import { type ClauseChange, merged, wordChanges } from './compare-words.ts';
import { partPlace, type TextPart } from './parts.ts';

/** A part of two texts beside each other that is no article: what it says, line by line. */
export type PartChange = {
  readonly part: TextPart;
  readonly key: TextPart;
  readonly change: 'same' | 'changed';
  readonly clauses: readonly ClauseChange[];
};

/** Lines of a part, each under what it is known by in both texts. */
type Lines = ReadonlyMap<string, readonly Run[]>;

/** A part of two texts beside each other, its lines in the order of the later one. */
export function partChange(part: PartChange['part'], before: ContractText, after: ContractText): PartChange {
  const was = linesOf(part, before);
  const is = part === 'notes' ? notesBeside(before.notes, after.notes) : linesOf(part, after);
  const clauses = merged([...was.keys()], [...is.keys()]).map((key) => lineChange(key, was.get(key), is.get(key)));
  return { part, key: part, change: clauses.every(({ change }) => change === 'same') ? 'same' : 'changed', clauses };
}

function linesOf(part: PartChange['part'], text: ContractText): Lines {
  switch (part) {
    case 'chapters':
      return new Map(text.chapters.map(({ title }, index) => [partPlace('chapters', index + 1), [title]]));
    case 'notes':
      return new Map(text.notes.map((runs, index) => [partPlace('notes', index + 1), runs]));
    case 'glossary':
      return new Map(text.glossary.map(({ word, meaning }) => [partPlace('glossary', word), [`${word}：${meaning}`]]));
    case 'annexes':
      return new Map(text.annexes.map(({ key, title }) => [partPlace('annexes', key), [{ annex: key }, title]]));
  }
}

/**
 * The notes of the later text under the places of the earlier one. Notes have no names: one that says the same is the same,
 * wherever it stands; any other is the one at its place, unless that is said elsewhere.
 */
function notesBeside(before: ContractText['notes'], after: ContractText['notes']): Lines {
  const [was, is] = [before, after].map((notes) => notes.map((runs) => JSON.stringify(runs)));
  const lines = new Map<string, readonly Run[]>();
  for (const [index, runs] of after.entries()) {
    const words = is?.[index] ?? '';
    const same = (was ?? []).findIndex((one, at) => one === words && !lines.has(partPlace('notes', at + 1)));
    const there = was?.[index];
    const place = partPlace('notes', index + 1);
    if (same !== -1) lines.set(partPlace('notes', same + 1), runs);
    else if (there !== undefined && is?.includes(there) !== true && !lines.has(place)) lines.set(place, runs);
    else lines.set(partPlace('notes', `new${index + 1}`), runs);
  }
  return lines;
}

function lineChange(key: string, was: readonly Run[] | undefined, is: readonly Run[] | undefined): ClauseChange {
  const weighty = [false, false] as const;
  if (was === undefined) return { key, change: 'added', weighty, words: [{ change: 'added', runs: is ?? [] }] };
  if (is === undefined) return { key, change: 'removed', weighty, words: [{ change: 'removed', runs: was }] };
  const words = wordChanges(was, is);
  return { key, change: words.some(({ change }) => change !== 'same') ? 'changed' : 'same', weighty, words };
}
