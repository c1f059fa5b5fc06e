import { z } from 'zod';
import { batchNouns, batchOutcomes, batchStates, isBatchKind, MOST_IN_BATCH } from '#shared/domain/documents/batch.ts';
import { documentKindNames } from '#shared/domain/documents/states.ts';
import { idSchema } from './common.ts';
import { command, query } from './procedure.ts';

const refusal = z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) });

/** How the copies of a paper of a batch stand, for whoever prints them all. */
const copies = z.strictObject({
  due: z.int(),
  printed: z.int(),
  /** Whether it can be printed: it is sealed, counts, and its pages are not locked. */
  printable: z.boolean(),
  /** Prints of it that somebody has still to look at. */
  toConfirm: z.array(idSchema),
  /** Prints of it of which nothing came out. */
  failed: z.int(),
});

const batch = z.strictObject({
  id: idSchema,
  begunAt: z.int(),
  noun: z.enum(batchNouns),
  kind: z.enum(documentKindNames),
  state: z.enum(batchStates),
  /** Why it ended before its end without being told to: whoever began it may no longer do it. */
  why: refusal.nullable(),
  /** Its papers are usually printed on both sides. */
  duplex: z.boolean(),
  rows: z.array(
    z.strictObject({
      subjectId: idSchema,
      /** Number of the record. */
      number: z.string(),
      outcome: z.enum(batchOutcomes),
      /** The paper, as soon as it is known. */
      documentId: idSchema.nullable(),
      refusal: refusal.nullable(),
      copies: copies.nullable(),
    }),
  ),
});

const one = z.strictObject({ batchId: idSchema });
const nothing = z.strictObject({});

/**
 * Papers made for many records in one go. Each is an act of its own, in the name of whoever began the batch, who may lock
 * the screen and log out meanwhile.
 */
export const paperBatches = {
  /** Begins one; DOCUMENT_BATCH_RUNNING while one of the same person is at work, DOCUMENT_BATCH_OPEN while one was interrupted. */
  issueMany: command({
    permission: 'documents.issue',
    input: z
      .strictObject({
        noun: z.enum(batchNouns),
        kind: z.enum(documentKindNames),
        subjectIds: z
          .array(idSchema)
          .min(1)
          .max(MOST_IN_BATCH)
          .refine((ids) => new Set(ids).size === ids.length),
      })
      .refine(({ noun, kind }) => isBatchKind(noun, kind)),
    output: z.strictObject({ of: z.int() }),
  }),
  /** The caller's last batch; null where there is none. */
  many: query({ permission: 'documents.issue', input: nothing, output: batch.nullable() }),
  /** Takes up no further record of the caller's batch; what has its number is finished. */
  stopMany: command({ permission: 'documents.issue', input: nothing, output: nothing }),
  /** Goes on with a batch of the caller that the end of the program interrupted. DOCUMENT_BATCH_ENDED. */
  goOnMany: command({ permission: 'documents.issue', input: one, output: z.strictObject({ left: z.int() }) }),
  /** Leaves what such a batch has not begun. DOCUMENT_BATCH_ENDED. */
  giveUpMany: command({ permission: 'documents.issue', input: one, output: z.strictObject({ left: z.int() }) }),
  /** The papers of a batch of the caller in one PDF, without marks of a copy, in the order of the batch. JOINED_FILE_TOO_LARGE. */
  joinMany: query({
    permission: 'documents.export',
    input: one,
    output: z.strictObject({ content: z.base64(), pages: z.int(), documentIds: z.array(idSchema) }),
  }),
};

/** A batch as screens see it. */
export type PaperBatch = z.output<typeof batch>;
