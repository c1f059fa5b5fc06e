import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { connect } from 'node:tls';
import { lanPaths, standingSchema } from '#shared/api/lan.ts';
import type { Standing } from '#shared/domain/terminals/standing.ts';
import type { FoundHost } from './discovery.ts';

/** Where a host is. */
export type HostPlace = { readonly address: string; readonly port: number };

/** Longer than a slow network takes for a handshake, ms. */
const HANDSHAKE_MS = 5_000;
/** Of an answer no more is read, bytes. */
const LARGEST_ANSWER = 4 * 1024;

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
 * As what the host at a place presents itself, if it is signed by the authority that is known; undefined for everybody
 * else, and for one of an older program.
 */
export function standingAt(authority: string, { address, port }: HostPlace): Promise<Standing | undefined> {
  return new Promise((resolve) => {
    const asked = get(
      {
        host: address,
        port,
        path: lanPaths.standing,
        ca: authority,
        minVersion: 'TLSv1.3',
        // As above: the authority signs nobody but hosts of this office.
        checkServerIdentity: () => undefined,
        timeout: HANDSHAKE_MS,
        agent: false,
      },
      (response) => {
        void textOf(response)
          .then((text) => standingSchema.parse(JSON.parse(text)))
          .then(resolve, () => resolve(undefined));
      },
    );
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(undefined));
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_ANSWER) break;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
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
