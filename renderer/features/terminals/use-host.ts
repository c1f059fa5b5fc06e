import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { thisPc } from '#renderer/lib/office.ts';
import type { pcApi } from '#shared/api/pc.ts';
import { shownHostAddress } from '#shared/domain/terminals/host-address.ts';
import { addressesOf, type HostNetwork } from './terminal-list.ts';

/** How this PC serves terminals. */
export type HostState = z.output<typeof pcApi.host.state.output>;

/** What this PC itself says is asked anew after so long: cables are pulled and addresses change without a word. */
const EVERY_MS = 5000;

/** The key of everything that is asked about this PC as a host. */
export const hostKey = ['host'] as const;

/** This PC as a host or as somebody's terminal, and what is typed on another PC to reach the host. */
export type Host = {
  readonly state: HostState | undefined;
  readonly networks: readonly HostNetwork[];
  /** What a terminal types, `192.168.1.20:8443`; none while nobody serves. */
  readonly addresses: readonly string[];
  /** The host and the name of this PC, where it is a terminal. */
  readonly joined: { readonly at: string; readonly name: string } | undefined;
  readonly error: unknown;
  readonly retry: () => void;
};

/** Follows how this PC serves terminals. */
export function useHost(): Host {
  const state = useQuery({
    queryKey: [...hostKey, 'state'],
    queryFn: async () => (await thisPc()).host.state({}),
    refetchInterval: EVERY_MS,
  });
  const networks = useQuery({
    queryKey: [...hostKey, 'addresses'],
    queryFn: async () => (await thisPc()).host.addresses({}),
    refetchInterval: EVERY_MS,
  });
  const terminal = useQuery({
    queryKey: [...hostKey, 'terminal'],
    queryFn: async () => (await thisPc()).terminal.state({}),
  });
  const joined =
    terminal.data?.kind === 'joined'
      ? { at: shownHostAddress(terminal.data), name: terminal.data.terminalName }
      : undefined;
  const own = state.data?.running === true ? addressesOf(networks.data ?? [], state.data) : [];
  return {
    state: state.data,
    networks: networks.data ?? [],
    addresses: joined === undefined ? own : [joined.at],
    joined,
    error: state.error ?? terminal.error,
    retry: () => {
      void state.refetch();
      void terminal.refetch();
    },
  };
}
