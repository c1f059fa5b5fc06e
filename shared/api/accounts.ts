import { z } from 'zod';
import { accountStates, posts } from '#shared/domain/accounts/posts.ts';
import { command, nothing, query } from './procedure.ts';
import { passwordSchema } from './session.ts';

const account = z.strictObject({
  id: z.int(),
  name: z.string(),
  loginName: z.string(),
  post: z.enum(posts),
  state: z.enum(accountStates),
  lastLoginAt: z.int().nullable(),
  version: z.int(),
});

const name = z.string().trim().min(1).max(60);
const loginName = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/);

/** The people who work in the office, and their posts. */
export const accounts = {
  list: query({ permission: 'accounts.read', input: nothing, output: z.array(account) }),
  /** Names and posts of active colleagues, for choosing a person. */
  colleagues: query({
    permission: 'signedIn',
    input: nothing,
    output: z.array(z.strictObject({ id: z.int(), name: z.string(), post: z.enum(posts) })),
  }),
  create: command({
    permission: 'accounts.write',
    input: z.strictObject({ name, loginName, post: z.enum(posts), password: passwordSchema }),
    output: z.strictObject({ accountId: z.int() }),
  }),
  /** Changes the name or the post. */
  update: command({
    permission: 'accounts.write',
    input: z.strictObject({ accountId: z.int(), version: z.int(), name, post: z.enum(posts) }),
    output: nothing,
  }),
  /** Disables an account: its sessions end at once. */
  disable: command({
    permission: 'accounts.write',
    input: z.strictObject({ accountId: z.int(), version: z.int() }),
    output: nothing,
  }),
  enable: command({
    permission: 'accounts.write',
    input: z.strictObject({ accountId: z.int(), version: z.int() }),
    output: nothing,
  }),
  /** Gives a new password and lifts a lockout. */
  resetPassword: command({
    permission: 'accounts.write',
    input: z.strictObject({ accountId: z.int(), version: z.int(), password: passwordSchema }),
    output: nothing,
  }),
};
