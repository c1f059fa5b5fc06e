import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { EventKind, EventNoun } from '#shared/domain/events/kinds.ts';
import { dayColumn, instantColumn } from './columns.ts';

/**
 * The one log (decisions 1 and 2): what was done, by whom, from where, to which record; each row's hash covers the row
 * before it. Append-only: triggers refuse to change or delete.
 */
export const events = sqliteTable(
  'events',
  {
    seq: integer().primaryKey(),
    happenedAt: instantColumn().notNull(),
    recordedAt: instantColumn().notNull(),
    businessDate: dayColumn().notNull(),
    actorId: integer(),
    terminal: text().notNull(),
    procedure: text().notNull(),
    requestId: text().notNull(),
    noun: text().$type<EventNoun>().notNull(),
    subjectId: integer().notNull(),
    kind: text().$type<EventKind>().notNull(),
    data: text().notNull(),
    changesHash: text().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [
    index('events_of_subject').on(table.noun, table.subjectId, table.seq),
    index('events_of_day').on(table.businessDate),
    index('events_of_kind').on(table.kind, table.seq),
    index('events_of_actor').on(table.actorId, table.seq),
    index('events_of_terminal').on(table.terminal, table.seq),
    index('events_of_procedure').on(table.procedure, table.seq),
    index('events_of_request').on(table.requestId),
    uniqueIndex('events_hash_once').on(table.hash),
  ],
);

/** The rows that an event changed, before and after; personal fields are ciphertext under the person's key. */
export const eventChanges = sqliteTable(
  'event_changes',
  {
    seq: integer()
      .notNull()
      .references(() => events.seq),
    position: integer().notNull(),
    tableName: text().notNull(),
    rowId: integer().notNull(),
    before: text(),
    after: text(),
  },
  (table) => [
    primaryKey({ columns: [table.seq, table.position] }),
    index('event_changes_of_row').on(table.tableName, table.rowId, table.seq),
  ],
);

/** Answers given, by the caller's request id: the same id again returns the first answer and does nothing twice. */
export const requests = sqliteTable('requests', {
  requestId: text().primaryKey(),
  procedure: text().notNull(),
  actorId: integer(),
  inputHash: text().notNull(),
  answer: text().notNull(),
  answeredAt: instantColumn().notNull(),
});

/** Content-addressed encrypted files that the office refers to; written before the transaction that names them. */
export const blobs = sqliteTable('blobs', {
  id: integer().primaryKey({ autoIncrement: true }),
  sha256: text().notNull().unique(),
  size: integer().notNull(),
  storedAt: instantColumn().notNull(),
});

/** Search: pieces of names, pinyin, initials, phones and codes that point to records; derived, rebuilt at will. */
export const grams = sqliteTable(
  'grams',
  { gram: text().notNull(), noun: text().notNull(), subjectId: integer().notNull() },
  (table) => [
    primaryKey({ columns: [table.gram, table.noun, table.subjectId] }),
    index('grams_of_subject').on(table.noun, table.subjectId),
  ],
);
