import type { Permission } from '#shared/domain/accounts/permissions.ts';
import { type Post, posts } from '#shared/domain/accounts/posts.ts';
import {
  type MaskedField,
  type MaskLevel,
  type OfficeRights,
  postsWith,
  type Scope,
  type ScopedNoun,
} from '#shared/domain/accounts/rights.ts';

/** The rights with a permission given to a post, or taken from it. */
export function withPermission(rights: OfficeRights, name: Permission, post: Post, has: boolean): OfficeRights {
  const held = postsWith(rights, name);
  const list = posts.filter((one) => (one === post ? has : held.includes(one)));
  return { ...rights, permissions: { ...rights.permissions, [name]: list } };
}

/** The rights with another scope of a post. */
export function withScope(rights: OfficeRights, noun: ScopedNoun, post: Post, scope: Scope): OfficeRights {
  return { ...rights, scopes: { ...rights.scopes, [noun]: { ...rights.scopes[noun], [post]: scope } } };
}

/** The rights with more or less of a field told to a post. */
export function withLevel(rights: OfficeRights, field: MaskedField, post: Post, level: MaskLevel): OfficeRights {
  return { ...rights, masks: { ...rights.masks, [field]: { ...rights.masks[field], [post]: level } } };
}
