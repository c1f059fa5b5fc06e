import { z } from 'zod';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import { posts } from '#shared/domain/accounts/posts.ts';
import { permissionNames } from '#shared/domain/accounts/rights.ts';
import { delegationStates } from '#shared/domain/delegations/rules.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { canSchema, idSchema, reasonSchema, versionSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

const permission = z.enum(permissionNames as readonly [Permission, ...Permission[]]);
const person = z.strictObject({ id: z.int(), name: z.string(), post: z.enum(posts) });

/** Somebody acts for somebody for some days (代理). */
export const delegations = {
  /** One's own, given and taken; all of them to whoever sees the accounts. The newest first. */
  list: query({
    permission: 'signedIn',
    input: nothing,
    output: z.array(
      z.strictObject({
        id: z.int(),
        from: person,
        to: person,
        permissions: z.array(permission).nullable(),
        fromOn: localDateSchema,
        toOn: localDateSchema,
        reason: z.string(),
        state: z.enum(delegationStates),
        can: canSchema,
        version: z.int(),
      }),
    ),
  }),
  /** For whom one can appoint somebody, whom, and what can be lent to each. */
  offer: query({
    permission: 'delegations.write',
    input: nothing,
    output: z.strictObject({
      from: z.array(person),
      to: z.array(person),
      /** What can be lent, by the number of the lender and then of the borrower’s post. */
      lendable: z.array(z.strictObject({ fromId: z.int(), post: z.enum(posts), permissions: z.array(permission) })),
    }),
  }),
  make: command({
    permission: 'delegations.write',
    input: z.strictObject({
      fromId: idSchema,
      toId: idSchema,
      permissions: z.array(permission).max(permissionNames.length).nullable(),
      fromOn: localDateSchema,
      toOn: localDateSchema,
      reason: reasonSchema,
    }),
    output: z.strictObject({ delegationId: z.int() }),
  }),
  /** Ends it at once: whoever lends, whoever acts, whoever made it, and those who keep the accounts. */
  revoke: command({
    permission: 'signedIn',
    input: z.strictObject({ delegationId: idSchema, version: versionSchema }),
    output: z.strictObject({ state: z.enum(delegationStates) }),
  }),
};
