import type { Run } from '../text/clauses.ts';

/** Whether something stands in both texts, or only in the earlier or the later one. */
export type Change = 'same' | 'added' | 'removed';
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
  // Most clauses of two versions are the same, and to find that needs no table.
  if (JSON.stringify(before) === JSON.stringify(after))
    return before.length === 0 ? [] : [{ change: 'same', runs: after }];
  const [was, is] = [tokensOf(before), tokensOf(after)];
  const lengths = commonLengths(was.map(name), is.map(name));
  const steps: { change: Change; run: Run }[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    const [old, now] = [was[i], is[j]];
    if (old !== undefined && now !== undefined && name(old) === name(now)) {
      steps.push({ change: 'same', run: now });
      i += 1;
      j += 1;
    } else if (old !== undefined && (now === undefined || at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      steps.push({ change: 'removed', run: old });
      i += 1;
    } else if (now !== undefined) {
      steps.push({ change: 'added', run: now });
      j += 1;
    }
  }
  return joined(steps);
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

function at(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

/** Length of the longest common subsequence of the rests behind every pair of places. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const [row, next] = [lengths[i] ?? [], lengths[i + 1] ?? []];
    for (let j = b.length - 1; j >= 0; j -= 1)
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
  }
  return lengths;
}

/** Stretches of the same change in one piece, words beside words in one run. */
function joined(steps: readonly { readonly change: Change; readonly run: Run }[]): WordChange[] {
  const stretches: { change: Change; runs: Run[] }[] = [];
  for (const { change, run } of steps) {
    const last = stretches.at(-1);
    if (last?.change !== change) {
      stretches.push({ change, runs: [run] });
      continue;
    }
    const end = last.runs.at(-1);
    if (typeof run === 'string' && typeof end === 'string') last.runs.splice(-1, 1, end + run);
    else last.runs.push(run);
  }
  return stretches;
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
