import { z } from 'zod';
import { fieldKinds } from '#shared/domain/events/fields.ts';
import { headAlarms } from '#shared/domain/events/heads.ts';
import { eventKinds, eventNouns } from '#shared/domain/events/kinds.ts';
import { exportLists } from '#shared/domain/exports/lists.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { idSchema, reasonSchema } from './common.ts';
import { command, nothing, query, stream } from './procedure.ts';

/** What a line about an export tells. */
export const exportedSchema = z.object({ number: z.string(), list: z.enum(exportLists), rows: z.int() });

const verdict = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('whole'), events: z.int(), head: z.string() }),
  z.strictObject({ verdict: z.literal('changed'), events: z.int(), since: z.int(), seq: z.int() }),
  z.strictObject({ verdict: z.literal('cut'), events: z.int(), since: z.int(), seq: z.int() }),
  z.strictObject({ verdict: z.literal('otherOffice'), events: z.int(), seq: z.int() }),
]);

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const fieldKind = z.enum(fieldKinds);

/** One entry of the log as a line. */
const line = z.strictObject({
  seq: z.int(),
  at: z.int(),
  actor: z.string().nullable(),
  /** For whom they did it, where somebody acted for somebody else (代理). */
  actedFor: z.string().nullable(),
  terminal: z.string(),
  procedure: z.string(),
  noun: z.enum(eventNouns),
  /** 0 for a customer who was made anonymous: nobody is led to the file any more. */
  subjectId: z.int(),
  /**
   * What people call the record: a person's name, a unit's label, a paper's number, a setting's key; none for a customer,
   * a pseudonym for one who was made anonymous.
   */
  subject: z.string().nullable(),
  kind: z.enum(eventKinds),
  rows: z.int(),
  /** Which list left the office, and how much of it. */
  exported: exportedSchema.nullable(),
});

const text = z.string().trim().min(1).max(100).nullable().default(null);
const day = localDateSchema.nullable().default(null);

/** The event log as a person may read it. */
export const events = {
  /** The newest events of a filter, 200 at once; no field of a customer is in it. Earlier ones with `before`. */
  list: query({
    permission: 'events.read',
    input: z.strictObject({
      /** One day; `from` and `to` where it is a period. */
      day,
      from: day,
      to: day,
      actorId: z.int().nullable(),
      before: z.int().nullable(),
      kinds: z.array(z.enum(eventKinds)).max(eventKinds.length).default([]),
      noun: z.enum(eventNouns).nullable().default(null),
      /** Together with `noun`: one record. */
      subjectId: idSchema.nullable().default(null),
      /** The beginning of its name. */
      terminal: text,
      /** The beginning of a procedure's name, such as `payments.`. */
      procedure: text,
      requestId: text,
    }),
    output: z.array(line),
  }),
  /** One entry with the before and after of each field; of an import the first 200 rows. Throws NOT_FOUND. */
  entry: query({
    permission: 'events.read',
    input: z.strictObject({ seq: z.int().min(1) }),
    output: line.extend({
      recordedAt: z.int(),
      businessDate: localDateSchema,
      requestId: z.string(),
      hash: z.string(),
      previousHash: z.string(),
      /** What the act said of itself. */
      data: z.array(z.strictObject({ field: z.string(), kind: fieldKind, value })),
      changes: z.array(
        z.strictObject({
          table: z.string(),
          rowId: z.int(),
          how: z.enum(['added', 'changed', 'removed']),
          fields: z.array(z.strictObject({ field: z.string(), kind: fieldKind, before: value, after: value })),
        }),
      ),
      /** The entries about the same record before and after this one. */
      earlier: z.int().nullable(),
      later: z.int().nullable(),
    }),
  }),
  /** Walks the whole chain; refused with LOG_BROKEN at the first entry that does not fit. */
  verify: query({
    permission: 'events.read',
    input: nothing,
    output: z.strictObject({ events: z.int(), head: z.string() }),
  }),
  /** Checks the whole log and the heads of all closed days while the office goes on, and says how far it is. */
  check: stream({
    permission: 'events.read',
    input: nothing,
    output: z.strictObject({ done: z.int(), of: z.int(), days: z.int(), found: verdict.nullable() }),
  }),
  /** PCs that remember another log than the office has, and nobody has settled; the newest first. */
  alarms: query({
    permission: 'events.read',
    input: nothing,
    output: z.array(
      z.strictObject({
        /** The entry that says so. */
        reportedSeq: z.int(),
        at: z.int(),
        place: z.string(),
        verdict: z.enum(headAlarms),
        seq: z.int(),
        hash: z.string(),
      }),
    ),
  }),
  /** Somebody who answers for the office has looked into it: the PC follows the log again. Throws NOT_FOUND. */
  accept: command({
    permission: 'events.settle',
    input: z.strictObject({ seq: z.int().min(1), hash: z.string().length(64), reason: reasonSchema }),
    output: nothing,
  }),
};
