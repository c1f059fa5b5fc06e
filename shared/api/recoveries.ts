import { z } from 'zod';
import { posts } from '#shared/domain/accounts/posts.ts';
import { command, nothing, query } from './procedure.ts';
import { passwordSchema } from './session.ts';

const loginName = z.string().trim().min(1).max(60);

/**
 * A forgotten password, the administrator's too, is recovered by two others: each says so with a password of their own and
 * gets one half of a one-time code, with which the person chooses a new password. Neither ever knows it.
 */
export const recoveries = {
  /** Whom somebody may ask who forgot their password: posts, for a stranger is told no names. */
  helpers: query({
    permission: 'public',
    input: nothing,
    output: z.strictObject({ posts: z.array(z.enum(posts)), minutes: z.int() }),
  }),
  /**
   * One of the two helps. A wrong password is counted like any other. `begun`: the second has to follow until then; `done`:
   * the code is complete, and the old password, the PIN and every session of the person are ended.
   */
  help: command({
    permission: 'public',
    input: z.strictObject({ forgotten: loginName, loginName, password: passwordSchema }),
    output: z.strictObject({
      result: z.enum(['begun', 'done', 'wrong', 'lockedOut', 'disabled', 'own', 'notAllowed', 'nobody']),
      left: z.int().optional(),
      until: z.int().optional(),
    }),
  }),
  /** The half of the code that was given at this window, while it is handed over; nowhere kept. */
  half: query({
    permission: 'public',
    input: nothing,
    output: z.strictObject({
      shown: z
        .strictObject({
          half: z.string(),
          which: z.enum(['first', 'second']),
          /** Until when the second person may follow, or the code is good. */
          until: z.int(),
        })
        .nullable(),
    }),
  }),
};
