import type { z } from 'zod';
import { collator } from '#renderer/lib/format.ts';
import type { terminals } from '#shared/api/terminals.ts';
import { shownHostAddress } from '#shared/domain/terminals/host-address.ts';
import type { Language } from '#shared/i18n/index.ts';

/** A terminal as the office lists it. */
export type Terminal = z.output<typeof terminals.list.output>[number];

/** Somebody's session as the office lists it. */
export type TerminalSession = z.output<typeof terminals.sessions.output>[number];

/** A pairing that is open, with its code. */
export type Pairing = NonNullable<z.output<typeof terminals.pairing.output>['open']>;

/** How a terminal stands, in the order in which they are listed. */
export const terminalStandings = ['online', 'away', 'revoked'] as const;
/** How a terminal stands. */
export type TerminalStanding = (typeof terminalStandings)[number];

/** Whether a terminal is connected, away, or shut out for good. */
export function standingOf({ state, windows }: Pick<Terminal, 'state' | 'windows'>): TerminalStanding {
  if (state === 'revoked') return 'revoked';
  return windows > 0 ? 'online' : 'away';
}

/**
 * What the search and the pressed chips keep: connected ones first, by name so that no row moves under the pointer, then
 * those that are away, whoever was seen last before the others.
 */
export function shownTerminals<Row extends Pick<Terminal, 'state' | 'windows' | 'name' | 'seen' | 'people'>>(
  rows: readonly Row[],
  text: string,
  standings: readonly TerminalStanding[],
  language: Language,
): Row[] {
  const searched = text.trim().toLowerCase();
  const compareNames = collator(language).compare;
  return rows
    .filter((row) => standings.length === 0 || standings.includes(standingOf(row)))
    .filter(({ name, seen, people }) =>
      [name, seen?.address ?? '', ...people.map((person) => person.name)].some((part) =>
        part.toLowerCase().includes(searched),
      ),
    )
    .toSorted(
      (a, b) =>
        terminalStandings.indexOf(standingOf(a)) - terminalStandings.indexOf(standingOf(b)) ||
        (a.windows > 0 ? 0 : (b.seen?.at ?? 0) - (a.seen?.at ?? 0)) ||
        compareNames(a.name, b.name),
    );
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long ago something was: in minutes and hours of the last day, else not counted. */
export type Age =
  | { readonly unit: 'now' }
  | { readonly unit: 'minutes' | 'hours'; readonly count: number }
  | { readonly unit: 'long' };

/** The age of an instant. A clock that runs ahead makes nothing younger than now. */
export function ageOf(at: number, now: number): Age {
  const passed = now - at;
  if (passed < MINUTE) return { unit: 'now' };
  if (passed < HOUR) return { unit: 'minutes', count: Math.floor(passed / MINUTE) };
  if (passed < 24 * HOUR) return { unit: 'hours', count: Math.floor(passed / HOUR) };
  return { unit: 'long' };
}

/** How a session stands: somebody works in it, its screen is locked, or its window is away and may come back. */
export type SessionStanding = 'active' | 'locked' | 'away';

/** How a session stands. */
export function sessionStandingOf({
  connected,
  locked,
}: Pick<TerminalSession, 'connected' | 'locked'>): SessionStanding {
  if (!connected) return 'away';
  return locked ? 'locked' : 'active';
}

/** What the search keeps, whoever came last first. */
export function shownSessions<Row extends Pick<TerminalSession, 'person' | 'terminal' | 'startedAt'>>(
  rows: readonly Row[],
  text: string,
): Row[] {
  const searched = text.trim().toLowerCase();
  return rows
    .filter(({ person, terminal }) => [person.name, terminal].some((part) => part.toLowerCase().includes(searched)))
    .toSorted((a, b) => b.startedAt - a.startedAt);
}

/** A network of a host and its address there. */
export type HostNetwork = { readonly interface: string; readonly address: string };

/**
 * What is typed on a terminal to reach a host: its addresses on the networks it listens at, each once. Those of version 6
 * only where there are no others: nobody likes to type them.
 */
export function addressesOf(
  networks: readonly HostNetwork[],
  host: { readonly port: number; readonly interface: string | null },
): string[] {
  const served = networks.filter((network) => host.interface === null || network.interface === host.interface);
  const short = served.filter(({ address }) => !address.includes(':'));
  const typed = short.length > 0 ? short : served;
  return [...new Set(typed.map(({ address }) => shownHostAddress({ address, port: host.port })))];
}
