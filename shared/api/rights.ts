import { z } from 'zod';
import { rightsRequestKinds } from '#shared/domain/accounts/dangerous.ts';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import { posts } from '#shared/domain/accounts/posts.ts';
import {
  maskedFieldNames,
  maskLevels,
  permissionNames,
  scopedNounNames,
  scopes,
} from '#shared/domain/accounts/rights.ts';
import { canSchema, idSchema, personSchema, reasonSchema, versionSchema } from './common.ts';
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
      changes: z.array(
        z.strictObject({
          at: z.int(),
          by: personSchema,
          /** Who had asked for it, where a second person confirmed. */
          askedBy: personSchema.nullable(),
          reason: z.string(),
          changes: z.array(change),
        }),
      ),
      can: canSchema,
    }),
  }),
  /**
   * Changes them at once for everybody, unless a second person has to confirm it: then they `wait`. Nobody widens their
   * own post; what the program bounds stays bounded.
   */
  change: command({
    permission: 'rights.write',
    input: z.strictObject({ rights: officeRights, seen: z.int().min(0), reason: reasonSchema }),
    output: z.strictObject({ changed: z.int(), waits: z.boolean(), seen: z.int() }),
  }),
  /** Dangerous rights that wait for their second person, the oldest first. */
  waiting: query({
    permission: 'rights.confirm',
    input: nothing,
    output: z.array(
      z.strictObject({
        id: idSchema,
        kind: z.enum(rightsRequestKinds),
        /** Who is to have another post; null where posts are to have other rights. */
        person: z.strictObject({ id: z.int(), name: z.string(), post, wished: post }).nullable(),
        changes: z.array(change),
        /** The dangerous ones: of these changes, or what the person gains. */
        gained: z.array(z.string()),
        reason: z.string(),
        askedBy: personSchema,
        askedAt: z.int(),
        /** After this instant it has to be asked for anew. */
        until: z.int(),
        /** `confirm`, `refuse`, `withdraw`. */
        can: canSchema,
        version: versionSchema,
      }),
    ),
  }),
  /** The second person says yes: it acts at once. */
  confirm: command({
    permission: 'rights.confirm',
    input: z.strictObject({ requestId: idSchema, version: versionSchema }),
    output: nothing,
  }),
  /** The second person says no, and why. */
  refuse: command({
    permission: 'rights.confirm',
    input: z.strictObject({ requestId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: nothing,
  }),
  /** Whoever asked takes it back. */
  withdraw: command({
    permission: 'rights.confirm',
    input: z.strictObject({ requestId: idSchema, version: versionSchema }),
    output: nothing,
  }),
};
