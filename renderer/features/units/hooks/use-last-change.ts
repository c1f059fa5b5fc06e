import { useEffect, useState } from 'react';
import { calmly } from '../board/calm.ts';
import type { BoardCell } from '../board/cell.ts';
import type { BoardStore } from '../board/store.ts';

/** How long a change stays on show. */
const SHOWN_MS = 12_000;

/** In a storm of changes a line that turns with each of them cannot be read, and would be painted in every frame. */
const EVERY_MS = 400;

/** What has just changed on the board: the unit, or how many at once. */
export type LastChange = { readonly key: number; readonly cell: BoardCell; readonly count: number };

/** The newest change of somebody else's or one's own doing, for a moment; undefined while all is quiet. */
export function useLastChange(store: BoardStore): LastChange | undefined {
  const [last, setLast] = useState<LastChange>();
  useEffect(() => {
    setLast(undefined);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let first: BoardCell | undefined;
    const moved = new Set<number>();
    const calm = calmly(() => {
      if (first === undefined) return;
      setLast({ key: store.version(), cell: first, count: moved.size });
      first = undefined;
      moved.clear();
      clearTimeout(timer);
      timer = setTimeout(() => setLast(undefined), SHOWN_MS);
    }, EVERY_MS);
    const stop = store.subscribe(({ changed, structure }) => {
      if (structure) return;
      for (const { before, after } of changed)
        if (before?.state !== after.state) {
          first ??= after;
          moved.add(after.id);
        }
      if (first !== undefined) calm.hear();
    });
    return () => {
      stop();
      calm.stop();
      clearTimeout(timer);
    };
  }, [store]);
  return last;
}
