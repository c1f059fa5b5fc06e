import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ChangeAsk } from '#shared/domain/changes/asks.ts';
import {
  type ChangeKind,
  type ChangeState,
  changeKinds,
  changeStates,
  openChangeStates,
} from '#shared/domain/changes/kinds.ts';
import type { Simulation } from '#shared/domain/changes/simulation.ts';
import { dayColumn, holds, id, instantColumn, oneOf, oneOfSql, version } from './columns.ts';
import { subscriptions } from './deals.ts';
import { units } from './inventory.ts';
import { accounts } from './office.ts';

/**
 * Changes of deals that somebody asked for (变更申请): what is asked for, and what it was reckoned to come to. A deal has
 * one at a time.
 */
export const changes = sqliteTable(
  'changes',
  {
    id: id(),
    number: text().notNull(),
    kind: text().$type<ChangeKind>().notNull(),
    subscriptionId: integer()
      .notNull()
      .references(() => subscriptions.id),
    /** The home of the deal when it was asked for. */
    unitId: integer()
      .notNull()
      .references(() => units.id),
    /** The home that the deal moves to. */
    targetUnitId: integer().references(() => units.id),
    ask: text({ mode: 'json' }).$type<ChangeAsk>().notNull(),
    simulation: text({ mode: 'json' }).$type<Simulation>().notNull(),
    /** Hash of what was reckoned: it is carried out only as it was shown. */
    figuresHash: text().notNull(),
    state: text().$type<ChangeState>().notNull(),
    reasonCode: text().notNull().default(''),
    reason: text().notNull(),
    /** How often it was sent in, from 1. */
    round: integer().notNull().default(1),
    requestedBy: integer()
      .notNull()
      .references(() => accounts.id),
    requestedAt: instantColumn().notNull(),
    /** The day since which it holds. */
    effectiveOn: dayColumn(),
    executedAt: instantColumn(),
    executedBy: integer().references(() => accounts.id),
    /** Why it ended without being carried out. */
    endReason: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('changes_number_once').on(table.number),
    uniqueIndex('changes_one_open').on(table.subscriptionId).where(oneOfSql('state', openChangeStates)),
    index('changes_of_subscription').on(table.subscriptionId),
    index('changes_by_state').on(table.state),
    oneOf('changes', 'kind', changeKinds),
    oneOf('changes', 'state', changeStates),
    holds('changes_executed_on_a_day', `("state" = 'executed') = ("executed_at" is not null)`),
  ],
);
