import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type InvoiceState, invoiceStates } from '#shared/domain/payments/invoices.ts';
import { dayColumn, fenColumn, holds, id, instantColumn, oneOf, version } from './columns.ts';
import { subscriptions } from './deals.ts';
import { accounts } from './office.ts';

/** Invoices (发票登记) of the money of deals: never above what was received; one is reversed by a red one, never changed. */
export const invoices = sqliteTable(
  'invoices',
  {
    id: id(),
    /** The number that stands on the invoice, of the tax office. */
    number: text().notNull(),
    subscriptionId: integer()
      .notNull()
      .references(() => subscriptions.id),
    amount: fenColumn().notNull(),
    issuedOn: dayColumn().notNull(),
    state: text().$type<InvoiceState>().notNull(),
    /** Of a red one: which it reverses. */
    reversesId: integer().references((): AnySQLiteColumn => invoices.id),
    remark: text().notNull().default(''),
    /** Who took it, and when. */
    takenBy: text().notNull().default(''),
    takenOn: dayColumn(),
    /** Who took it to the title office (办证领取), and when. */
    titleTakenBy: text().notNull().default(''),
    titleTakenOn: dayColumn(),
    recordedBy: integer()
      .notNull()
      .references(() => accounts.id),
    recordedAt: instantColumn().notNull(),
    version: version(),
  },
  (table) => [
    uniqueIndex('invoices_number_once').on(table.number),
    uniqueIndex('invoices_reversed_once').on(table.reversesId),
    index('invoices_of_subscription').on(table.subscriptionId),
    index('invoices_of_day').on(table.issuedOn),
    oneOf('invoices', 'state', invoiceStates),
    holds('invoices_amount_positive', '"amount" > 0'),
    holds('invoices_red_reverses', `("state" = 'red') = ("reverses_id" is not null)`),
    holds('invoices_taken_by_somebody', `("taken_on" is null) = ("taken_by" = '')`),
    holds('invoices_title_taken_by_somebody', `("title_taken_on" is null) = ("title_taken_by" = '')`),
  ],
);
