import type { Post } from './posts.ts';
import { posts } from './posts.ts';
import {
  levelOf,
  maskedFieldNames,
  type OfficeRights,
  permissionNames,
  postsWith,
  scopedNounNames,
  scopeOf,
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
