import { z } from 'zod';
import { batchNouns, batchOutcomes, batchStates, isBatchKind, MOST_IN_BATCH } from '#shared/domain/documents/batch.ts';
import { documentKindNames } from '#shared/domain/documents/states.ts';
import { idSchema } from './common.ts';
import { command, query } from './procedure.ts';

const refusal = z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) });

const batch = z.strictObject({
  /** One batch of a person is told from the next by the instant it began, UTC ms. */
  begunAt: z.int(),
  noun: z.enum(batchNouns),
  kind: z.enum(documentKindNames),
  state: z.enum(batchStates),
  /** Why it ended before its end without being told to: whoever began it may no longer do it. */
  why: refusal.nullable(),
  rows: z.array(
    z.strictObject({
      subjectId: idSchema,
      /** Number of the record. */
      number: z.string(),
      outcome: z.enum(batchOutcomes),
      /** The paper, as soon as it has taken its number. */
      documentId: idSchema.nullable(),
      refusal: refusal.nullable(),
    }),
  ),
});

/** Papers made for many records in one go. Each is an act of its own, in the name of whoever began the batch. */
export const paperBatches = {
  /** Begins one; DOCUMENT_BATCH_RUNNING while one of the same person is at work. */
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
  /** The caller's batch that is at work, or their last one since the office was opened; null where there is none. */
  many: query({ permission: 'documents.issue', input: z.strictObject({}), output: batch.nullable() }),
  /** Takes up no further record of the caller's batch; what has its number is finished. */
  stopMany: command({ permission: 'documents.issue', input: z.strictObject({}), output: z.strictObject({}) }),
};

/** A batch as screens see it. */
export type PaperBatch = z.output<typeof batch>;
