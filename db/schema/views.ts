import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type ListName, listNames } from '#shared/domain/views/lists.ts';
import { flagColumn, id, instantColumn, oneOf, version } from './columns.ts';
import { accounts } from './office.ts';

/** Views of the lists (视图) that people have named: filter and order. */
export const views = sqliteTable(
  'views',
  {
    id: id(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    list: text().$type<ListName>().notNull(),
    name: text().notNull(),
    filter: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    sorting: text({ mode: 'json' }).$type<{ id: string; desc: boolean }[]>().notNull(),
    /** Everybody of the office has it. */
    shared: flagColumn().notNull().default(false),
    savedAt: instantColumn().notNull(),
    version: version(),
  },
  (table) => [
    uniqueIndex('views_name_once').on(table.accountId, table.list, table.name),
    index('views_of_list').on(table.list),
    oneOf('views', 'list', listNames),
  ],
);
