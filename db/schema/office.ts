import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  type AccountState,
  accountStates,
  type Language,
  languages,
  type Post,
  posts,
} from '#shared/domain/accounts/posts.ts';
import { dayColumn, holds, id, instantColumn, oneOf, version } from './columns.ts';

/** The sales office itself: one row. */
export const office = sqliteTable(
  'office',
  {
    id: id(),
    name: text().notNull(),
    companyName: text().notNull(),
    companyAddress: text().notNull().default(''),
    companyPhone: text().notNull().default(''),
    creditCode: text().notNull().default(''),
    /** Legal representative (法定代表人), as printed. */
    representative: text().notNull().default(''),
    cityPack: text().notNull(),
    openedOn: dayColumn().notNull(),
    version: version(),
  },
  () => [holds('office_is_one', '"id" = 1')],
);

/** People who log in (账号). A person holds one post. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: id(),
    name: text().notNull(),
    loginName: text().notNull(),
    post: text().$type<Post>().notNull(),
    phone: text().notNull().default(''),
    /** The team that shows its records to each other (小组); empty: none. */
    team: text().notNull().default(''),
    /** None: their screens speak as the computer does. */
    language: text().$type<Language>(),
    state: text().$type<AccountState>().notNull().default('active'),
    passwordHash: text().notNull(),
    /** Until when the hash is that of a one-time code, which opens only the choice of a password; null for a password. */
    codeUntil: instantColumn(),
    pinHash: text(),
    createdAt: instantColumn().notNull(),
    lastLoginAt: instantColumn(),
    version: version(),
  },
  (table) => [
    uniqueIndex('accounts_login_name_once').on(table.loginName),
    oneOf('accounts', 'post', posts),
    oneOf('accounts', 'state', accountStates),
    oneOf('accounts', 'language', languages),
  ],
);

/** Values of settings with the day from which they hold (按生效日期的参数). Never changed, only followed by a later one. */
export const settings = sqliteTable(
  'settings',
  {
    id: id(),
    key: text().notNull(),
    value: text({ mode: 'json' }).$type<unknown>().notNull(),
    effectiveFrom: dayColumn().notNull(),
    sourceNote: text().notNull(),
    setBy: integer().references(() => accounts.id),
    setAt: instantColumn().notNull(),
  },
  (table) => [index('settings_by_key').on(table.key, table.effectiveFrom)],
);

/** The last number given of each kind and year: numbers are gapless because they are taken in the transaction. */
export const counters = sqliteTable(
  'counters',
  { id: id(), kind: text().notNull(), year: integer().notNull(), last: integer().notNull() },
  (table) => [uniqueIndex('counters_once').on(table.kind, table.year), holds('counters_count_up', '"last" >= 0')],
);

/** Keys of people: destroying one erases what the event log holds of that person, and nothing else. */
export const personKeys = sqliteTable('person_keys', {
  id: id(),
  key: blob({ mode: 'buffer' }),
  destroyedAt: instantColumn(),
});
