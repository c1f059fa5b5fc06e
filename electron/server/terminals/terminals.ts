import type { ReadDb } from '#db/access.ts';
import type { PresentTerminal } from '#shared/domain/health/figures.ts';
import type { Connections } from '../kernel/connections.ts';
import type { Corridor } from '../kernel/corridor.ts';
import type { Clock } from '../kernel/ports.ts';
import type { Turns } from '../kernel/turns.ts';
import { hostAuthority } from './authority.ts';
import { pairingDesk } from './pairing.ts';
import { terminalPresence } from './presence.ts';

/** The terminals of an office: what a host that serves them over the network asks, and what their pages show. */
export type Terminals = ReturnType<typeof officeTerminals>;

/** The terminals of one office. */
export function officeTerminals(options: {
  readonly db: ReadDb;
  readonly clock: Clock;
  readonly act: Corridor['act'];
  readonly connections: Connections;
  readonly turns: Turns;
}) {
  const { authority, leafFor } = hostAuthority(options);
  const pairing = pairingDesk({ ...options, authority });
  const presence = terminalPresence(options);
  let unsentOf: (terminalId: number) => number = () => 0;
  return {
    authority,
    leafFor,
    beginEnrolment: pairing.begin,
    finishEnrolment: pairing.finish,
    admit: presence.admit,
    left: presence.left,
    onEnded: presence.onEnded,
    /** Who is connected now. */
    present: (): PresentTerminal[] => {
      const present = new Map<number, PresentTerminal>();
      for (const { connection, terminalId: id, attached, since, seen } of presence.windows()) {
        if (attached === 0) continue;
        const other = present.get(id);
        present.set(id, {
          id,
          name: connection.terminal,
          ...seen,
          windows: (other?.windows ?? 0) + 1,
          since: Math.min(since, other?.since ?? since),
          unsentBytes: unsentOf(id),
        });
      }
      return [...present.values()];
    },
    /** Whoever serves the terminals says how many bytes each has not taken in yet. */
    readUnsent: (read: (terminalId: number) => number): void => {
      unsentOf = read;
    },
    pairing,
    presence,
  };
}
