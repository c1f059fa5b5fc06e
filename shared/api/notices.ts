import { z } from 'zod';
import { noticeNouns } from '#shared/domain/notices/facts.ts';
import { noticeKinds } from '#shared/domain/notices/rules.ts';
import { lostActSchema } from '#shared/domain/restores/lost-acts.ts';
import { idSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

/** What a sentence mentions: names, rooms, amounts in fen. */
const paramsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** What happened that concerns the person who asks: drawn from the event log, only what is read is kept. */
export const notices = {
  /** Own notices of the last days, newest first, at most a hundred; `unread` counts all of them. */
  list: query({
    permission: 'signedIn',
    input: nothing,
    output: z.strictObject({
      unread: z.int(),
      /** The newest notice; reading all of them reads up to it. */
      newest: z.int(),
      rows: z.array(
        z.strictObject({
          /** Number of the event. */
          seq: z.int(),
          at: z.int(),
          kind: z.enum(noticeKinds),
          /** It gives the person something to do; else they only hear of it. */
          asks: z.boolean(),
          unread: z.boolean(),
          /** Who did it; null for the office itself. */
          by: z.string().nullable(),
          noun: z.enum(noticeNouns),
          subjectId: idSchema,
          params: paramsSchema,
        }),
      ),
    }),
  }),
  /** Own acts that restorings took away, the newest restoring first: at most ten, and 500 acts of each. */
  lostActs: query({
    permission: 'signedIn',
    input: nothing,
    output: z.array(
      z.strictObject({
        /** Number of the entry that says so. */
        seq: z.int(),
        /** When the office was restored, UTC ms. */
        at: z.int(),
        /** How many acts are gone; the newest are told. */
        count: z.int(),
        acts: z.array(
          lostActSchema.omit({ requestId: true }).extend({
            /** Its terminal had no answer yet, sent it again by itself, and now it is done. */
            again: z.boolean(),
          }),
        ),
      }),
    ),
  }),
  /** Marks everything up to an event as read, on every PC. */
  readAll: command({
    permission: 'signedIn',
    input: z.strictObject({ upTo: z.int().min(1) }),
    output: nothing,
  }),
  /** Marks one notice as read. Throws NOT_FOUND for what is none of the person's. */
  readOne: command({ permission: 'signedIn', input: z.strictObject({ seq: z.int().min(1) }), output: nothing }),
};
