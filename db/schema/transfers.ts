import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type Department, departments } from '#shared/domain/custody/places.ts';
import {
  type TransferKind,
  type TransferState,
  transferKinds,
  transferStates,
} from '#shared/domain/transfers/transfers.ts';
import { holds, id, instantColumn, oneOf, version } from './columns.ts';
import { accounts } from './office.ts';

/** Documents that one department passes to another (文件传递). */
export const transfers = sqliteTable(
  'transfers',
  {
    id: id(),
    number: text().notNull(),
    fromDepartment: text().$type<Department>().notNull(),
    toDepartment: text().$type<Department>().notNull(),
    state: text().$type<TransferState>().notNull().default('sent'),
    sentBy: integer()
      .notNull()
      .references(() => accounts.id),
    sentAt: instantColumn().notNull(),
    /** Who answered in their own session, or entered who signed on paper. */
    answeredBy: integer().references(() => accounts.id),
    answeredAt: instantColumn(),
    /** Who signed the printed list, where nobody answered in the program. */
    signer: text().notNull().default(''),
    /** Why it was refused, returned or withdrawn. */
    answer: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('transfers_number_once').on(table.number),
    index('transfers_by_state').on(table.state),
    oneOf('transfers', 'from_department', departments),
    oneOf('transfers', 'to_department', departments),
    oneOf('transfers', 'state', transferStates),
    holds('transfers_pass', '"from_department" <> "to_department"'),
    holds('transfers_answered_by_somebody', `("state" = 'sent') = ("answered_by" is null)`),
  ],
);

/** What is passed: kind, name and number of each document, its copies and pages. */
export const transferLines = sqliteTable(
  'transfer_lines',
  {
    id: id(),
    transferId: integer()
      .notNull()
      .references(() => transfers.id),
    position: integer().notNull(),
    kind: text().$type<TransferKind>().notNull(),
    title: text().notNull(),
    reference: text().notNull().default(''),
    copies: integer().notNull(),
    pages: integer().notNull(),
  },
  (table) => [
    uniqueIndex('transfer_lines_once').on(table.transferId, table.position),
    oneOf('transfer_lines', 'kind', transferKinds),
    holds('transfer_lines_counted', '"copies" > 0 and "pages" > 0'),
  ],
);
