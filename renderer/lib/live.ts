import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { follows } from '#shared/api/follows.ts';
import type { LongAct } from '#shared/kernel/long-act.ts';
import { connectOffice, onOfficeLost } from './office.ts';

/** A committed change as the office tells it: `noun:id` of every record touched, or `*`. */
export type LiveChange = { readonly seq: number; readonly touched: readonly string[] };

/** How the connection to the office stands, and the long act that has the office's file to itself. */
export type LiveState = { readonly connected: boolean; readonly seq: number; readonly longAct: LongAct | null };

const listeners = new Set<(change: LiveChange) => void>();
const watchers = new Set<() => void>();
const lost = { connected: false, longAct: null };

let state: LiveState = { ...lost, seq: 0 };

function tell(next: LiveState): void {
  state = next;
  for (const watcher of [...watchers]) watcher();
}

const tablesOf: Readonly<Record<string, readonly string[]>> = follows;

/** Questions that a screen patches by itself instead of asking anew, and those about the past, which stays as it was. */
const patchedElsewhere: ReadonlySet<string> = new Set(['units.board', 'units.boardAt', 'units.boardMoments']);

function refresh(client: QueryClient, change: LiveChange): void {
  const tables = new Set(change.touched.map((one) => one.split(':')[0] ?? one));
  void client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const [noun, name] = queryKey;
      const followed = tablesOf[String(noun)] ?? [];
      if (tables.has('*')) return true;
      if (patchedElsewhere.has(`${String(noun)}.${String(name)}`)) return false;
      return followed.includes('*') || followed.some((table) => tables.has(table));
    },
  });
}

/** Keeps every answer on the screen true while somebody is logged in: follows the office's changes until unmounted. */
export function useLiveChanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    const leaving = new AbortController();
    void follow(client, leaving.signal);
    const stop = onOfficeLost(() => tell({ ...state, ...lost }));
    return () => {
      leaving.abort();
      stop();
      tell({ ...state, ...lost });
    };
  }, [client]);
}

async function follow(client: QueryClient, signal: AbortSignal): Promise<void> {
  const hear = (change: LiveChange) => {
    refresh(client, change);
    for (const listener of [...listeners]) listener(change);
  };
  let before = false;
  while (!signal.aborted) {
    try {
      const office = await connectOffice();
      // Who comes back is told first what was touched while the feed was away.
      const changes = await office.session.changes({ since: before ? state.seq : null }, { signal });
      tell({ ...state, connected: true });
      before = true;
      for await (const change of changes) {
        tell({ connected: true, seq: Math.max(state.seq, change.seq), longAct: change.longAct });
        // A long act that came further has changed nothing yet.
        if (change.touched.length === 0) continue;
        hear(change);
      }
    } catch {
      // What ended the feed is seen below: the office, or the way to it.
    }
    if (signal.aborted) return;
    // The feed ends with its session, when the account is disabled say: the screens must not stay.
    if (state.connected) void client.invalidateQueries({ queryKey: ['session'] });
    tell({ ...state, ...lost });
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Hears every change while the component is mounted. */
export function useEachChange(listener: (change: LiveChange) => void): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const hear = (change: LiveChange) => latest.current(change);
    listeners.add(hear);
    return () => {
      listeners.delete(hear);
    };
  }, []);
}

/** Whether the office is connected, and the newest event seen. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => state,
  );
}
