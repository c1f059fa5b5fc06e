import type Database from 'better-sqlite3';
import type { ReadDb } from '#db/access.ts';
import type { PresentTerminal } from '#shared/domain/health/figures.ts';
import { terminalAt } from '#shared/domain/terminals/states.ts';
import type { Connections } from '../kernel/connections.ts';
import type { Corridor } from '../kernel/corridor.ts';
import type { LiveHub } from '../kernel/live.ts';
import type { Clock } from '../kernel/ports.ts';
import type { Connection } from '../kernel/session.ts';
import type { Turns } from '../kernel/turns.ts';
import { hostAuthority } from './authority.ts';
import { officeHeads } from './heads.ts';
import { pairingDesk } from './pairing.ts';
import { terminalPresence } from './presence.ts';
import { supersession } from './superseded.ts';

/** The terminals of an office: what a host that serves them over the network asks, and what their pages show. */
export type Terminals = ReturnType<typeof officeTerminals>;

/** After a host has started anew all of its terminals come at once: they are told together, after this, ms. */
const TOLD_AFTER_MS = 250;

/** The windows of the host itself, among those that are told of. */
const OF_THE_HOST = 0;

/** Tells every window who has come, gone, locked or unlocked: no event of the office, but its pages show it. */
function comingAndGoing(live: Pick<LiveHub, 'publish'>): (where: Pick<Connection, 'place'>) => void {
  const moved = new Set<number>();
  return ({ place }) => {
    moved.add(terminalAt(place) ?? OF_THE_HOST);
    if (moved.size > 1) return;
    setTimeout(() => {
      const touched = [...moved].map((id) => `terminals:${id}`);
      moved.clear();
      live.publish({ seq: 0, touched });
    }, TOLD_AFTER_MS).unref();
  };
}

/** The terminals of one office. */
export function officeTerminals(options: {
  readonly db: ReadDb;
  readonly clock: Clock;
  readonly act: Corridor['act'];
  readonly connections: Connections;
  readonly turns: Turns;
  readonly live: Pick<LiveHub, 'publish'>;
  readonly client: Database.Database;
}) {
  const { authority, leafFor, serveFrom } = hostAuthority(options);
  const superseded = supersession(options);
  const pairing = pairingDesk({ ...options, authority });
  const presence = terminalPresence(options);
  superseded.onChange(() => {
    // They look for the host that serves them now.
    if (superseded.found() !== null) presence.closeAll();
  });
  const tell = comingAndGoing(options.live);
  let unsentOf: (terminalId: number) => number = () => 0;
  return {
    authority,
    leafFor,
    serveFrom: async (...asked: Parameters<typeof serveFrom>) => {
      const standing = await serveFrom(...asked);
      superseded.lookAgain();
      return standing;
    },
    /** Whether another PC has taken the office over. */
    superseded,
    beginEnrolment: pairing.begin,
    finishEnrolment: pairing.finish,
    admit: (knock: Parameters<typeof presence.admit>[0]) => {
      const admitted = presence.admit(knock, () => {
        // A terminal that was let in says which host it has met last; whoever is left behind lets nobody in.
        if (knock.met !== undefined) void superseded.met(knock.met).catch(() => undefined);
        return superseded.found() !== null || (knock.met !== undefined && superseded.isAbove(knock.met));
      });
      tell(admitted.connection);
      return admitted;
    },
    left: (connection: Connection): void => {
      presence.left(connection);
      tell(connection);
    },
    onEnded: presence.onEnded,
    /** Somebody's session stands otherwise than before: its screen was locked or opened, or its window closed. */
    moved: tell,
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
    /** How far the log is, for those who keep it, and what they remember of it. */
    heads: officeHeads(options),
  };
}
