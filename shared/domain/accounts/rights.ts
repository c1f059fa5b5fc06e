import { type Permission, permissions } from './permissions.ts';
import type { Post } from './posts.ts';

/** Whose records a post sees, from the fewest to all: one's own, those of one's team, everybody's. */
export const scopes = ['own', 'team', 'all'] as const;
/** Whose records a post sees. */
export type Scope = (typeof scopes)[number];

/** Nouns whose records belong to somebody, each with the permission without which its scope means nothing. */
export const scopedNouns = {
  customers: 'customers.read',
  visits: 'visits.read',
  quotes: 'subscriptions.read',
  subscriptions: 'subscriptions.read',
  contracts: 'contracts.read',
  payments: 'payments.read',
  cases: 'cases.read',
  approvals: 'approvals.read',
} as const satisfies Record<string, Permission>;
/** A noun whose records belong to somebody. */
export type ScopedNoun = keyof typeof scopedNouns;
/** Every noun whose records belong to somebody. */
export const scopedNounNames = Object.keys(scopedNouns) as ScopedNoun[];

/** How much of a field is told, from nothing to all of it: `own` is all of it for one's own records, else masked. */
export const maskLevels = ['hidden', 'masked', 'own', 'full'] as const;
/** How much of a field is told. */
export type MaskLevel = (typeof maskLevels)[number];

/**
 * Fields of which not everybody is told everything, with the levels that each knows. Nobody may be told all phones or a
 * whole identity number by a list or a file: that is what a reveal is for, which is an act with a reason.
 */
export const maskedFields = {
  /** Phones of customers. */
  phone: ['hidden', 'masked', 'own'],
  /** Numbers of identity documents. */
  identityNumber: ['hidden', 'masked'],
  /** Where a customer lives. */
  address: ['hidden', 'full'],
  /** The name of somebody whose file one may not open, where a common list mentions them. */
  strangerName: ['masked', 'full'],
  /** The price below which nobody but the director sells. */
  floorPrice: ['hidden', 'full'],
} as const satisfies Record<string, readonly MaskLevel[]>;
/** A field of which not everybody is told everything. */
export type MaskedField = keyof typeof maskedFields;
/** Every field of which not everybody is told everything. */
export const maskedFieldNames = Object.keys(maskedFields) as MaskedField[];

/** What an office has changed of the rights that ship with the program; what it does not name is as shipped. */
export type OfficeRights = {
  readonly permissions: Partial<Record<Permission, readonly Post[]>>;
  readonly scopes: Partial<Record<ScopedNoun, Partial<Record<Post, Scope>>>>;
  readonly masks: Partial<Record<MaskedField, Partial<Record<Post, MaskLevel>>>>;
};

/** An office that has changed nothing. */
export const shippedRights: OfficeRights = { permissions: {}, scopes: {}, masks: {} };

/** Posts that answer for the whole office's customers and deals; the others see their own (decisions/0016). */
const seeAll: readonly Post[] = [
  'backOffice',
  'supervisor',
  'manager',
  'director',
  'warrantOfficer',
  'warrantSupervisor',
  'finance',
  'auditor',
  'compliance',
];
/** Everybody at the front desk sees who is in the hall, and how the day stands is counted by planning. */
const seeVisits: readonly Post[] = [...seeAll, 'consultant', 'planner', 'planningManager'];

const floorKnown: readonly Post[] = ['supervisor', 'manager', 'director'];
const outside: readonly Post[] = ['planner', 'planningManager', 'administrator', 'kiosk'];

/** The scope of a post as shipped. */
export function shippedScope(post: Post, noun: ScopedNoun): Scope {
  return (noun === 'visits' ? seeVisits : seeAll).includes(post) ? 'all' : 'own';
}

/** How much of a field a post is told as shipped. */
export function shippedLevel(post: Post, field: MaskedField): MaskLevel {
  const away = outside.includes(post);
  switch (field) {
    case 'phone':
      return away ? 'masked' : 'own';
    case 'identityNumber':
      return away ? 'hidden' : 'masked';
    case 'address':
      return away ? 'hidden' : 'full';
    case 'strangerName':
      return away ? 'masked' : 'full';
    case 'floorPrice':
      return floorKnown.includes(post) ? 'full' : 'hidden';
  }
}

/** The posts that have a permission in an office. */
export function postsWith(rights: OfficeRights, permission: Permission): readonly Post[] {
  return rights.permissions[permission] ?? permissions[permission];
}

/** Whose records a post sees in an office. */
export function scopeOf(rights: OfficeRights, post: Post, noun: ScopedNoun): Scope {
  return rights.scopes[noun]?.[post] ?? shippedScope(post, noun);
}

/** How much of a field a post is told in an office. */
export function levelOf(rights: OfficeRights, post: Post, field: MaskedField): MaskLevel {
  return rights.masks[field]?.[post] ?? shippedLevel(post, field);
}

/** Somebody for whom a person acts now (代理): what they lend of their post. Null lends all that can be lent. */
export type Standing = {
  readonly accountId: number;
  readonly name: string;
  readonly post: Post;
  readonly permissions: readonly Permission[] | null;
};

/** A person as rights see them: their own post, and for whom they act today. */
export type Holder = { readonly id: number; readonly post: Post; readonly actingFor: readonly Standing[] };

/** By what a person may do something: by their own post, or for somebody for whom they act. */
export type Ground = 'own' | Standing;

/**
 * May this person do this in this office? The one answer that everything asks: by one's own post first, else by that of
 * somebody for whom one acts; null when not at all.
 */
export function groundFor(rights: OfficeRights, person: Holder, permission: Permission): Ground | null {
  if (postsWith(rights, permission).includes(person.post)) return 'own';
  return person.actingFor.find((standing) => lends(rights, standing, permission)) ?? null;
}

/** True when somebody lends a permission to whoever acts for them. */
export function lends(rights: OfficeRights, standing: Standing, permission: Permission): boolean {
  const { post, permissions: part } = standing;
  return postsWith(rights, permission).includes(post) && (part === null || part.includes(permission));
}

/** The posts as which a person may do something: the own one, and those of the people for whom they act. */
export function postsFor(rights: OfficeRights, person: Holder, permission: Permission): Post[] {
  const own = postsWith(rights, permission).includes(person.post) ? [person.post] : [];
  const lent = person.actingFor.filter((standing) => lends(rights, standing, permission)).map(({ post }) => post);
  return [...new Set([...own, ...lent])];
}

/** Every permission of a person at this moment. */
export function permissionsOf(rights: OfficeRights, person: Holder): Permission[] {
  return permissionNames.filter((name) => groundFor(rights, person, name) !== null);
}

function isPermission(name: string): name is Permission {
  return Object.hasOwn(permissions, name);
}

/** Every permission, in the order of the registry. */
export const permissionNames: readonly Permission[] = Object.keys(permissions).filter(isPermission);

/** The widest scope that a person has for a noun, for screens that offer “all” beside “mine”. */
export function widestScope(rights: OfficeRights, person: Holder, noun: ScopedNoun): Scope {
  const held = reachOf(rights, person, noun).map(({ scope }) => scopes.indexOf(scope));
  return scopes[Math.max(0, ...held)] ?? 'own';
}

/** By whom a person sees records of a noun, each with how far: themselves first, then who lends them the reading of it. */
export function reachOf(
  rights: OfficeRights,
  person: Holder,
  noun: ScopedNoun,
): { readonly id: number; readonly scope: Scope }[] {
  const lent = person.actingFor
    .filter((standing) => lends(rights, standing, scopedNouns[noun]))
    .map(({ accountId, post }) => ({ id: accountId, scope: scopeOf(rights, post, noun) }));
  return [{ id: person.id, scope: scopeOf(rights, person.post, noun) }, ...lent];
}

/** How much of a field a person is told: by the own post, or by that of somebody who lends them all of it. */
export function levelFor(rights: OfficeRights, person: Holder, field: MaskedField): MaskLevel {
  const whole = person.actingFor.filter(({ permissions: part }) => part === null).map(({ post }) => post);
  const held = [person.post, ...whole].map((post) => maskLevels.indexOf(levelOf(rights, post, field)));
  return maskLevels[Math.max(...held)] ?? 'hidden';
}
