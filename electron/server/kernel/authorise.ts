import { eq } from 'drizzle-orm';
import type { ReadDb } from '#db/access.ts';
import { given, prepared } from '#db/prepared.ts';
import { accounts } from '#db/schema/office.ts';
import type { Access } from '#shared/api/procedure.ts';
import { groundFor } from '#shared/domain/accounts/rights.ts';
import { isOpenTo, locksWhenIdle } from '#shared/domain/kiosk/access.ts';
import { isCarried } from '#shared/domain/terminals/desks.ts';
import { SESSION_MS } from '#shared/domain/terminals/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { standingsOf } from './persons.ts';
import type { Actor, Connection } from './session.ts';
import type { SettingsReader } from './settings.ts';

/** What a locked screen may still do: be unlocked, be left, or be locked once more. */
const openToLockedScreens: ReadonlySet<string> = new Set([
  'session.lock',
  'session.unlock',
  'session.logout',
  'session.stepAside',
]);

const accountAtWork = prepared((db) =>
  db
    .select({
      id: accounts.id,
      name: accounts.name,
      post: accounts.post,
      language: accounts.language,
      state: accounts.state,
    })
    .from(accounts)
    .where(eq(accounts.id, given('id')))
    .prepare(),
);

/**
 * Who is calling, read anew for each call: a disabled account is out at once, a changed post counts at once. Default deny.
 * Throws UNAUTHENTICATED, SESSION_ENDED_BY, SESSION_LOCKED, FORBIDDEN or, where the terminal is limited, TERMINAL_LIMITED. `public` procedures have an actor only when somebody is logged in.
 */
export function authorise(call: {
  readonly db: ReadDb;
  readonly settings: SettingsReader;
  readonly permission: Access;
  readonly connection: Connection;
  readonly now: number;
  readonly path: string;
}): Actor | undefined {
  const { connection, permission, now } = call;
  const session = connection.session;
  if (session === undefined) {
    if (permission === 'public') return undefined;
    throw connection.endedBy === null
      ? new DomainError('UNAUTHENTICATED')
      : new DomainError('SESSION_ENDED_BY', { name: connection.endedBy });
  }
  const account = accountAtWork(call.db).get({ id: session.accountId });
  const tooLong = connection.resumeHash !== null && now - session.startedAt > SESSION_MS;
  if (account === undefined || account.state !== 'active' || tooLong) {
    connection.session = undefined;
    if (permission === 'public') return undefined;
    throw new DomainError('UNAUTHENTICATED');
  }
  const today = dayOf(now);
  const idleMs = call.settings.read('idleLockMinutes', today)[account.post] * 60_000;
  if (now - session.lastActiveAt >= idleMs) session.locked = true;
  if (!locksWhenIdle(account.post)) session.locked = false;
  if (session.locked && !openToLockedScreens.has(call.path)) {
    if (permission === 'public') return undefined;
    throw new DomainError('SESSION_LOCKED');
  }
  if (!isOpenTo(account.post, call.path)) throw new DomainError('FORBIDDEN');
  const rights = call.settings.read('rights', today);
  const { state: _state, ...person } = account;
  const actor = { ...person, actingFor: standingsOf(call.db, person, rights, today) };
  if (permission !== 'public' && permission !== 'signedIn') {
    if (groundFor(rights, actor, permission) === null) throw new DomainError('FORBIDDEN');
    if (!isCarried(connection.desks, permission)) throw new DomainError('TERMINAL_LIMITED');
  }
  return actor;
}
