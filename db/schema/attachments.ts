import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type AttachmentForm, attachmentForms } from '#shared/domain/attachments/files.ts';
import type { AttachmentKind, AttachmentNoun } from '#shared/domain/attachments/kinds.ts';
import { holds, id, instantColumn, oneOf, version } from './columns.ts';
import { accounts } from './office.ts';

/** Files attached to records (附件). The bytes are an encrypted file named by its hash (decision 7); a removed one keeps its row. */
export const attachments = sqliteTable(
  'attachments',
  {
    id: id(),
    noun: text().$type<AttachmentNoun>().notNull(),
    subjectId: integer().notNull(),
    kind: text().$type<AttachmentKind>().notNull(),
    fileName: text().notNull(),
    form: text().$type<AttachmentForm>().notNull(),
    sha256: text().notNull(),
    pages: integer().notNull(),
    sizeBytes: integer().notNull(),
    addedBy: integer()
      .notNull()
      .references(() => accounts.id),
    addedAt: instantColumn().notNull(),
    removedBy: integer().references(() => accounts.id),
    removedAt: instantColumn(),
    removeReason: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    index('attachments_of_subject').on(table.noun, table.subjectId),
    uniqueIndex('attachments_once')
      .on(table.noun, table.subjectId, table.sha256)
      .where(sql.raw(`"removed_at" is null`)),
    oneOf('attachments', 'form', attachmentForms),
    holds('attachments_not_empty', '"pages" > 0 and "size_bytes" > 0'),
    holds('attachments_removed_by_somebody', '("removed_at" is null) = ("removed_by" is null)'),
  ],
);
