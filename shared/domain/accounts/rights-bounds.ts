import type { Refusal } from '../../kernel/errors.ts';
import { type Permission, permissions } from './permissions.ts';
import { type Post, posts } from './posts.ts';
import {
  levelOf,
  type MaskedField,
  type MaskLevel,
  maskedFieldNames,
  maskedFields,
  maskLevels,
  type OfficeRights,
  permissionNames,
  postsWith,
  type Scope,
  type ScopedNoun,
  scopedNounNames,
  scopeOf,
  scopes,
  shippedLevel,
  shippedScope,
} from './rights.ts';

/** Rights by which an office could lose its hold on the others: only these posts may ever have them. */
const onlyFor: Partial<Record<Permission, readonly Post[]>> = {
  'accounts.write': ['manager', 'administrator'],
  'rights.write': ['manager', 'administrator'],
  'rights.confirm': ['manager', 'director', 'finance', 'administrator'],
  'settings.write': ['manager', 'administrator'],
  'delegations.write': ['manager', 'director'],
  'terminals.manage': ['manager', 'administrator'],
  'keys.change': ['manager', 'administrator'],
  'rights.read': ['manager', 'director', 'finance', 'administrator', 'auditor', 'compliance'],
  'events.read': ['manager', 'director', 'administrator', 'auditor', 'compliance'],
};

/** Rights that a post may never lose, or nobody could put the others right, or nobody would look. */
const neverLost: Partial<Record<Permission, readonly Post[]>> = {
  'accounts.write': ['administrator'],
  'accounts.read': ['administrator', 'auditor'],
  'rights.write': ['administrator'],
  'rights.confirm': ['administrator'],
  'rights.read': ['administrator', 'auditor'],
  'settings.write': ['administrator'],
  'keys.change': ['administrator'],
  'events.read': ['auditor'],
};

/** Nouns of customers, deals and their money: no business of whoever keeps the machines. */
const ofCustomers =
  /^(customers|visits|rota|subscriptions|deals|contracts|payments|cases|approvals|documents|bookings|changes|intents)\./;
/** What an auditor may ever do: read, and take along what was read. */
const ofAuditors = /\.(read|export)$/;

/** True when an office may give a permission to a post; what ships with the program always stays possible. */
export function mayBeGiven(permission: Permission, post: Post): boolean {
  if (includes(permissions[permission], post)) return true;
  if (post === 'kiosk') return false;
  if (post === 'administrator' && ofCustomers.test(permission)) return false;
  if (post === 'auditor' && !ofAuditors.test(permission)) return false;
  const only = onlyFor[permission];
  return only === undefined || only.includes(post);
}

/** True when an office may take a permission from a post. What the program needs of everybody stays with everybody. */
export function mayBeTaken(permission: Permission, post: Post): boolean {
  if (permission === 'board.read' || permission === 'settings.read') return false;
  return post !== 'kiosk' && neverLost[permission]?.includes(post) !== true;
}

/** Permissions that mean nothing without another: who writes must be able to read. */
export function neededFor(permission: Permission): Permission | null {
  const [noun = '', act] = permission.split('.');
  // What waits for the second person is read by the right to confirm it.
  if (act === 'read' || permission === 'rights.confirm') return null;
  const reading = `${noun === 'deals' ? 'subscriptions' : noun}.read`;
  return permissionNames.find((name) => name === reading) ?? null;
}

/** Whose records a post may ever see: the administrator, a kiosk and planning nobody else's; the others as the office likes. */
export function scopesFor(post: Post, noun: ScopedNoun): readonly Scope[] {
  const shipped = shippedScope(post, noun);
  return post === 'administrator' || post === 'kiosk' ? [shipped] : scopes;
}

/** How much of a field a post may ever be told. */
export function levelsFor(post: Post, field: MaskedField): readonly MaskLevel[] {
  const known: readonly MaskLevel[] = maskedFields[field];
  const shipped = shippedLevel(post, field);
  const fixed = post === 'kiosk' || post === 'administrator' || (field === 'floorPrice' && post === 'director');
  return fixed ? [shipped] : known;
}

/** Why an office cannot have such rights; undefined when it can. Holds for whoever sets them, and by whatever way. */
export function boundsRefusal(rights: OfficeRights): Refusal | undefined {
  for (const permission of permissionNames)
    for (const post of posts) {
      const has = postsWith(rights, permission).includes(post);
      if (has && !mayBeGiven(permission, post)) return { code: 'RIGHT_NEVER_GIVEN', params: { permission, post } };
      if (!has && includes(permissions[permission], post) && !mayBeTaken(permission, post))
        return { code: 'RIGHT_NEVER_LOST', params: { permission, post } };
      const needed = neededFor(permission);
      const shipped =
        includes(permissions[permission], post) && needed !== null && !includes(permissions[needed], post);
      if (has && !shipped && needed !== null && !postsWith(rights, needed).includes(post))
        return { code: 'RIGHT_NEEDS_READING', params: { permission, needed, post } };
    }
  for (const post of posts) {
    for (const noun of scopedNounNames)
      if (!scopesFor(post, noun).includes(scopeOf(rights, post, noun)))
        return { code: 'SCOPE_NOT_ALLOWED', params: { noun, post } };
    for (const field of maskedFieldNames)
      if (!levelsFor(post, field).includes(levelOf(rights, post, field)))
        return { code: 'MASK_NOT_ALLOWED', params: { field, post } };
  }
  return undefined;
}

/**
 * Why this person may not bring about such rights: nobody widens what their own post may do or see, whatever they may do
 * with the rights of others. Two people are needed for that, a manager and an administrator.
 */
export function ownPostRefusal(before: OfficeRights, after: OfficeRights, post: Post): Refusal | undefined {
  const gained = permissionNames.find(
    (permission) => postsWith(after, permission).includes(post) && !postsWith(before, permission).includes(post),
  );
  if (gained !== undefined) return { code: 'RIGHTS_OWN_POST', params: { post } };
  const wider =
    scopedNounNames.some(
      (noun) => scopes.indexOf(scopeOf(after, post, noun)) > scopes.indexOf(scopeOf(before, post, noun)),
    ) ||
    maskedFieldNames.some(
      (field) => maskLevels.indexOf(levelOf(after, post, field)) > maskLevels.indexOf(levelOf(before, post, field)),
    );
  return wider ? { code: 'RIGHTS_OWN_POST', params: { post } } : undefined;
}

/** The rights of an office without what is as shipped, so that “changed” means changed. */
export function leastRights(rights: OfficeRights): OfficeRights {
  const changed = permissionNames.filter((name) => !sameMembers(postsWith(rights, name), permissions[name]));
  const perPost = <V>(names: readonly string[], of: (post: Post, name: string) => V, shipped: typeof of) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const own = posts.filter((post) => of(post, name) !== shipped(post, name));
        return own.length === 0 ? [] : [[name, Object.fromEntries(own.map((post) => [post, of(post, name)]))]];
      }),
    );
  return {
    permissions: Object.fromEntries(
      changed.map((name) => [name, posts.filter((post) => postsWith(rights, name).includes(post))]),
    ),
    scopes: perPost(
      scopedNounNames,
      (post, noun) => scopeOf(rights, post, noun as ScopedNoun),
      (post, noun) => shippedScope(post, noun as ScopedNoun),
    ),
    masks: perPost(
      maskedFieldNames,
      (post, field) => levelOf(rights, post, field as MaskedField),
      (post, field) => shippedLevel(post, field as MaskedField),
    ),
  };
}

function sameMembers(some: readonly Post[], others: readonly Post[]): boolean {
  return posts.every((post) => some.includes(post) === others.includes(post));
}

function includes(list: readonly Post[], post: Post): boolean {
  return list.includes(post);
}
