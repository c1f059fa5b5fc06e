import { z } from 'zod';
import { posts } from '#shared/domain/accounts/posts.ts';
import { approvalKinds, approvalStates } from '#shared/domain/approvals/kinds.ts';
import { canSchema, idSchema, personSchema, versionSchema } from './common.ts';
import { command, query } from './procedure.ts';

const approvalRow = z.strictObject({
  id: idSchema,
  kind: z.enum(approvalKinds),
  noun: z.string(),
  subjectId: idSchema,
  title: z.string(),
  unit: z.string().nullable(),
  requestedBy: personSchema,
  requestedAt: z.int(),
  requiredPost: z.enum(posts),
  state: z.enum(approvalStates),
  expiresAt: z.int(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** Acts that need a second person. */
export const approvals = {
  list: query({
    permission: 'approvals.read',
    input: z.strictObject({ scope: z.enum(['forMe', 'mine', 'all']), state: z.enum(approvalStates).nullable() }),
    output: z.array(approvalRow),
  }),
  detail: query({
    permission: 'approvals.read',
    input: z.strictObject({ approvalId: idSchema }),
    output: z.strictObject({
      approval: approvalRow,
      reason: z.string(),
      decidedBy: personSchema.nullable(),
      decidedAt: z.int().nullable(),
      opinion: z.string(),
      /** Steps of the ladder from the requester's post up, with the limit of each in ppm. */
      ladder: z.array(z.strictObject({ post: z.enum(posts), limitPpm: z.int().nullable(), required: z.boolean() })),
      /** `approve`, `reject`, `withdraw`. */
      can: canSchema,
      version: versionSchema,
    }),
  }),
  /** Decides; the effect runs in the same transaction. Nobody decides their own. */
  decide: command({
    permission: 'approvals.decide',
    input: z.strictObject({
      approvalId: idSchema,
      version: versionSchema,
      decision: z.enum(['approve', 'reject']),
      opinion: z.string().trim().max(500),
    }),
    output: z.strictObject({ state: z.enum(approvalStates) }),
  }),
  /** The requester takes the request back; what was parked is free again. */
  withdraw: command({
    permission: 'approvals.read',
    input: z.strictObject({ approvalId: idSchema, version: versionSchema }),
    output: z.strictObject({ state: z.enum(approvalStates) }),
  }),
};
