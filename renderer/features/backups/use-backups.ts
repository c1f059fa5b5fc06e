import { useQuery } from '@tanstack/react-query';
import { ask } from '#renderer/lib/office.ts';

/** How often the place is looked at anew while somebody looks at the page, and how far something that runs is, ms. */
const EVERY_MS = 15_000;
const RUNNING_MS = 500;

/** How the backups stand. */
export function useBackups() {
  return useQuery({
    ...ask.backups.state({}),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.running == null ? EVERY_MS : RUNNING_MS),
  });
}

/** See {@link useBackups}. */
export type BackupsState = NonNullable<ReturnType<typeof useBackups>['data']>;
