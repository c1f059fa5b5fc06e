import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { thisPc } from './office.ts';

const stateKey = ['key-change'] as const;

/** What goes on by itself is looked at this often, ms. */
const LOOK_MS = 300;

/** How the changing of the keys of this PC's office stands, and the ways to begin it and to be done with it. */
export function useKeyChange() {
  const client = useQueryClient();
  const state = useQuery({
    queryKey: stateKey,
    queryFn: async () => (await thisPc()).keys.state({}),
    refetchInterval: ({ state: { data } }) =>
      data?.kind === 'running' || (data?.kind === 'done' && data.backup === 'running') ? LOOK_MS : false,
  });
  const told = { onSuccess: (answer: unknown) => void client.setQueryData(stateKey, answer) };
  const begin = useMutation({
    mutationFn: async (asked: { readonly typed: string; readonly passphrase: string | null }) =>
      (await thisPc()).keys.begin(asked),
    ...told,
  });
  const settle = useMutation({ mutationFn: async () => (await thisPc()).keys.settle({}), ...told });
  return { state: state.data, error: state.error, begin, settle, retry: () => void state.refetch() };
}
