import { diffArrays } from 'diff';

/** Whether something stands in both lists, or only in the earlier or the later one. */
export type Change = 'same' | 'added' | 'removed';

/** Items that stand beside each other and have the same fate; where both have them, those of the later list. */
export type Stretch<T> = { readonly change: Change; readonly items: readonly T[] };

/** The fewest additions and removals that make one list into another, in their order; what is gone stands before what came. */
export function stretches<T>(before: readonly T[], after: readonly T[], same: (a: T, b: T) => boolean): Stretch<T>[] {
  const found = diffArrays([...before], [...after], { comparator: same });
  return found.map(({ added, removed, value }) => ({
    change: added ? 'added' : removed ? 'removed' : 'same',
    items: value,
  }));
}
