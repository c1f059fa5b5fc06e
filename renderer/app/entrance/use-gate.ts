import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { reconnectOffice, thisPc } from '#renderer/lib/office.ts';

/** Where the way from a folder to an open office stands. */
export const gateQuery = { queryKey: ['gate'], queryFn: async () => (await thisPc()).gate.state({}) };

/** After the gate opened: the office answers on a new port, and every question is asked again. */
export function useOpened(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await reconnectOffice();
    await client.resetQueries();
  }, [client]);
}

/** Opens the office of a folder that the person chooses in the system's dialog. */
export function useOpenFolder() {
  const client = useQueryClient();
  const opened = useOpened();
  return useMutation({
    mutationFn: async () => (await thisPc()).gate.openFolder({}),
    onSuccess: async (state) => {
      if (state.kind === 'open') await opened();
      else client.setQueryData(gateQuery.queryKey, state);
    },
  });
}

/** A demonstration that somebody wants to look at. */
export type DemoTrial = { readonly isPending: boolean; readonly error: Error | null; readonly mutate: () => void };

/** Lives above the screens that change while it runs, so that its refusal is still there at the end. */
export function useDemoTrial(): DemoTrial {
  const trial = useMutation({ mutationFn: async () => (await thisPc()).gate.tryDemo({}) });
  return { isPending: trial.isPending, error: trial.error, mutate: () => trial.mutate() };
}

/** Takes this PC out of its office. Throws what it is refused with. */
export function useLeaveOffice(): () => Promise<void> {
  const client = useQueryClient();
  const opened = useOpened();
  return async () => {
    const state = await (await thisPc()).terminal.leave({});
    await opened();
    client.setQueryData(gateQuery.queryKey, state);
  };
}
