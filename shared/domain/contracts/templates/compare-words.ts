import { type Change, stretches } from '#shared/kernel/stretches.ts';
import type { Run } from '../text/clauses.ts';
import { tidyRuns } from './edit-text.ts';

/** A stretch of a paragraph that is the same, added or removed. */
export type WordChange = { readonly change: Change; readonly runs: readonly Run[] };
/** A clause of two texts beside each other. */
export type ClauseChange = {
  readonly key: string;
  readonly change: Change | 'changed';
  readonly words: readonly WordChange[];
  /** It is printed bold in the earlier and in the later text. */
  readonly weighty: readonly [before: boolean, after: boolean];
};

/** What was added to some runs and removed from them, word by word; blanks and references count as one word each. */
export function wordChanges(before: readonly Run[], after: readonly Run[]): WordChange[] {
  // Most clauses of two versions are the same, and to find that needs no search.
  if (JSON.stringify(before) === JSON.stringify(after))
    return before.length === 0 ? [] : [{ change: 'same', runs: after }];
  const found = stretches(tokensOf(before), tokensOf(after), (a, b) => name(a) === name(b));
  return found.map(({ change, items }) => ({ change, runs: tidyRuns(items) }));
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function tokensOf(runs: readonly Run[]): Run[] {
  return runs.flatMap((run): Run[] =>
    typeof run === 'string' ? [...segmenter.segment(run)].map(({ segment }) => segment) : [run],
  );
}

function name(run: Run): string {
  return typeof run === 'string' ? run : JSON.stringify(run);
}

/** The keys of two lists in the order of the later; those that only the earlier has stand behind what they followed. */
export function merged(before: readonly string[], after: readonly string[]): string[] {
  const keys = [...after];
  for (const [index, key] of before.entries()) {
    if (keys.includes(key)) continue;
    const previous = before[index - 1];
    keys.splice(previous === undefined ? 0 : keys.indexOf(previous) + 1, 0, key);
  }
  return keys;
}
