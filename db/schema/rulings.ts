import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Ruling } from '#shared/domain/customers/ruling.ts';
import { type RulingReason, type RulingState, rulingReasons, rulingStates } from '#shared/domain/rulings/rulings.ts';
import { holds, id, instantColumn, oneOf, version } from './columns.ts';
import { customers } from './customers.ts';
import { accounts } from './office.ts';

/** Conflicts about customers (撞单) and their rulings (判客). */
export const rulings = sqliteTable(
  'rulings',
  {
    id: id(),
    number: text().notNull(),
    customerId: integer()
      .notNull()
      .references(() => customers.id),
    state: text().$type<RulingState>().notNull().default('open'),
    reason: text().$type<RulingReason>().notNull(),
    note: text().notNull().default(''),
    raisedBy: integer()
      .notNull()
      .references(() => accounts.id),
    raisedAt: instantColumn().notNull(),
    /** What the rules come to on the day it was opened. */
    proposal: text({ mode: 'json' }).$type<Ruling>().notNull(),
    ruling: text({ mode: 'json' }).$type<Ruling>(),
    /** Why the ruling is as it is where it departs from the proposal, or why the conflict was taken back. */
    grounds: text().notNull().default(''),
    decidedBy: integer().references(() => accounts.id),
    decidedAt: instantColumn(),
    /** Which party appealed to the manager, when and why; nothing without an appeal. */
    appealedBy: integer().references(() => accounts.id),
    appealedAt: instantColumn(),
    appeal: text().notNull().default(''),
    /** What was decided before the appeal, by whom and when, once that has its outcome. */
    firstRuling: text({ mode: 'json' }).$type<Ruling>(),
    firstDecidedBy: integer().references(() => accounts.id),
    firstDecidedAt: instantColumn(),
    version: version(),
  },
  (table) => [
    uniqueIndex('rulings_number_once').on(table.number),
    uniqueIndex('rulings_one_open').on(table.customerId).where(sql.raw(`"state" = 'open'`)),
    index('rulings_of_customer').on(table.customerId),
    oneOf('rulings', 'state', rulingStates),
    oneOf('rulings', 'reason', rulingReasons),
    holds('rulings_decided_by_somebody', `("state" = 'open') = ("decided_by" is null)`),
    holds('rulings_appealed_by_somebody', `("state" in ('appealed', 'final')) = ("appealed_by" is not null)`),
    holds('rulings_final_over_a_first', `("state" = 'final') = ("first_ruling" is not null)`),
    holds('rulings_decided_so', `("state" in ('decided', 'appealed', 'final')) = ("ruling" is not null)`),
  ],
);

/** Who claims a customer in a conflict, each with the claim in a line. */
export const rulingParties = sqliteTable(
  'ruling_parties',
  {
    id: id(),
    rulingId: integer()
      .notNull()
      .references(() => rulings.id),
    position: integer().notNull(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    claim: text().notNull(),
    version: version(),
  },
  (table) => [uniqueIndex('ruling_parties_once').on(table.rulingId, table.accountId)],
);
