import type { ReadDb } from '#db/access.ts';
import { hasPermission, type Permission } from '#shared/domain/accounts/permissions.ts';
import { isCarried } from '#shared/domain/terminals/desks.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { QueryContext } from './handlers.ts';
import type { Actor, Connection } from './session.ts';
import type { SettingsReader } from './settings.ts';

/** Who asks, where and when. */
export type Asked = { readonly actor: Actor | undefined; readonly connection: Connection; readonly now: number };

/** What every handler knows, on whichever thread it runs. The actor is there wherever the declaration asks for one. */
export function contextOf(
  { db, settings }: { readonly db: ReadDb; readonly settings: SettingsReader },
  { actor, connection, now }: Asked,
): QueryContext {
  const today = dayOf(now);
  return {
    now,
    today,
    connection,
    db,
    actor: actor as Actor,
    can: (permission: Permission) =>
      actor !== undefined && hasPermission(actor.post, permission) && isCarried(connection.desks, permission),
    setting: (key, day) => settings.read(key, day ?? today),
  };
}
