import type { Permission } from './permissions.ts';
import type { Post } from './posts.ts';
import { posts } from './posts.ts';
import {
  levelOf,
  type MaskedField,
  type MaskLevel,
  maskedFieldNames,
  maskLevels,
  type OfficeRights,
  permissionNames,
  postsWith,
  type Scope,
  type ScopedNoun,
  scopedNounNames,
  scopeOf,
  scopes,
} from './rights.ts';

/** One right that changed for one post, with what it was before. */
export type RightsChange = {
  readonly kind: 'permission' | 'scope' | 'mask';
  readonly name: string;
  readonly post: Post;
  readonly from: string;
  readonly to: string;
};

/** A permission as a word, for what changed of it. */
const held = (rights: OfficeRights, name: (typeof permissionNames)[number], post: Post) =>
  postsWith(rights, name).includes(post) ? 'yes' : 'no';

/** What differs between two states of the rights, post by post: for the log, and for who compares them. */
export function rightsChanges(before: OfficeRights, after: OfficeRights): RightsChange[] {
  return posts.flatMap((post) => {
    const all = [
      ...permissionNames.map((name) => ({
        kind: 'permission' as const,
        name,
        from: held(before, name, post),
        to: held(after, name, post),
      })),
      ...scopedNounNames.map((name) => ({
        kind: 'scope' as const,
        name,
        from: scopeOf(before, post, name),
        to: scopeOf(after, post, name),
      })),
      ...maskedFieldNames.map((name) => ({
        kind: 'mask' as const,
        name,
        from: levelOf(before, post, name),
        to: levelOf(after, post, name),
      })),
    ];
    return all.filter(({ from, to }) => from !== to).map((one) => ({ ...one, post }));
  });
}

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

/** The rights after changes that were asked for: of each what it is to be, whatever it has become meanwhile. */
export function withChanges(rights: OfficeRights, changes: readonly RightsChange[]): OfficeRights {
  return changes.reduce((after, { kind, name, post, to }) => {
    const permission = permissionNames.find((one) => one === name);
    const noun = scopedNounNames.find((one) => one === name);
    const field = maskedFieldNames.find((one) => one === name);
    const scope = scopes.find((one) => one === to);
    const level = maskLevels.find((one) => one === to);
    if (kind === 'permission' && permission !== undefined) return withPermission(after, permission, post, to === 'yes');
    if (kind === 'scope' && noun !== undefined && scope !== undefined) return withScope(after, noun, post, scope);
    if (kind === 'mask' && field !== undefined && level !== undefined) return withLevel(after, field, post, level);
    return after;
  }, rights);
}
