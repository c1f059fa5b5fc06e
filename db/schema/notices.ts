import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { holds, id, version } from './columns.ts';
import { accounts } from './office.ts';

/** How far each person has read what concerns them (通知已读), by the numbers of the event log. */
export const noticeMarks = sqliteTable(
  'notice_marks',
  {
    id: id(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    readTo: integer().notNull(),
    /** Single notices after that, which were opened one by one. */
    apart: text({ mode: 'json' }).$type<readonly number[]>().notNull(),
    version: version(),
  },
  (table) => [uniqueIndex('notice_marks_once').on(table.accountId), holds('notice_marks_count_up', '"read_to" >= 0')],
);
