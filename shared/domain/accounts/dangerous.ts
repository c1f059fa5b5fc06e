import type { Refusal } from '../../kernel/errors.ts';
import type { Permission } from './permissions.ts';
import type { Post } from './posts.ts';
import { maskLevels, type OfficeRights, postsWith, scopes } from './rights.ts';
import type { RightsChange } from './rights-changes.ts';

/**
 * Rights that no single person gives to anybody: by them somebody reveals or takes along what customers have told, says
 * who gets into the office and what they may do, moves, copies or restores the office itself, or undoes what money has
 * become. Giving one needs a second person; taking one away needs none.
 */
export const dangerousPermissions = [
  'customers.reveal',
  'customers.export',
  'deals.export',
  'payments.export',
  'cases.export',
  'custody.export',
  'documents.export',
  'events.export',
  'privacy.manage',
  'payments.void',
  'payments.refund',
  'documents.openKept',
  'documents.void',
  'days.reopen',
  'events.settle',
  'settings.write',
  'accounts.write',
  'rights.write',
  'rights.confirm',
  'delegations.write',
  'terminals.manage',
  'backups.manage',
  'keys.change',
] as const satisfies readonly Permission[];

/**
 * What everybody at the desk does every day with their own customers, watched and limited: giving it to another post is
 * weighed by two, a new colleague of a post that has it is not.
 */
const everyday: readonly Permission[] = ['customers.reveal', 'documents.export'];

/** How long a request waits for the second person, ms: a week. */
export const rightsRequestMs = 7 * 24 * 3_600_000;
/** For how long nobody confirms what was asked by whoever reset their password, ms: as long as a one-time code is good. */
export const resetShadowMs = 72 * 3_600_000;

/** States of a request for a dangerous right. */
export const rightsRequestStates = ['pending', 'confirmed', 'refused', 'withdrawn'] as const;
/** What a request for a dangerous right asks: other rights of posts, a new person, or another post of a person. */
export const rightsRequestKinds = ['rights', 'person', 'post'] as const;
/** What a request for a dangerous right asks. */
export type RightsRequestKind = (typeof rightsRequestKinds)[number];

/** True for a change that a second person has to confirm: a dangerous right that is given, and every wider sight. */
export function isDangerous({ kind, name, from, to }: RightsChange): boolean {
  const rises = (order: readonly string[]) => order.indexOf(to) > order.indexOf(from);
  switch (kind) {
    case 'permission':
      return to === 'yes' && dangerousPermissions.some((one) => one === name);
    case 'scope':
      return rises(scopes);
    case 'mask':
      return rises(maskLevels);
  }
}

/** The rights of a post by which one person could harm the whole office. */
export function powersOf(rights: OfficeRights, post: Post): Permission[] {
  return dangerousPermissions.filter((one) => !everyday.includes(one) && postsWith(rights, one).includes(post));
}

/** What a person gains by another post; `from` is null for somebody new. Anything here takes a second person. */
export function powersGained(rights: OfficeRights, from: Post | null, to: Post): Permission[] {
  const had = from === null ? [] : powersOf(rights, from);
  return powersOf(rights, to).filter((one) => !had.includes(one));
}

/** A request as its rules see it. Instant in UTC ms. */
export type RightsRequest = {
  readonly state: (typeof rightsRequestStates)[number];
  readonly askedBy: number;
  readonly askedAt: number;
  /** Whose post it is about; null where it is about posts. */
  readonly accountId: number | null;
};

/** Who confirms: everybody for whom they act counts as them, and who reset their password lately. */
export type Confirmer = {
  readonly id: number;
  readonly counts: readonly number[];
  readonly resetBy: readonly number[];
};

/** True while a request waits for the second person. */
export function isWaiting({ state, askedAt }: Pick<RightsRequest, 'state' | 'askedAt'>, now: number): boolean {
  return state === 'pending' && now - askedAt < rightsRequestMs;
}

/** Why this person cannot say yes or no to a request; undefined when they can. Nobody decides on their own. */
export function confirmRefusal(request: RightsRequest, who: Confirmer, now: number): Refusal | undefined {
  const { askedBy, accountId } = request;
  if (!isWaiting(request, now)) return { code: 'RIGHTS_REQUEST_OVER' };
  const self = [who.id, ...who.counts];
  if (self.includes(askedBy) || (accountId !== null && self.includes(accountId))) return { code: 'RIGHTS_OWN_REQUEST' };
  return who.resetBy.includes(askedBy) ? { code: 'RIGHTS_CONFIRMER_RESET' } : undefined;
}
