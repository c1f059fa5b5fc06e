import { randomBytes } from 'node:crypto';
import type { GateState } from '#electron/device/gate-state.ts';
import { type OutboxFile, openOutbox } from '#electron/device/outbox.ts';
import type { TerminalFile, TerminalPairing } from '#electron/device/terminal-file.ts';
import type { FoundHost } from '#electron/lan/discovery.ts';
import type { EnrolAsked, Enrolled } from '#electron/lan/enrol.ts';
import { type HostPlace, type isHostOf, newPlaceOf } from '#electron/lan/own-host.ts';
import type { Follows } from '#electron/transports/lan-link.ts';
import { shownHostAddress } from '#shared/domain/terminals/host-address.ts';
import { meet, type Standing } from '#shared/domain/terminals/standing.ts';
import { DomainError, type ErrorCode, type Refusal } from '#shared/kernel/errors.ts';
import type { LinkSource } from './link-report.ts';
import type { OfficeHost } from './office.ts';

/** What a terminal serves its windows with, and how their lines stand. */
export type TerminalHost = OfficeHost & {
  readonly lines: () => readonly LinkSource[];
  readonly line: (windowId: number) => LinkSource | undefined;
  /** The host is elsewhere: every line looks for it there from now on, with the sessions as they are. */
  readonly readdress: (to: HostPlace) => void;
};

export type TerminalPorts = {
  readonly file: TerminalFile;
  readonly outboxFile: string;
  readonly pcName: string;
  readonly keychain: () => Promise<boolean>;
  readonly enrol: (asked: Omit<EnrolAsked, 'program'>) => Promise<Enrolled>;
  readonly find: () => Promise<readonly FoundHost[]>;
  readonly proves: typeof isHostOf;
  /** Looks around for a host that is away, now and then, until it is told to stop. */
  readonly nowAndThen: (look: () => Promise<void>) => () => void;
  /** UTC ms. */
  readonly now: () => number;
  readonly log: (level: 'info' | 'warn' | 'error', line: string) => void;
  /** Serves this PC's windows from the host. */
  readonly serve: (pairing: TerminalPairing, outbox: OutboxFile, follows: Follows) => TerminalHost;
  /** From now on the pages are served by it, or by nobody but this PC again. */
  readonly admit: (host: OfficeHost) => void;
  readonly dismiss: () => void;
  /** The line of its windows when it is no terminal. */
  readonly own: LinkSource;
  /** What this PC is when it is no terminal; `begin` looks. */
  readonly gate: { readonly state: () => GateState; readonly begin: () => Promise<GateState> };
};

/** The role of this PC as a terminal of an office. */
export type Terminal = ReturnType<typeof terminalOf>;

/** A host that has been away for so long, ms, may be elsewhere: one that starts anew takes less. */
const AWAY_MS = 15_000;

/** Where its host was, somebody else answers now: the host itself may be elsewhere. */
const notTheHost: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['HOST_IMPOSTOR', 'HOST_SUPERSEDED']);

/** The host was found at another address by itself: from which, and when (UTC ms). */
type Followed = { readonly from: string; readonly at: number };

type Joined = { readonly pairing: TerminalPairing; readonly outbox: OutboxFile; readonly host: TerminalHost };

/** How to join, found hosts and the way out again. A PC whose own office is open, or locked, can't be a terminal. */
export function terminalOf(ports: TerminalPorts) {
  let joined: Joined | undefined;
  let unreadable = false;
  let followed: Followed | null = null;
  let stopLooking: () => void = () => undefined;
  /** Joining and leaving one after the other: two windows may ask at once. */
  let busy: Promise<unknown> = Promise.resolve();

  const oneAtATime = <T>(act: () => Promise<T>): Promise<T> => {
    const next = busy.then(act, act);
    busy = next.catch(() => undefined);
    return next;
  };

  const gateState = () =>
    joined === undefined ? ports.gate.state() : { kind: 'terminal' as const, officeName: joined.pairing.officeName };

  /** Follows the host of the highest epoch that any window has met, and writes it down. */
  const follows = (pairing: TerminalPairing): Follows => {
    let known = pairing.standing;
    const remember = async (standing: Standing): Promise<void> => {
      // It has left, moved or been paired anew meanwhile.
      if (joined?.pairing.token !== pairing.token) return;
      joined = { ...joined, pairing: { ...joined.pairing, standing } };
      await ports.file.write(joined.pairing);
    };
    const judge = (met: Standing | undefined): Refusal | null => {
      const meeting = meet(known, met);
      if (meeting.kind === 'superseded') return meeting.refusal;
      if (meeting.kind === 'newer') {
        known = meeting.standing;
        void oneAtATime(() => remember(meeting.standing)).catch(() => undefined);
      }
      return null;
    };
    return Object.assign(judge, { known: () => known });
  };

  const enter = (pairing: TerminalPairing): void => {
    const outbox = openOutbox(ports.outboxFile, Buffer.from(pairing.outboxKey, 'base64'));
    const host = ports.serve(pairing, outbox, follows(pairing));
    joined = { pairing, outbox, host };
    unreadable = false;
    followed = null;
    stopLooking();
    stopLooking = ports.nowAndThen(lookAround);
    ports.admit(host);
  };

  /** True while a window has its line to the host: then nothing is amiss with the pairing. */
  const inTouch = (): boolean => joined?.host.lines().some((line) => line.state().kind === 'open') ?? false;

  /** True when every window has been without its host for a while, or somebody else answers where it was. */
  const isAway = (): boolean => {
    const states = joined?.host.lines().map((line) => line.state()) ?? [];
    return (
      states.length > 0 &&
      states.every(
        (state) =>
          (state.kind === 'refused' && notTheHost.has(state.refusal.code)) ||
          ((state.kind === 'lost' || state.kind === 'connecting') && ports.now() - state.since > AWAY_MS),
      )
    );
  };

  /** Follows a host whose address has changed, where it makes itself known and proves to be the one. */
  const lookAround = async (): Promise<void> => {
    if (joined === undefined || !isAway()) return;
    const { pairing, host } = joined;
    const place = await newPlaceOf(pairing, await ports.find(), ports.proves);
    if (place === undefined) return;
    await oneAtATime(async () => {
      // Somebody may have been quicker, by hand.
      if (joined?.host !== host || !isAway()) return;
      const moved = { ...joined.pairing, ...place };
      await ports.file.write(moved);
      joined = { ...joined, pairing: moved };
      followed = { from: shownHostAddress(pairing), at: ports.now() };
      ports.log('info', `the host is at another address: ${shownHostAddress(place)}`);
      host.readdress(place);
    });
  };

  const join = async (asked: { address: string; port: number; code: string; name: string }) => {
    if (joined === undefined && ports.gate.state().kind !== 'absent') throw new DomainError('OFFICE_EXISTS');
    if (inTouch()) throw new DomainError('TERMINAL_IN_USE');
    await ports.file.assertKeychain();
    const before = joined?.pairing;
    const enrolled = await ports.enrol({ ...asked, token: before?.token ?? null });
    const { address, port, name: terminalName } = asked;
    // The same office elsewhere knows what became of the acts that are in doubt.
    const sameOffice = before?.officeId === enrolled.officeId;
    const pairing: TerminalPairing = {
      ...enrolled,
      ...{ address, port, terminalName },
      outboxKey: sameOffice ? before.outboxKey : randomBytes(32).toString('base64'),
    };
    await ports.file.write(pairing);
    await (sameOffice ? joined?.outbox.settled() : joined?.outbox.destroy());
    enter(pairing);
    return gateState();
  };

  const moveTo = async (to: { address: string; port: number }) => {
    if (joined === undefined) return gateState();
    if (inTouch()) throw new DomainError('TERMINAL_IN_USE');
    const pairing = { ...joined.pairing, ...to };
    await ports.file.write(pairing);
    await joined.outbox.settled();
    enter(pairing);
    return gateState();
  };

  const leave = async (windowId: number) => {
    if (joined === undefined) return gateState();
    if (inTouch() && !(await joined.host.mayAdminister(windowId))) throw new DomainError('FORBIDDEN');
    ports.file.remove();
    const { outbox } = joined;
    joined = undefined;
    stopLooking();
    ports.dismiss();
    await outbox.destroy();
    await ports.gate.begin();
    return gateState();
  };

  return {
    /** Serves the windows from the host where this PC was paired; false where it was not. */
    begin: async (): Promise<boolean> => {
      const pairing = await ports.file.read();
      unreadable = pairing === 'unreadable';
      if (pairing === undefined || pairing === 'unreadable') return false;
      enter(pairing);
      return true;
    },
    gateState,
    isTerminal: () => joined !== undefined,
    state: async () => {
      if (joined === undefined)
        return { kind: 'none' as const, pcName: ports.pcName, keychain: await ports.keychain(), unreadable };
      const { officeName, address, port, terminalName } = joined.pairing;
      return { kind: 'joined' as const, officeName, address, port, terminalName, followed };
    },
    link: (windowId: number): LinkSource => {
      return joined?.host.line(windowId) ?? ports.own;
    },
    find: async () => {
      const own = joined?.pairing.officeId;
      return (await ports.find())
        .map(({ officeId, ...host }) => ({ ...host, own: officeId !== '' && own?.startsWith(officeId) === true }))
        .toSorted((a, b) => Number(b.own) - Number(a.own));
    },
    join: (asked: Parameters<typeof join>[0]) => oneAtATime(() => join(asked)),
    moveTo: (to: Parameters<typeof moveTo>[0]) => oneAtATime(() => moveTo(to)),
    leave: (windowId: number) => oneAtATime(() => leave(windowId)),
    leftOver: (accountId: number) =>
      (joined?.outbox.leftOver() ?? [])
        .filter((entry) => entry.accountId === accountId)
        .map(({ requestId, path, at }) => ({ requestId, path, at })),
    settle: (requestIds: readonly string[]) => joined?.outbox.forget(requestIds),
  };
}
