import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  type BatchNoun,
  batchKinds,
  batchNouns,
  type KeptBatchState,
  type KeptOutcome,
  keptBatchStates,
  keptOutcomes,
} from '#shared/domain/documents/batch.ts';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import { holds, id, instantColumn, oneOf, version } from './columns.ts';
import { accounts } from './office.ts';
import { documents } from './papers.ts';

/** Papers made for many records in one go (批量出单据): whose order it is, and how far it came. */
export const paperBatches = sqliteTable(
  'paper_batches',
  {
    id: id(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    noun: text().$type<BatchNoun>().notNull(),
    kind: text().$type<DocumentKindName>().notNull(),
    state: text().$type<KeptBatchState>().notNull(),
    begunAt: instantColumn().notNull(),
    endedAt: instantColumn(),
    /** The newest paper of the office when it began: what is newer may be its own. */
    papersBefore: integer().notNull(),
    /** Why it ended before its end without being told to. */
    endCode: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    index('paper_batches_of_person').on(table.accountId),
    uniqueIndex('paper_batches_one_open').on(table.accountId).where(sql.raw(`"state" = 'open'`)),
    oneOf('paper_batches', 'noun', batchNouns),
    oneOf('paper_batches', 'kind', Object.values(batchKinds).flat()),
    oneOf('paper_batches', 'state', keptBatchStates),
    holds('paper_batches_ended', `("state" = 'open') = ("ended_at" is null)`),
  ],
);

/** What became of each record of a batch. */
export const paperBatchRows = sqliteTable(
  'paper_batch_rows',
  {
    id: id(),
    batchId: integer()
      .notNull()
      .references(() => paperBatches.id),
    subjectId: integer().notNull(),
    /** Number of the record. */
    number: text().notNull(),
    outcome: text().$type<KeptOutcome>().notNull(),
    documentId: integer().references(() => documents.id),
    /** Why it was refused, as JSON of code and parameters; empty for all others. */
    refusal: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('paper_batch_rows_once').on(table.batchId, table.subjectId),
    oneOf('paper_batch_rows', 'outcome', keptOutcomes),
  ],
);
