import { createRouterClient } from '@orpc/server';
import type { Connection } from '#electron/server/kernel/session.ts';
import type { Office } from '#electron/server/office.ts';
import type { Ended } from '#electron/server/terminals/presence.ts';
import { carriedRouter } from '#electron/transports/carried-router.ts';
import { type Carrier, lanCarrier, type Outbox } from '#electron/transports/lan-carrier.ts';
import { type Door, type LanHost, type Limits, serveLan } from '#electron/transports/lan-host.ts';
import { officeApi } from '#shared/api/index.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { type TestAuthority, testAuthority } from './authority.ts';

/** A door that lets in whoever has the token of a connection that the test made. */
export type TestDoor = Door & {
  readonly tokenOf: (connection: Connection) => string;
  readonly end: (ended: Ended) => void;
};

/** Opens to the connections of a test, each as a terminal of its own. */
export function testDoor(): TestDoor {
  const byToken = new Map<string, Connection>();
  const listeners = new Set<(ended: Ended) => void>();
  const closed = () => Promise.reject(new DomainError('PAIRING_CLOSED'));
  return {
    tokenOf: (connection) => {
      const token = `connection-${connection.id}`;
      byToken.set(token, connection);
      return token;
    },
    admit: ({ token }) => {
      const connection = byToken.get(token);
      if (connection === undefined) throw new DomainError('TERMINAL_UNKNOWN');
      return { connection, resume: token, terminalId: connection.id };
    },
    left: () => undefined,
    onEnded: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end: (ended) => {
      for (const listener of [...listeners]) listener(ended);
    },
    beginEnrolment: closed,
    finishEnrolment: closed,
  };
}

/** An outbox that keeps nothing, for terminals whose fall is not looked at. */
export const noOutbox: Outbox = { begin: () => Promise.resolve(), done: () => undefined };

/** An office that is served over TLS on this PC, and its terminals. */
export type ServedOffice = {
  /** What a window of a terminal sees of the office: all the way over the wire, by the terminal's own router. */
  readonly clientOf: (connection: Connection) => unknown;
  readonly host: () => Promise<LanHost>;
  readonly authority: () => Promise<TestAuthority>;
  readonly door: TestDoor;
  readonly close: () => Promise<void>;
};

let shared: Promise<TestAuthority> | undefined;

/** Serves an office as the program does; the host starts with the first call. */
export function servedOffice(office: Office, limits: Partial<Limits> = { callsInTenSeconds: 1_000_000 }): ServedOffice {
  const door = testDoor();
  const carriers: Carrier[] = [];
  const authority = (): Promise<TestAuthority> => {
    shared ??= testAuthority();
    return shared;
  };
  let serving: Promise<LanHost> | undefined;
  const host = (): Promise<LanHost> => {
    serving ??= authority().then((certificate) =>
      serveLan({
        router: office.router,
        door,
        certificate,
        port: 0,
        address: '127.0.0.1',
        limits,
        log: () => undefined,
      }),
    );
    return serving;
  };

  async function reach(connection: Connection): Promise<Carrier> {
    const [{ port }, { authority: pinned }] = await Promise.all([host(), authority()]);
    const carrier = lanCarrier({
      to: { host: '127.0.0.1', port, authority: pinned, token: door.tokenOf(connection), program: 'test' },
      outbox: noOutbox,
      now: Date.now,
      log: () => undefined,
    });
    carriers.push(carrier);
    return carrier;
  }

  return {
    door,
    host,
    authority,
    clientOf: (connection) => {
      let reached: Promise<Carrier> | undefined;
      const carrier = (): Promise<Carrier> => {
        reached ??= reach(connection);
        return reached;
      };
      const lazily: Pick<Carrier, 'ask' | 'act' | 'open'> = {
        ask: async (...call) => (await carrier()).ask(...call),
        act: async (...call) => (await carrier()).act(...call),
        async *open(...call) {
          yield* (await carrier()).open(...call);
        },
      };
      return createRouterClient(carriedRouter(officeApi), { context: { carrier: lazily } });
    },
    close: async () => {
      for (const carrier of carriers) carrier.close();
      await (await serving)?.close();
    },
  };
}
