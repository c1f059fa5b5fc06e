import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type LiveChange, useEachChange, useLiveState } from '#renderer/lib/live.ts';
import { ask } from '#renderer/lib/office.ts';
import { calmly } from '../board/calm.ts';
import { type BoardStore, createBoardStore } from '../board/store.ts';

/** More changed units than this, such as an import, and the whole board is asked for again. */
const MANY = 600;

/** Numbers of the units that a change touched; undefined when anything may have changed. */
export function touchedUnits(change: LiveChange): readonly number[] | undefined {
  if (change.touched.some((one) => one === '*' || one.startsWith('buildings:') || one.startsWith('permits:')))
    return undefined;
  return change.touched.flatMap((one) => {
    const [table, id] = one.split(':');
    return table === 'units' && id !== undefined && /^\d+$/.test(id) ? [Number(id)] : [];
  });
}

/** The board's store, loaded once and then patched by every change: changed units only, one question at a time. */
export function useBoard() {
  const [store] = useState(() => createBoardStore());
  // Patches go to the store and not to the cache, so an answer must not outlive the screen.
  const query = useQuery({ ...ask.units.board({}), gcTime: 0, staleTime: 0 });
  const loaded = useRef<unknown>(undefined);
  const { data, refetch } = query;
  if (data !== undefined && loaded.current !== data) {
    loaded.current = data;
    store.load(data);
  }
  const waiting = useRef(new Set<number>());
  const asking = useRef(false);
  const askWaiting = useCallback(async () => {
    if (asking.current) return;
    asking.current = true;
    try {
      while (waiting.current.size > 0) {
        const unitIds = [...waiting.current];
        waiting.current.clear();
        if (unitIds.length > MANY) await refetch();
        else store.patch(await ask.units.cells({ unitIds }).queryFn({ signal: new AbortController().signal }));
      }
    } catch {
      // The connection is lost: when it is back the whole board is asked for.
      waiting.current.clear();
    } finally {
      asking.current = false;
    }
  }, [store, refetch]);
  useEachChange((change) => {
    const touched = touchedUnits(change);
    if (touched === undefined) void refetch();
    else {
      for (const id of touched) waiting.current.add(id);
      // A deal may move its deadline without touching its unit, and does not say which unit it has.
      if (touched.length === 0 && change.touched.some((one) => one.startsWith('subscriptions:')))
        for (const { id, state } of store.cells()) if (state === 'subscribed') waiting.current.add(id);
      if (waiting.current.size > 0) void askWaiting();
    }
  });
  const { connected } = useLiveState();
  const wasLost = useRef(false);
  useEffect(() => {
    if (!connected) wasLost.current = true;
    else if (wasLost.current) {
      wasLost.current = false;
      void refetch();
    }
  }, [connected, refetch]);
  return { store, query };
}

/** After a change, so that what counts does not share the frame in which the cells paint themselves. */
const SOON_MS = 50;

/**
 * Follows the store for counts and lists: soon after a change, but in a storm of them only every `everyMs`, since the
 * cells paint themselves and nobody reads a count that turns many times a second.
 */
export function useBoardVersion(store: BoardStore, everyMs = 800): number {
  const subscribe = useCallback(
    (tell: () => void) => {
      const calm = calmly(tell, everyMs, SOON_MS);
      const stop = store.subscribe(({ structure }) => {
        if (structure) queueMicrotask(tell);
        else calm.hear();
      });
      return () => {
        stop();
        calm.stop();
      };
    },
    [store, everyMs],
  );
  return useSyncExternalStore(subscribe, store.version);
}

/** Follows what units there are and where they stand. What is drawn around the cells needs no more. */
export function useBoardStructure(store: BoardStore): number {
  const subscribe = useCallback(
    (tell: () => void) =>
      store.subscribe(({ structure }) => {
        if (structure) queueMicrotask(tell);
      }),
    [store],
  );
  return useSyncExternalStore(subscribe, store.structure);
}
