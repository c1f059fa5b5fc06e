import type { Permission } from '#shared/domain/accounts/permissions.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import type { Standing } from '#shared/domain/accounts/rights.ts';
import type { QueryContext } from './handlers.ts';
import type { Actor } from './session.ts';

/** Who lends the actor a permission by a post that suffices, where the own post does not; undefined otherwise. */
export function lenderFor(
  actor: Actor,
  permission: Permission,
  suffices: (post: Post) => boolean,
): Standing | undefined {
  if (suffices(actor.post)) return undefined;
  return actor.actingFor.find(({ post, permissions }) => permissions?.includes(permission) === true && suffices(post));
}

/** The posts as which the actor may do something: their own, and those of who lends them the permission for it. */
export function postsHeld(actor: Actor, permission: Permission): Post[] {
  const lent = actor.actingFor.filter(({ permissions }) => permissions?.includes(permission) === true);
  return [actor.post, ...lent.map(({ post }) => post)];
}

/** Notes that an act was possible only for somebody else: it goes into the log as done for them. */
export function standFor(
  { actor, stood }: Pick<QueryContext<Actor | undefined>, 'actor' | 'stood'>,
  permission: Permission,
  suffices: (post: Post) => boolean,
): Standing | undefined {
  const lender = actor === undefined ? undefined : lenderFor(actor, permission, suffices);
  if (lender !== undefined) stood.for ??= lender.accountId;
  return lender;
}

/** People who had a hand in something; whoever acts for one of them counts as one of them. */
export function countingAs(actor: Actor | undefined, ids: readonly number[]): readonly number[] {
  const counts = actor?.actingFor.some(({ accountId }) => ids.includes(accountId)) === true;
  return actor !== undefined && counts ? [...ids, actor.id] : ids;
}

/** Everybody for whom the actor acts. */
export function lendersOf({ actingFor }: Actor): number[] {
  return actingFor.map(({ accountId }) => accountId);
}
