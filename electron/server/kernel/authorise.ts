import { eq } from 'drizzle-orm';
import type { ReadDb } from '#db/access.ts';
import { given, prepared } from '#db/prepared.ts';
import { accounts } from '#db/schema/office.ts';
import type { Access } from '#shared/api/procedure.ts';
import { hasPermission } from '#shared/domain/accounts/permissions.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
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
 * Throws UNAUTHENTICATED, SESSION_LOCKED or FORBIDDEN. `public` procedures have an actor only when somebody is logged in.
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
    throw new DomainError('UNAUTHENTICATED');
  }
  const account = accountAtWork(call.db).get({ id: session.accountId });
  if (account === undefined || account.state !== 'active') {
    connection.session = undefined;
    if (permission === 'public') return undefined;
    throw new DomainError('UNAUTHENTICATED');
  }
  const idleMs = call.settings.read('idleLockMinutes', dayOf(now))[account.post] * 60_000;
  if (now - session.lastActiveAt > idleMs) session.locked = true;
  if (session.locked && !openToLockedScreens.has(call.path)) {
    if (permission === 'public') return undefined;
    throw new DomainError('SESSION_LOCKED');
  }
  if (permission !== 'public' && permission !== 'signedIn' && !hasPermission(account.post, permission))
    throw new DomainError('FORBIDDEN');
  const { state: _state, ...actor } = account;
  return actor;
}
