import { z } from 'zod';
import { eventKinds, eventNouns } from '#shared/domain/events/kinds.ts';
import { exportLists } from '#shared/domain/exports/lists.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { nothing, query } from './procedure.ts';

/** What a line about an export tells. */
export const exportedSchema = z.object({ number: z.string(), list: z.enum(exportLists), rows: z.int() });

/** The event log as a person may read it. */
export const events = {
  /** The newest events, optionally of one day or one person; no field of a customer is in it. */
  list: query({
    permission: 'events.read',
    input: z.strictObject({
      day: localDateSchema.nullable(),
      actorId: z.int().nullable(),
      before: z.int().nullable(),
    }),
    output: z.array(
      z.strictObject({
        seq: z.int(),
        at: z.int(),
        actor: z.string().nullable(),
        terminal: z.string(),
        procedure: z.string(),
        noun: z.enum(eventNouns),
        subjectId: z.int(),
        /** What people call the record: a person's name, a unit's label, a paper's number, a setting's key; none for a customer. */
        subject: z.string().nullable(),
        kind: z.enum(eventKinds),
        rows: z.int(),
        /** Which list left the office, and how much of it. */
        exported: exportedSchema.nullable(),
      }),
    ),
  }),
  /** Walks the whole chain; refused with LOG_BROKEN at the first entry that does not fit. */
  verify: query({
    permission: 'events.read',
    input: nothing,
    output: z.strictObject({ events: z.int(), head: z.string() }),
  }),
};
