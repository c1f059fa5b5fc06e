import { useQuery } from '@tanstack/react-query';
import { ask } from '#renderer/lib/office.ts';

/** How often an open code is asked for anew: it runs out by the clock alone, without anything happening in the office. */
const EVERY_MS = 5000;

/** The pairing that is open, or how the last one ended. */
export function usePairing() {
  return useQuery({
    ...ask.terminals.pairing({}),
    refetchInterval: ({ state }) => (state.data?.open ? EVERY_MS : false),
  });
}
