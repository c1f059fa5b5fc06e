import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { thisPc } from '#renderer/lib/office.ts';

const key = ['relocation'];
/** How often it is asked how far the moving is, ms. */
const EVERY_MS = 300;

/** How the moving of this PC's office stands, and how it is begun. */
export function useRelocation() {
  const client = useQueryClient();
  const state = useQuery({
    queryKey: key,
    queryFn: async () => (await thisPc()).relocation.state({}),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.kind === 'running' ? EVERY_MS : false),
  });
  const begin = useMutation({
    mutationFn: async () => (await thisPc()).relocation.begin({}),
    onSuccess: (begun) => client.setQueryData(key, begun),
  });
  const stop = useMutation({
    mutationFn: async () => (await thisPc()).relocation.stop({}),
    onSuccess: (told) => client.setQueryData(key, told),
  });
  return { state, begin, stop };
}
