import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { thisPc } from '#renderer/lib/office.ts';
import type { RestoreState } from '#shared/api/pc-restore.ts';
import { gateQuery } from './use-gate.ts';

const restoreKey = ['restore'] as const;

/** What goes on by itself is looked at this often, ms. */
const LOOK_MS = 300;
const underWay: ReadonlySet<RestoreState['kind'] | undefined> = new Set(['closing', 'checking', 'swapping']);

/** What a person does while an office is restored. */
export type RestoreAct =
  | { readonly act: 'choose' | 'back' | 'swap' | 'cancel' }
  | { readonly act: 'check'; readonly stamp: string; readonly secret: RestoreSecret | null };

export type RestoreSecret =
  | { readonly way: 'passphrase'; readonly passphrase: string }
  | { readonly way: 'recovery'; readonly recoveryCode: string };

/** Follows the restoring of this PC's office, and does the next thing in it. */
export function useRestore() {
  const client = useQueryClient();
  const state = useQuery({
    queryKey: restoreKey,
    queryFn: async () => (await thisPc()).restore.state({}),
    refetchInterval: ({ state: { data } }) => (underWay.has(data?.kind) ? LOOK_MS : false),
  });
  const next = useMutation({
    mutationFn: async (asked: RestoreAct) => {
      const { restore } = await thisPc();
      if (asked.act === 'check') return restore.check({ stamp: asked.stamp, secret: asked.secret });
      return restore[asked.act]({});
    },
    onSuccess: (told) => client.setQueryData(restoreKey, told),
  });
  return { state: state.data, error: state.error ?? next.error, next, retry: () => void state.refetch() };
}

/** What is known of the backups of an office that can't be read. */
export function useRestoreOffer() {
  return useQuery({ queryKey: ['restoreOffer'], queryFn: async () => (await thisPc()).restore.offer({}) }).data;
}

/** Turns to the restoring, from wherever the gate stands. */
export function useBeginRestore() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => (await thisPc()).restore.begin({}),
    onSuccess: (told) => {
      client.setQueryData(restoreKey, told);
      void client.invalidateQueries({ queryKey: gateQuery.queryKey });
    },
  });
}
