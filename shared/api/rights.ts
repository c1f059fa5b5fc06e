import { z } from 'zod';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import { posts } from '#shared/domain/accounts/posts.ts';
import {
  maskedFieldNames,
  maskLevels,
  permissionNames,
  scopedNounNames,
  scopes,
} from '#shared/domain/accounts/rights.ts';
import { canSchema, idSchema, personSchema, reasonSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

const post = z.enum(posts);
const permission = z.enum(permissionNames as readonly [Permission, ...Permission[]]);

/** What an office has changed of the rights that ship with the program. */
const officeRights = z.strictObject({
  permissions: z.partialRecord(permission, z.array(post).max(posts.length)),
  scopes: z.partialRecord(z.enum(scopedNounNames), z.partialRecord(post, z.enum(scopes))),
  masks: z.partialRecord(z.enum(maskedFieldNames), z.partialRecord(post, z.enum(maskLevels))),
});

const change = z.strictObject({
  kind: z.enum(['permission', 'scope', 'mask']),
  name: z.string(),
  post,
  from: z.string(),
  to: z.string(),
});

/** What each post may do and see in this office (权限). */
export const rights = {
  /** The rights as they are, who holds them, and the last changes. Bounds are reckoned by `rights-bounds.ts`. */
  overview: query({
    permission: 'rights.read',
    input: nothing,
    output: z.strictObject({
      rights: officeRights,
      /** Which change of them this is; goes back with the next one. */
      seen: z.int(),
      people: z.array(
        z.strictObject({
          id: z.int(),
          name: z.string(),
          post,
          team: z.string(),
          actingFor: z.array(
            z.strictObject({
              accountId: z.int(),
              name: z.string(),
              post,
              permissions: z.array(permission).nullable(),
            }),
          ),
        }),
      ),
      changes: z.array(z.strictObject({ at: z.int(), by: personSchema, reason: z.string(), changes: z.array(change) })),
      can: canSchema,
    }),
  }),
  /** Changes them at once for everybody. Nobody widens their own post; what the program bounds stays bounded. */
  change: command({
    permission: 'rights.write',
    input: z.strictObject({ rights: officeRights, seen: z.int().min(0), reason: reasonSchema }),
    output: z.strictObject({ changed: z.int(), seen: idSchema }),
  }),
};
