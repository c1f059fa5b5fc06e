import { z } from 'zod';
import { attachmentForms } from '#shared/domain/attachments/files.ts';
import { attachmentKinds, attachmentNouns, isKindOf } from '#shared/domain/attachments/kinds.ts';
import { canSchema, idSchema, personSchema, reasonSchema, versionSchema } from './common.ts';
import { fileSchema } from './import-files.ts';
import { command, nothing, query } from './procedure.ts';

const subject = { noun: z.enum(attachmentNouns), subjectId: idSchema };

/** Files attached to records: scans of certificates, proofs, pictures. The rights of the record decide. */
export const attachments = {
  /** The files of a record, the oldest first, and for those who may remove any what was removed, the last first. */
  ofSubject: query({
    permission: 'board.read',
    input: z.strictObject(subject),
    output: z.strictObject({
      files: z.array(
        z.strictObject({
          id: idSchema,
          kind: z.enum(attachmentKinds),
          fileName: z.string(),
          form: z.enum(attachmentForms),
          pages: z.int(),
          sizeBytes: z.int(),
          addedBy: personSchema,
          addedAt: z.int(),
          version: versionSchema,
        }),
      ),
      removed: z.array(
        z.strictObject({
          id: idSchema,
          kind: z.enum(attachmentKinds),
          fileName: z.string(),
          removedBy: personSchema,
          removedAt: z.int(),
          reason: z.string(),
          version: versionSchema,
        }),
      ),
      /** `add`, `remove`, `changeKind`. */
      can: canSchema,
    }),
  }),
  /** Attaches a PDF or a picture. What it is is told by its bytes, not by its name. */
  add: command({
    permission: 'board.read',
    carriesFiles: true,
    input: z
      .strictObject({ ...subject, kind: z.enum(attachmentKinds), file: fileSchema })
      .refine(({ noun, kind }) => isKindOf(noun, kind), { path: ['kind'] }),
    output: z.strictObject({ attachmentId: idSchema }),
  }),
  /** The bytes of a file as they were attached, in base64. */
  open: query({
    permission: 'board.read',
    input: z.strictObject({ attachmentId: idSchema }),
    output: z.strictObject({ fileName: z.string(), form: z.enum(attachmentForms), content: z.base64() }),
  }),
  /** Says that a file is something else than it was attached as. */
  changeKind: command({
    permission: 'board.read',
    input: z.strictObject({ attachmentId: idSchema, version: versionSchema, kind: z.enum(attachmentKinds) }),
    output: nothing,
  }),
  /** Takes a file off its record for a reason. It is kept, and can be put back. */
  remove: command({
    permission: 'board.read',
    input: z.strictObject({ attachmentId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: z.strictObject({ version: versionSchema }),
  }),
  /** Puts a file back that was removed, as it was. Throws ATTACHMENT_TWICE where the same file was attached meanwhile. */
  restore: command({
    permission: 'board.read',
    input: z.strictObject({ attachmentId: idSchema, version: versionSchema }),
    output: nothing,
  }),
};
