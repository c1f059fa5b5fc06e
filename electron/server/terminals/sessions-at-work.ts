import { accountById } from '#db/repositories/accounts.ts';
import { keptSessions } from '#db/repositories/terminal-sessions.ts';
import { allTerminals } from '#db/repositories/terminals.ts';
import { SESSION_MS, terminalAt } from '#shared/domain/terminals/states.ts';
import type { Connections } from '../kernel/connections.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import type { Connection, Session } from '../kernel/session.ts';
import type { Presence } from './presence.ts';

/** A session at a window, or one whose window is away since before the host was started. */
type Found = Pick<Session, 'accountId' | 'startedAt' | 'lastActiveAt' | 'locked'> & {
  readonly key: string;
  readonly terminalId: number | null;
  readonly terminal: string;
  readonly at: Connection | undefined;
};

/** Names the window of a session: one of a terminal by its resume token's hash, one of the host by its number. */
export function keyOf({ id, resumeHash }: Connection): string {
  return resumeHash ?? `pc-${id}`;
}

/** Who is logged in at the windows of the host and of terminals, and who may still come back to theirs. */
export function sessionsAtWork(
  { db, now, actor, connection: own, setting }: QueryContext,
  presence: Pick<Presence, 'windows'>,
  connections: Connections,
) {
  const idle = setting('idleLockMinutes');
  const away = new Set(presence.windows().flatMap(({ connection, attached }) => (attached === 0 ? [connection] : [])));
  const here = connections.all().flatMap((connection): Found[] => {
    const { session, place, terminal } = connection;
    if (session === undefined) return [];
    return [{ ...session, key: keyOf(connection), terminalId: terminalAt(place), terminal, at: connection }];
  });
  const known = new Set(here.map(({ key }) => key));
  const names = new Map(allTerminals(db).map(({ terminal }) => [terminal.id, terminal.name]));
  const kept = keptSessions(db)
    .filter((one) => one.endedBy === null && !known.has(one.resumeHash) && now - one.startedAt <= SESSION_MS)
    .map((one) => ({ ...one, key: one.resumeHash, terminal: names.get(one.terminalId) ?? '', at: undefined }));
  return [...here, ...kept].flatMap(({ key, accountId, terminalId, terminal, at, ...session }) => {
    const account = accountById(db, accountId);
    if (account?.state !== 'active') return [];
    const { name, post } = account;
    const { startedAt, lastActiveAt } = session;
    return [
      {
        key,
        person: { id: accountId, name, post },
        terminalId,
        terminal,
        startedAt,
        lastActiveAt,
        locked: session.locked || now - lastActiveAt >= idle[post] * 60_000,
        connected: at !== undefined && !away.has(at),
        own: at === own && accountId === actor.id,
      },
    ];
  });
}
