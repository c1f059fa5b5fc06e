import type { ReadDb } from '#db/access.ts';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import {
  groundFor,
  levelFor,
  type OfficeRights,
  postsFor,
  type ScopedNoun,
  shippedRights,
} from '#shared/domain/accounts/rights.ts';
import { isCarried } from '#shared/domain/terminals/desks.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { QueryContext } from './handlers.ts';
import { type Seen, seenBy } from './persons.ts';
import type { Actor, Connection } from './session.ts';
import type { SettingsReader } from './settings.ts';

/** Who asks, where and when. */
export type Asked = { readonly actor: Actor | undefined; readonly connection: Connection; readonly now: number };

/** Nobody's, for what is asked before anybody has logged in. */
const nobodys: Seen = { whose: [], own: [], lent: [] };

/** What every handler knows, on whichever thread it runs. The actor is there wherever the declaration asks for one. */
export function contextOf(
  { db, settings }: { readonly db: ReadDb; readonly settings: SettingsReader },
  { actor, connection, now }: Asked,
): QueryContext {
  const today = dayOf(now);
  // Nobody has logged in, or the office itself acts: there is nobody whose rights an office could have changed.
  const rights: OfficeRights = actor === undefined ? shippedRights : settings.read('rights', today);
  const known = new Map<ScopedNoun, Seen>();
  const seen = (noun: ScopedNoun): Seen => {
    const before = known.get(noun);
    if (before !== undefined) return before;
    const found = actor === undefined ? nobodys : seenBy(db, rights, actor, noun);
    known.set(noun, found);
    return found;
  };
  const stood: { for: number | null } = { for: null };
  return {
    now,
    today,
    connection,
    db,
    actor: actor as Actor,
    rights,
    can: (permission: Permission) =>
      actor !== undefined && groundFor(rights, actor, permission) !== null && isCarried(connection.desks, permission),
    reach: (noun) => seen(noun).whose,
    sees: (noun, ownerId) => {
      const { own, lent } = seen(noun);
      if (ownerId === null || own === null || own.includes(ownerId)) return true;
      const lender = lent.find(({ whose }) => whose === null || whose.includes(ownerId));
      // Only for somebody else is this record in sight: what is done with it is done for them.
      if (lender !== undefined) stood.for ??= lender.accountId;
      return lender !== undefined;
    },
    level: (field) => (actor === undefined ? 'hidden' : levelFor(rights, actor, field)),
    postsFor: (permission) => (actor === undefined ? [] : postsFor(rights, actor, permission)),
    stood,
    setting: (key, day) => settings.read(key, day ?? today),
  };
}
