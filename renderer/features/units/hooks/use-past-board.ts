import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ask } from '#renderer/lib/office.ts';
import { type BoardStore, createBoardStore } from '../board/store.ts';

/** The board of an instant of the past, in a store of its own; undefined while none is asked for or none has come yet. */
export function usePastBoard(at: number | undefined): { store: BoardStore | undefined; error: unknown } {
  const [store] = useState(() => createBoardStore());
  const query = useQuery({
    ...ask.units.boardAt({ at: at ?? 0 }),
    enabled: at !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const loaded = useRef<unknown>(undefined);
  const { data } = query;
  if (data !== undefined && loaded.current !== data) {
    loaded.current = data;
    store.load(data);
  }
  return {
    store: at === undefined || data === undefined ? undefined : store,
    error: at === undefined ? null : query.error,
  };
}
