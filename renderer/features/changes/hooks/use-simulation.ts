import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask as questions } from '#renderer/lib/office.ts';
import type { NamedSigner } from '#shared/domain/subscriptions/signers.ts';
import type { ChangeAsk, Simulated } from '../change-words.ts';

/** Filling in that pauses this long is a wish worth reckoning. */
const PAUSE_MS = 250;

/** A form that is being filled in: `chosen` is false while there is nothing to reckon yet. */
type Filled = {
  readonly ask: ChangeAsk;
  readonly signers: readonly NamedSigner[];
  readonly chosen: boolean;
  readonly changeId: number | null;
};

/** What the office reckons of a change while it is filled in; `reckoning` until it is that of what stands on the form. */
export function useSimulation(subscriptionId: number, { ask, signers, chosen, changeId }: Filled) {
  const written = JSON.stringify({ ask, signers });
  const [settled] = useDebouncedValue(written, PAUSE_MS);
  const asked = useMemo<{ ask: ChangeAsk; signers: NamedSigner[] }>(() => JSON.parse(settled), [settled]);
  const found = useQuery({
    ...questions.changes.simulate({ subscriptionId, ...asked, changeId }),
    placeholderData: keepPreviousData,
    retry: false,
    enabled: chosen,
  });
  // What was reckoned of another kind says nothing of this one.
  const simulated: Simulated | undefined = chosen && found.error === null ? found.data : undefined;
  return {
    simulated,
    reckoning: chosen && (found.isFetching || found.isPlaceholderData || settled !== written),
    error: chosen ? found.error : null,
    again: () => void found.refetch(),
  };
}
