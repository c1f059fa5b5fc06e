import { useEffect, useState } from 'react';
import type { BoardCell } from '../board/cell.ts';
import type { BoardStore } from '../board/store.ts';

/** How long a change stays on show. */
const SHOWN_MS = 12_000;

/** What has just changed on the board: the unit, or how many at once. */
export type LastChange = { readonly key: number; readonly cell: BoardCell; readonly count: number };

/** The newest change of somebody else's or one's own doing, for a moment; undefined while all is quiet. */
export function useLastChange(store: BoardStore): LastChange | undefined {
  const [last, setLast] = useState<LastChange>();
  useEffect(() => {
    setLast(undefined);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe(({ changed, structure }) => {
      const moved = structure ? [] : changed.filter(({ before, after }) => before?.state !== after.state);
      const [first] = moved;
      if (first === undefined) return;
      setLast({ key: store.version(), cell: first.after, count: moved.length });
      clearTimeout(timer);
      timer = setTimeout(() => setLast(undefined), SHOWN_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store]);
  return last;
}
