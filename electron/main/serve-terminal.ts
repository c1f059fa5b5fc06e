import { RPCHandler } from '@orpc/server/message-port';
import { v7 } from 'uuid';
import type { HeadKeeper } from '#electron/device/head-file.ts';
import type { Log } from '#electron/device/log.ts';
import type { Outbox, OutboxFile } from '#electron/device/outbox.ts';
import type { TerminalPairing } from '#electron/device/terminal-file.ts';
import { type CarriedContext, carriedRouter } from '#electron/transports/carried-router.ts';
import { type DeviceContext, type DeviceHandlers, deviceRouter } from '#electron/transports/device-router.ts';
import { serveIpc } from '#electron/transports/ipc.ts';
import { type Carrier, lanCarrier } from '#electron/transports/lan-carrier.ts';
import type { Follows } from '#electron/transports/lan-link.ts';
import { officeApi } from '#shared/api/index.ts';
import { pcApi } from '#shared/api/pc.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { LinkSource } from './link-report.ts';
import type { TerminalHost } from './terminal.ts';

export type ServeTerminalPorts = {
  readonly pairing: TerminalPairing;
  readonly outbox: OutboxFile;
  readonly follows: Follows;
  /** How far the office's log was, as this PC keeps it. */
  readonly heads: HeadKeeper;
  readonly program: string;
  readonly pc: DeviceHandlers<typeof pcApi>;
  readonly log: Log;
};

/** One window at this terminal: what carries its calls, and who is logged in there as far as is known here. */
type Seat = { readonly carrier: Carrier; accountId: number | null };

/** Serves this PC's windows from the host: the office's own router, carried, and this PC's answers beside it. */
export function serveTerminal({ pairing, outbox, follows, heads, program, pc, log }: ServeTerminalPorts): TerminalHost {
  const seats = new Map<number, Seat>();
  const { address, port, authority, token } = pairing;
  /** Each line looks here whenever it tries anew. */
  const to = { host: address, port, authority, token, program, follows, heads };
  const router = { ...carriedRouter(officeApi), device: deviceRouter(pcApi, pc) };
  const handler = new RPCHandler<CarriedContext & DeviceContext>(router);
  const ipc = serveIpc<CarriedContext & DeviceContext>(handler, ({ windowId, gone }) => {
    const page = outbox.page(() => seat.accountId);
    const carrier = lanCarrier({
      to,
      outbox: page,
      now: Date.now,
      log,
    });
    const seat: Seat = { carrier, accountId: null };
    seats.set(windowId, seat);
    gone.addEventListener('abort', () => {
      carrier.close();
      page.gone();
      if (seats.get(windowId) === seat) seats.delete(windowId);
    });
    return { carrier: noticing(seat, page), windowId };
  });

  /** Asks the host who is at a window; undefined where nobody is, or nobody can be asked. */
  const personAt = async (windowId: number) => {
    const current: unknown = await seats
      .get(windowId)
      ?.carrier.ask('session.current', {})
      .catch(() => undefined);
    const person: unknown = Reflect.get(Object(current), 'person');
    return Reflect.get(Object(current), 'state') === 'open' ? Object(person) : undefined;
  };

  return {
    ipc,
    line: (windowId) => {
      const carrier = seats.get(windowId)?.carrier;
      return carrier && lineOf(carrier, heads);
    },
    readdress: (place) => {
      to.host = place.address;
      to.port = place.port;
      for (const { carrier } of seats.values()) carrier.hurry();
    },
    lines: () => [...seats.values()].map(({ carrier }) => carrier),
    mayAdminister: async (windowId, right = 'settings.write') => {
      const permissions: unknown = Reflect.get(Object(await personAt(windowId)), 'permissions');
      return Array.isArray(permissions) && permissions.includes(right);
    },
    lockScreens: () => {
      for (const { carrier, accountId } of seats.values())
        if (accountId !== null)
          // A host that is away locks them by itself: nobody was there.
          void carrier.act('session.lock', { requestId: v7(), data: {} }).catch(() => undefined);
    },
    close: async () => {
      ipc.close();
      heads.settle();
      await outbox.settled();
    },
  };
}

/** The line of a window as it is told: with what is wrong with the log of the office behind it. */
function lineOf(carrier: Carrier, heads: HeadKeeper): LinkSource {
  return {
    state: () => {
      const state = carrier.state();
      const log = heads.alarm();
      return state.kind === 'open' && log !== null ? { ...state, log } : state;
    },
    onState: carrier.onState,
  };
}

/** A carrier that notices who is at the window, and which acts nobody waits for any more: those are asked after later. */
function noticing(seat: Seat, page: Pick<Outbox, 'abandon'>): CarriedContext['carrier'] {
  const { carrier } = seat;
  return {
    open: carrier.open,
    ask: async (path, input, signal) => {
      const answer = await carrier.ask(path, input, signal);
      if (path === 'session.current') {
        const id: unknown = Reflect.get(Object(Reflect.get(Object(answer), 'person')), 'id');
        seat.accountId = typeof id === 'number' ? id : null;
      }
      return answer;
    },
    act: async (path, input, signal) => {
      try {
        return await carrier.act(path, input, signal);
      } catch (error) {
        if (error instanceof DomainError && error.code === 'OUTCOME_UNKNOWN')
          page.abandon(String(Reflect.get(Object(input), 'requestId')));
        throw error;
      }
    },
  };
}
