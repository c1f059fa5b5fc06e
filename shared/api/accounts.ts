import { z } from 'zod';
import { accountStates, posts } from '#shared/domain/accounts/posts.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { command, nothing, query } from './procedure.ts';

const account = z.strictObject({
  id: z.int(),
  name: z.string(),
  loginName: z.string(),
  post: z.enum(posts),
  /** The team whose records they see where their post sees those of the team; empty: none. */
  team: z.string(),
  state: z.enum(accountStates),
  lastLoginAt: z.int().nullable(),
  /** The post that waits for a second person; null where none does. */
  wishedPost: z.enum(posts).nullable(),
  /** Whom it acts for today, and who acts for it, until when. */
  actsFor: z.array(z.strictObject({ name: z.string(), until: localDateSchema })),
  actedForBy: z.array(z.strictObject({ name: z.string(), until: localDateSchema })),
  /** Until when its one-time code is good; null once the person has a password of their own. */
  codeUntil: z.int().nullable(),
  /** Where it waits after wrong passwords, and until when; `place` is null for the host itself. */
  waits: z.array(z.strictObject({ place: z.string().nullable(), until: z.int() })),
  version: z.int(),
});

const name = z.string().trim().min(1).max(60);
/** Name of a team, as people call it. */
const team = z.string().trim().max(30).default('');
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
  /**
   * Adds a person, who comes in with a one-time code and chooses a password. A post with dangerous rights waits for a
   * second person, and nobody gets in with it before.
   */
  create: command({
    permission: 'accounts.write',
    input: z.strictObject({ name, loginName, post: z.enum(posts), team }),
    output: z.strictObject({ accountId: z.int(), waits: z.boolean() }),
  }),
  /** Changes the name, the team or the post; a post by which they gain dangerous rights waits for a second person. */
  update: command({
    permission: 'accounts.write',
    input: z.strictObject({ accountId: z.int(), version: z.int(), name, post: z.enum(posts), team }),
    output: z.strictObject({ waits: z.boolean() }),
  }),
  /** Disables an account: its sessions end at once. */
  disable: command({
    permission: 'accounts.write',
    input: z.strictObject({ accountId: z.int(), version: z.int() }),
    output: nothing,
  }),
  /** Lets a disabled account in again; one whose post nobody has confirmed yet is asked for anew. */
  enable: command({
    permission: 'accounts.write',
    input: z.strictObject({ accountId: z.int(), version: z.int() }),
    output: z.strictObject({ waits: z.boolean() }),
  }),
  /**
   * Gives a one-time code in the place of the password, ends the account's sessions and lifts its waits. Nobody but the
   * person ever knows the password that follows.
   */
  resetPassword: command({
    permission: 'accounts.write',
    input: z.strictObject({ accountId: z.int(), version: z.int() }),
    output: nothing,
  }),
  /** The one-time code of an account, while it is handed over: only to who had it made, and nowhere kept. */
  code: query({
    permission: 'accounts.write',
    input: z.strictObject({ accountId: z.int() }),
    output: z.strictObject({ shown: z.strictObject({ code: z.string(), until: z.int() }).nullable() }),
  }),
  /** Lets an account try again at once wherever it waits after wrong passwords. */
  liftWaits: command({
    permission: 'accounts.write',
    input: z.strictObject({ accountId: z.int() }),
    output: nothing,
  }),
};
