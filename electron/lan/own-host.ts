import { connect } from 'node:tls';
import type { FoundHost } from './discovery.ts';

/** Where a host is. */
export type HostPlace = { readonly address: string; readonly port: number };

/** Longer than a slow network takes for a handshake, ms. */
const HANDSHAKE_MS = 5_000;

/**
 * True when whoever answers there shows a certificate that the pinned authority has signed: then it is the office's own
 * host, at whatever address. Nothing is told to it.
 */
export function isHostOf(authority: string, { address, port }: HostPlace): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({
      host: address,
      port,
      ca: authority,
      minVersion: 'TLSv1.3',
      // Its address may change: who it is, the authority says.
      checkServerIdentity: () => undefined,
    });
    const answer = (own: boolean): void => {
      socket.destroy();
      resolve(own);
    };
    socket.setTimeout(HANDSHAKE_MS, () => answer(false));
    socket.once('secureConnect', () => answer(socket.authorized));
    socket.once('error', () => answer(false));
  });
}

/**
 * Where the host of a terminal is now, among those that make themselves known: what is said on the network is believed only
 * of one that proves to be signed by the authority that the terminal has pinned.
 */
export async function newPlaceOf(
  { officeId, authority, address, port }: HostPlace & { readonly officeId: string; readonly authority: string },
  heard: readonly FoundHost[],
  proves: typeof isHostOf,
): Promise<HostPlace | undefined> {
  for (const host of heard) {
    const own = host.officeId !== '' && officeId.startsWith(host.officeId);
    if (!own || (host.address === address && host.port === port)) continue;
    if (await proves(authority, host)) return { address: host.address, port: host.port };
  }
  return undefined;
}
