import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type ScanOutcome, type ScanState, scanOutcomes, scanStates } from '#shared/domain/scans/outcomes.ts';
import { flagColumn, holds, id, instantColumn, oneOf, version } from './columns.ts';
import { accounts } from './office.ts';
import { documents } from './papers.ts';

/** Files with scans that were fed in (扫描批次). What a file was called is not kept: it may name people. */
export const scanStacks = sqliteTable(
  'scan_stacks',
  {
    id: id(),
    pages: integer().notNull(),
    addedBy: integer()
      .notNull()
      .references(() => accounts.id),
    addedAt: instantColumn().notNull(),
  },
  (table) => [index('scan_stacks_of_person').on(table.addedBy), holds('scan_stacks_not_empty', '"pages" > 0')],
);

/**
 * Scanned pages of issued papers (扫描页). Each is a PDF of its own, and its small picture a PNG, both encrypted files named by
 * their hashes (decision 7). A page that gave way to a better scan keeps its row; one that was thrown away keeps no bytes.
 */
export const scanPages = sqliteTable(
  'scan_pages',
  {
    id: id(),
    stackId: integer()
      .notNull()
      .references(() => scanStacks.id),
    /** Its place in the stack, from 1. */
    position: integer().notNull(),
    sha256: text().notNull(),
    sizeBytes: integer().notNull(),
    /** Null for a page without a picture. */
    thumbnailSha256: text(),
    /** Quarter turns clockwise that set it upright. */
    turns: integer().notNull(),
    outcome: text().$type<ScanOutcome>().notNull(),
    /** What its code says; empty without one of ours. */
    codeText: text().notNull().default(''),
    documentId: integer().references(() => documents.id),
    page: integer(),
    state: text().$type<ScanState>().notNull(),
    /** Whether a person said where it belongs, and why. */
    byHand: flagColumn().notNull().default(false),
    reason: text().notNull().default(''),
    settledBy: integer().references(() => accounts.id),
    settledAt: instantColumn(),
    version: version(),
  },
  (table) => [
    index('scan_pages_of_stack').on(table.stackId),
    index('scan_pages_of_document').on(table.documentId),
    index('scan_pages_waiting').on(table.state).where(sql.raw(`"state" = 'waiting'`)),
    uniqueIndex('scan_pages_one_at_its_place').on(table.documentId, table.page).where(sql.raw(`"state" = 'filed'`)),
    oneOf('scan_pages', 'outcome', scanOutcomes),
    oneOf('scan_pages', 'state', scanStates),
    holds('scan_pages_turned', '"turns" between 0 and 3'),
    holds(
      'scan_pages_filed_somewhere',
      `"state" not in ('filed', 'replaced') or ("document_id" is not null and "page" > 0)`,
    ),
  ],
);
