import { z } from 'zod';
import { competitorPoints, handbookTopics } from '#shared/domain/handbook/topics.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { canSchema, idSchema, lineSchema, versionSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

const topicSchema = z.enum(handbookTopics);
/** What is known of a competitor; points that nobody knows are left out. */
const factsSchema = z.partialRecord(z.enum(competitorPoints), z.string().trim().min(1).max(300));

const entry = z.strictObject({
  id: idSchema,
  topic: topicSchema,
  title: z.string(),
  body: z.string(),
  facts: z.partialRecord(z.enum(competitorPoints), z.string()),
  source: z.string(),
  asOf: localDateSchema,
  validUntil: localDateSchema.nullable(),
  archived: z.boolean(),
  writtenBy: z.string(),
  writtenAt: z.int(),
  version: versionSchema,
});

/** What is told about project, neighbourhood and competitors (销售资料库), to be looked up while talking. */
export const handbook = {
  /** Every entry that holds, or every one that was put away. */
  list: query({
    permission: 'handbook.read',
    input: z.strictObject({ archived: z.boolean() }),
    output: z.strictObject({
      entries: z.array(entry),
      /** `write`. */
      can: canSchema,
    }),
  }),
  /** Entries that have all of some words, in their text, or in the pinyin or initials of their title; the best first. */
  find: query({
    permission: 'handbook.read',
    input: z.strictObject({ text: z.string().trim().min(1).max(60), topic: topicSchema.nullable() }),
    output: z.strictObject({
      hits: z.array(
        entry
          .pick({ id: true, topic: true, title: true, asOf: true, validUntil: true })
          .extend({ excerpt: z.string() }),
      ),
    }),
  }),
  /** Writes an entry or changes one: never without its source and its day. */
  save: command({
    permission: 'handbook.write',
    input: z.strictObject({
      /** Null for a new one. */
      entry: z.strictObject({ id: idSchema, version: versionSchema }).nullable(),
      topic: topicSchema,
      title: lineSchema,
      body: z.string().trim().max(4000),
      facts: factsSchema,
      source: lineSchema,
      asOf: localDateSchema,
      validUntil: localDateSchema.nullable(),
    }),
    output: z.strictObject({ entryId: idSchema }),
  }),
  /** Puts an entry away, or takes it back. */
  archive: command({
    permission: 'handbook.write',
    input: z.strictObject({ entryId: idSchema, version: versionSchema, archived: z.boolean() }),
    output: nothing,
  }),
};
