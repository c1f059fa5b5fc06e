import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DayFigures } from '#shared/domain/days/figures.ts';
import { type DayState, dayStates } from '#shared/domain/days/states.ts';
import { dayColumn, holds, id, instantColumn, oneOf, version } from './columns.ts';
import { accounts } from './office.ts';

/**
 * Days that were closed (日结): what they came to and the head of the event log at that moment, which is printed and so
 * kept outside. `seal` is a keyed hash over it, with a key that is not in this file.
 */
export const days = sqliteTable(
  'days',
  {
    id: id(),
    day: dayColumn().notNull(),
    /** Of its paper: `RJ-2026-0018`; the same when the day is closed anew. */
    number: text().notNull(),
    state: text().$type<DayState>().notNull(),
    /** How often it was closed. */
    closings: integer().notNull().default(1),
    closedAt: instantColumn().notNull(),
    closedBy: integer()
      .notNull()
      .references(() => accounts.id),
    /** The newest entry of the log before the close, and its hash. */
    seq: integer().notNull(),
    head: text().notNull(),
    seal: text().notNull(),
    figures: text({ mode: 'json' }).$type<DayFigures>().notNull(),
    reopenedAt: instantColumn(),
    reopenedBy: integer().references(() => accounts.id),
    reopenReason: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('days_once').on(table.day),
    uniqueIndex('days_number_once').on(table.number),
    oneOf('days', 'state', dayStates),
    holds('days_count_up', '"closings" > 0 and "seq" > 0'),
  ],
);
