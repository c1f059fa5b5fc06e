import { z } from 'zod';
import { languages, posts } from '#shared/domain/accounts/posts.ts';
import { scopedNounNames, scopes } from '#shared/domain/accounts/rights.ts';
import { requestIdSchema } from '#shared/kernel/ids.ts';
import { longActSchema } from '#shared/kernel/long-act.ts';
import { command, nothing, query, stream } from './procedure.ts';

const person = z.strictObject({
  id: z.int(),
  name: z.string(),
  post: z.enum(posts),
  /** The language that the person chose for their screens; none: that of the computer. */
  language: z.enum(languages).nullable(),
  permissions: z.array(z.string()),
  /** Whose records they see at most, by noun: with less than `team` there is no list of others. */
  scopes: z.record(z.enum(scopedNounNames), z.enum(scopes)),
  /** For whom they act today (代理). */
  actingFor: z.array(z.strictObject({ accountId: z.int(), name: z.string(), post: z.enum(posts) })),
  hasPin: z.boolean(),
});

const entrant = z.strictObject({ id: z.int(), loginName: z.string(), name: z.string(), post: z.enum(posts) });

/** A password as it is typed: never stored, never logged. */
export const passwordSchema = z.string().min(1).max(200);

/** A quick PIN of four to eight digits; unlocks a screen on which the person is already logged in. */
export const pinSchema = z.string().regex(/^\d{4,8}$/);

/** Log in, lock, unlock, log out: before and around everything else. */
export const session = {
  /** What this window should show first. */
  current: query({
    permission: 'public',
    input: nothing,
    output: z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('setup') }),
      z.strictObject({
        state: z.literal('login'),
        officeName: z.string(),
        /** A demonstration: its people are invented and anybody may be any of them. */
        demo: z.boolean(),
        /** The people of a demonstration; a real office names nobody before a log-in. */
        names: z.array(entrant),
        /** Who gave their password on this PC today and has a PIN: that is enough for them to come back. */
        known: z.array(entrant),
        /** Who ended the last session of this window from elsewhere. */
        endedBy: z.string().nullable(),
      }),
      z.strictObject({ state: z.literal('locked'), officeName: z.string(), person }),
      z.strictObject({
        state: z.literal('open'),
        officeName: z.string(),
        projectName: z.string(),
        demo: z.boolean(),
        businessDate: z.string(),
        now: z.int(),
        /** How far the host's clock is ahead of the office's time, ms, when it has jumped; 0 otherwise. */
        clockOffMs: z.int(),
        /** What is free on the host's disk when that is little; null otherwise. */
        lowDiskBytes: z.number().nullable(),
        /** The host's disk is full: the office works with what it had kept back for the last acts. */
        reserveGiven: z.boolean(),
        /** After so many minutes without a key the screen of this person locks, also where the office can't be asked. */
        idleLockMinutes: z.int(),
        person,
      }),
    ]),
  }),
  /**
   * Logs in on this connection. A wrong password is an answer, so that the attempt is counted. In the place of a password
   * comes a one-time code, which is answered by `choose` unless the person's own `newPassword` comes with it.
   */
  login: command({
    permission: 'public',
    input: z.strictObject({
      loginName: z.string().trim().min(1).max(60),
      password: passwordSchema,
      newPassword: passwordSchema.optional(),
    }),
    output: z.strictObject({
      result: z.enum(['open', 'wrong', 'lockedOut', 'disabled', 'choose', 'codeOver']),
      left: z.int().optional(),
      until: z.int().optional(),
    }),
  }),
  /**
   * Comes back by PIN to a PC that has seen the person's password today. `password` asks for a log-in: the person is not
   * known there any more, or this was the third wrong PIN.
   */
  enterByPin: command({
    permission: 'public',
    input: z.strictObject({ accountId: z.int(), pin: pinSchema }),
    output: z.strictObject({ result: z.enum(['open', 'wrong', 'password']) }),
  }),
  /** Becomes one of the invented people of a demonstration office; refused in a real one. */
  enterDemo: command({
    permission: 'public',
    input: z.strictObject({ accountId: z.int() }),
    output: nothing,
  }),
  /** Opens a locked screen with the PIN or the password. */
  unlock: command({
    permission: 'signedIn',
    input: z.strictObject({ secret: passwordSchema }),
    output: z.strictObject({ result: z.enum(['open', 'wrong', 'loggedOut']) }),
  }),
  /** Locks the screen of this window. */
  lock: command({ permission: 'signedIn', input: nothing, output: nothing }),
  /** Leaves the place to somebody else: ends the session, and the person may come back to this PC by PIN. */
  stepAside: command({ permission: 'signedIn', input: nothing, output: nothing }),
  /** Ends the session; on this PC too only the password opens the next one. */
  logout: command({ permission: 'signedIn', input: nothing, output: nothing }),
  /** Tells that the person is there, so that the screen is not locked under their hands. */
  touch: query({ permission: 'signedIn', input: nothing, output: z.strictObject({ now: z.int() }) }),
  /**
   * The key of this person's unsent forms, base64: they are kept on the PC where they were typed, and only whoever typed
   * them, logged in to this office, can open them again.
   */
  draftKey: query({ permission: 'signedIn', input: nothing, output: z.strictObject({ key: z.base64() }) }),
  /** The language of this person's screens on every computer; none: as each computer speaks. */
  setLanguage: command({
    permission: 'signedIn',
    input: z.strictObject({ language: z.enum(languages).nullable() }),
    output: nothing,
  }),
  /** Sets the quick PIN; asks for the password once more. */
  setPin: command({
    permission: 'signedIn',
    input: z.strictObject({ password: passwordSchema, pin: pinSchema }),
    output: z.strictObject({ result: z.enum(['set', 'wrong']) }),
  }),
  /** Changes one's own password. */
  setPassword: command({
    permission: 'signedIn',
    input: z.strictObject({ password: passwordSchema, newPassword: passwordSchema }),
    output: z.strictObject({ result: z.enum(['set', 'wrong']) }),
  }),
  /**
   * What became of one's own acts of which no answer came: `done`, or `unknown`, which is to say that nothing was done. For
   * a PC whose connection or program ended in between.
   */
  outcome: query({
    permission: 'signedIn',
    input: z.strictObject({ requestIds: z.array(requestIdSchema).min(1).max(200) }),
    output: z.array(z.strictObject({ requestId: z.string(), outcome: z.enum(['done', 'unknown']) })),
  }),
  /**
   * What others changed, as it happens: the records touched, `noun:id`; and how far a long act is that has the file. Whoever
   * comes back says which event they have seen `since`, and is told first what was touched after it (`*` for very much).
   */
  changes: stream({
    permission: 'signedIn',
    input: z.strictObject({ since: z.int().min(0).nullable().default(null) }),
    output: z.strictObject({ seq: z.int(), touched: z.array(z.string()), longAct: longActSchema.nullable() }),
  }),
};
