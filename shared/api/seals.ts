import { z } from 'zod';
import { documentKindNames, paperNouns, sealNames } from '#shared/domain/documents/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { canSchema, idSchema, reasonSchema, versionSchema } from './common.ts';
import { command, query } from './procedure.ts';

const sealUse = z.strictObject({
  id: idSchema,
  documentId: idSchema,
  kind: z.enum(documentKindNames),
  title: z.string(),
  number: z.string(),
  issueVersion: z.int(),
  noun: z.enum(paperNouns),
  subjectId: idSchema,
  seal: z.enum(sealNames),
  firstCopy: z.int(),
  copies: z.int(),
  /** Of the sealed copies, those that are known as spoiled by now: they bear a seal and must be destroyed. */
  spoiled: z.array(z.int()),
  purpose: z.string(),
  keeper: z.string(),
  broughtBy: z.string(),
  sealedOn: localDateSchema,
  sealedAt: z.int(),
  voidReason: z.string(),
  can: canSchema,
  version: versionSchema,
});

/** The register of seals (用印登记): which copies of which paper bear which seal of the company, what for and by whom. */
export const seals = {
  /** The entries of a span of days, both included, the newest first; also those that do not count any more. */
  list: query({
    permission: 'documents.read',
    input: z.strictObject({ from: localDateSchema, to: localDateSchema }),
    output: z.array(sealUse),
  }),
  /** The entries of one paper. */
  ofPaper: query({
    permission: 'documents.read',
    input: z.strictObject({ documentId: idSchema }),
    output: z.array(sealUse),
  }),
  /** Enters that copies of a paper were sealed; they are on paper and good. SEAL_COPIES_NOT_OUT, DOCUMENT_VOIDED. */
  enter: command({
    permission: 'documents.useSeal',
    input: z.strictObject({
      documentId: idSchema,
      seal: z.enum(sealNames),
      firstCopy: z.int().min(1).max(10_000),
      copies: z.int().min(1).max(100),
      purpose: reasonSchema,
      /** Who brought the paper; the caller unless somebody else is named. */
      broughtBy: idSchema.optional(),
    }),
    output: z.strictObject({ sealUseId: idSchema }),
  }),
  /**
   * Enters the usual seal of a receipt or a letter about payments on every copy that is on paper, good and without it.
   * SEAL_NOT_USUAL, SEALED_ALREADY, SEAL_COPIES_NOT_OUT, DOCUMENT_VOIDED.
   */
  enterUsual: command({
    permission: 'documents.useSeal',
    input: z.strictObject({ documentId: idSchema }),
    output: z.strictObject({ copies: z.int() }),
  }),
  /** An entry was a mistake: it stays, with the reason, and does not count. SEAL_USE_VOIDED. */
  void: command({
    permission: 'documents.useSeal',
    input: z.strictObject({ sealUseId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: z.strictObject({ version: versionSchema }),
  }),
};
