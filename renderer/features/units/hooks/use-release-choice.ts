import { useEffect, useState } from 'react';
import type { BoardStore } from '../board/store.ts';

/** Units that are being chosen to be released; null while nobody chooses. */
export type ReleaseChoice = {
  readonly chosen: ReadonlySet<number> | null;
  readonly start: () => void;
  readonly stop: () => void;
  readonly set: (chosen: ReadonlySet<number>) => void;
  /** Takes units in, or out again when all of them are in. Only unreleased ones count. */
  readonly toggle: (unitIds: readonly number[]) => void;
};

/** Follows what is chosen to be released: a unit that somebody else has released meanwhile is no longer chosen. */
export function useReleaseChoice(store: BoardStore): ReleaseChoice {
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null);
  useEffect(
    () =>
      store.subscribe(() =>
        setChosen((old) => {
          if (old === null) return old;
          const left = [...old].filter((id) => store.cell(id)?.state === 'unreleased');
          return left.length === old.size ? old : new Set(left);
        }),
      ),
    [store],
  );
  return {
    chosen,
    start: () => setChosen(new Set()),
    stop: () => setChosen(null),
    set: setChosen,
    toggle: (unitIds) => {
      const free = unitIds.filter((id) => store.cell(id)?.state === 'unreleased');
      setChosen((old) => {
        const next = new Set(old);
        const all = free.every((id) => next.has(id));
        for (const id of free)
          if (all) next.delete(id);
          else next.add(id);
        return next;
      });
    },
  };
}
