import { z } from 'zod';
import { command, nothing, query } from './procedure.ts';
import { passwordSchema } from './session.ts';

/** The key of the office: since when it has it, and leave to change it. It is changed at the host's own PC (`device.keys`). */
export const keys = {
  state: query({
    permission: 'keys.change',
    input: nothing,
    output: z.strictObject({
      /** Since when the office has its key, UTC ms; null before its setup. */
      since: z.int().nullable(),
      /** Who changed it last and why; null where it still has the one that it was founded with, or nobody is known. */
      changed: z.strictObject({ by: z.string().nullable(), reason: z.string() }).nullable(),
    }),
  }),
  /**
   * Says at this window that the keys are to be changed, and why; asks for the password once more. Good for half an hour.
   * A wrong password is an answer. Refused as KEYS_DEMO.
   */
  permit: command({
    permission: 'keys.change',
    input: z.strictObject({ reason: z.string().trim().min(2).max(200), password: passwordSchema }),
    output: z.strictObject({ result: z.enum(['permitted', 'wrong']) }),
  }),
};
