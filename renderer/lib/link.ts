import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LinkState } from '#shared/api/pc.ts';
import { isCut, linkNow, onLink, tellLink } from './link-state.ts';
import { connectOffice, onOfficeLost } from './office.ts';

/** Before the report is asked for again, ms: its port is gone when the office behind it has changed. */
const PAUSE_MS = 300;

/** What could not be done while the office was away and must be, before anything else, once it is back. */
const owed = new Set<() => Promise<unknown>>();

/** Follows the line to the office while mounted. Once it is back, what failed meanwhile is asked anew. */
export function useLinkReport(): void {
  const client = useQueryClient();
  useEffect(() => {
    const leaving = new AbortController();
    void follow(leaving.signal);
    const stop = onLink((before) => void cameBack(client, before));
    return () => {
      leaving.abort();
      stop();
    };
  }, [client]);
}

async function follow(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // A port that is closed from this side says nothing any more, not even that.
    const left = new AbortController();
    const stop = onOfficeLost(() => left.abort());
    const lost = new Promise<void>((resolve) => left.signal.addEventListener('abort', () => resolve(), { once: true }));
    await Promise.race([hear(AbortSignal.any([signal, left.signal])), lost]).catch(() => undefined);
    stop();
    left.abort();
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

async function hear(signal: AbortSignal): Promise<void> {
  const office = await connectOffice();
  for await (const state of await office.device.terminal.link({}, { signal })) if (!signal.aborted) tellLink(state);
}

async function cameBack(client: QueryClient, before: LinkState): Promise<void> {
  const { kind } = linkNow();
  if (kind !== 'open' || !isCut(before)) return;
  const debts = [...owed];
  owed.clear();
  await Promise.allSettled(debts.map((pay) => pay()));
  // Whoever was logged in may not be any more; and a question that failed has no answer that a change could refresh.
  await client.invalidateQueries({
    predicate: ({ queryKey, state }) => queryKey[0] === 'session' || state.status === 'error',
  });
}

/** Does something as soon as the office is back, such as the lock of a screen. */
export function onceBack(pay: () => Promise<unknown>): void {
  owed.add(pay);
}
