import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { TerminalDesk } from '#shared/domain/terminals/desks.ts';
import { type TerminalState, terminalStates } from '#shared/domain/terminals/states.ts';
import { flagColumn, holds, id, instantColumn, oneOf, version } from './columns.ts';
import { accounts } from './office.ts';

/** Computers that work on this office over the network (终端). Each has a token of its own, kept as its hash. */
export const terminals = sqliteTable(
  'terminals',
  {
    id: id(),
    name: text().notNull(),
    /** To which desks it is limited; none: it is not. */
    desks: text({ mode: 'json' }).$type<readonly TerminalDesk[]>(),
    tokenHash: text().notNull(),
    state: text().$type<TerminalState>().notNull().default('active'),
    pairedAt: instantColumn().notNull(),
    /** Who had the code shown. */
    pairedBy: integer()
      .notNull()
      .references(() => accounts.id),
    revokedAt: instantColumn(),
    revokedBy: integer().references(() => accounts.id),
    version: version(),
  },
  (table) => [
    uniqueIndex('terminals_token_once').on(table.tokenHash),
    uniqueIndex('terminals_name_once').on(table.name).where(sql`"state" = 'active'`),
    oneOf('terminals', 'state', terminalStates),
  ],
);

/**
 * Sessions at terminals, so that they outlive a restart of the host. Not a part of the log: they change with every touch of
 * a key and say nothing about the business. A window is known by the hash of its resume token.
 */
export const terminalSessions = sqliteTable(
  'terminal_sessions',
  {
    resumeHash: text().primaryKey(),
    terminalId: integer()
      .notNull()
      .references(() => terminals.id),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    startedAt: instantColumn().notNull(),
    lastActiveAt: instantColumn().notNull(),
    locked: flagColumn().notNull().default(false),
    /** Who ended it from elsewhere: told to the person once their window is back. */
    endedBy: text(),
  },
  (table) => [
    index('terminal_sessions_of_terminal').on(table.terminalId),
    index('terminal_sessions_of_account').on(table.accountId),
  ],
);

/** When, from where and with which program each terminal was last seen. */
export const terminalSightings = sqliteTable('terminal_sightings', {
  terminalId: integer()
    .primaryKey()
    .references(() => terminals.id),
  seenAt: instantColumn().notNull(),
  address: text().notNull(),
  program: text().notNull(),
});

/** By what terminals know this office, wherever it is served from: its own certificate authority. One row. */
export const hostIdentity = sqliteTable(
  'host_identity',
  {
    id: integer().primaryKey(),
    officeId: text().notNull(),
    certificate: text().notNull(),
    privateKey: text().notNull(),
    madeAt: instantColumn().notNull(),
    /** The installation that serves it, and the name of its PC; none: whoever serves it next. */
    servedBy: text(),
    servedByName: text(),
    /** Grows whenever another PC takes the office over: terminals follow the highest that they have met. */
    epoch: integer().notNull().default(1),
    /** The highest epoch of another host that was heard of; above `epoch` where that one took the office over. */
    supersededEpoch: integer().notNull().default(0),
  },
  () => [holds('host_identity_is_one', '"id" = 1')],
);

/**
 * Wrong passwords in a row, by place and by a keyed hash of what was typed as the login name, whether or not there is such a
 * person: a wait is of one name at one place, and tells nobody which names there are. In a table, because whoever sits at
 * the host could otherwise begin anew by starting the program again.
 */
export const loginTries = sqliteTable(
  'login_tries',
  {
    place: text().notNull(),
    nameHash: text().notNull(),
    failed: integer().notNull(),
    lastAt: instantColumn().notNull(),
    lockedUntil: instantColumn(),
  },
  (table) => [primaryKey({ columns: [table.place, table.nameHash] }), index('login_tries_of_name').on(table.nameHash)],
);
