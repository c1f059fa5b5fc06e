import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PriceFormula } from '#shared/domain/prices/formula.ts';
import { type PriceBatchState, priceBatchStates } from '#shared/domain/prices/states.ts';
import { approvals } from './approvals.ts';
import { dayColumn, fenColumn, holds, id, instantColumn, oneOf, version } from './columns.ts';
import { imports, units } from './inventory.ts';
import { accounts } from './office.ts';

/**
 * Price changes that take effect together (调价批次). A draft is its formula; from the moment it is asked for, its lines
 * say to the fen what becomes of each home. One that came by an import has its lines from the file and no formula.
 */
export const priceBatches = sqliteTable(
  'price_batches',
  {
    id: id(),
    number: text().notNull(),
    name: text().notNull(),
    formula: text({ mode: 'json' }).$type<PriceFormula>().notNull(),
    importId: integer().references(() => imports.id),
    state: text().$type<PriceBatchState>().notNull().default('draft'),
    effectiveOn: dayColumn().notNull(),
    reason: text().notNull().default(''),
    units: integer().notNull().default(0),
    listBefore: fenColumn().notNull(),
    listAfter: fenColumn().notNull(),
    createdBy: integer()
      .notNull()
      .references(() => accounts.id),
    createdAt: instantColumn().notNull(),
    approvalId: integer().references(() => approvals.id),
    submittedAt: instantColumn(),
    approvedAt: instantColumn(),
    effectiveAt: instantColumn(),
    /** Homes that were in a deal by then, and so kept their prices. */
    leftOut: integer().notNull().default(0),
    endReason: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('price_batches_number_once').on(table.number),
    index('price_batches_of_state').on(table.state, table.effectiveOn),
    oneOf('price_batches', 'state', priceBatchStates),
  ],
);

/** What a batch makes of the three prices of a home. */
export const priceBatchLines = sqliteTable(
  'price_batch_lines',
  {
    id: id(),
    batchId: integer()
      .notNull()
      .references(() => priceBatches.id),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    filedBefore: fenColumn(),
    filedAfter: fenColumn(),
    listBefore: fenColumn(),
    listAfter: fenColumn(),
    floorBefore: fenColumn(),
    floorAfter: fenColumn(),
  },
  (table) => [
    uniqueIndex('price_batch_lines_once').on(table.batchId, table.unitId),
    index('price_batch_lines_of_unit').on(table.unitId),
    holds('price_batch_lines_positive', '"filed_after" > 0 and "list_after" > 0 and "floor_after" > 0'),
  ],
);
