import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask as questions } from '#renderer/lib/office.ts';
import type { ChangeAsk, Simulated } from '../change-words.ts';

/** Filling in that pauses this long is a wish worth reckoning. */
const PAUSE_MS = 250;

/** What the office reckons of a change while it is filled in; `reckoning` until it is that of what stands on the form. */
export function useSimulation(subscriptionId: number, ask: ChangeAsk, changeId: number | null) {
  const written = JSON.stringify(ask);
  const [settled] = useDebouncedValue(written, PAUSE_MS);
  const asked = useMemo<ChangeAsk>(() => JSON.parse(settled), [settled]);
  const found = useQuery({
    ...questions.changes.simulate({ subscriptionId, ask: asked, changeId }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  // What was reckoned of another kind says nothing of this one.
  const simulated: Simulated | undefined = found.error === null ? found.data : undefined;
  return {
    simulated,
    reckoning: found.isFetching || found.isPlaceholderData || settled !== written,
    error: found.error,
    again: () => void found.refetch(),
  };
}
