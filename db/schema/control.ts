import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type ReleaseState, releaseStates } from '#shared/domain/releases/states.ts';
import { holds, id, instantColumn, oneOf, version } from './columns.ts';
import { units } from './inventory.ts';
import { accounts } from './office.ts';

/** Batches of homes that are offered together (推货批次): planned, then carried out by an act or called off. */
export const releases = sqliteTable(
  'releases',
  {
    id: id(),
    number: text().notNull(),
    name: text().notNull(),
    state: text().$type<ReleaseState>().notNull().default('planned'),
    plannedAt: instantColumn().notNull(),
    /** Until when a home that was given to a team is sold by that team alone; null without an end. */
    exclusiveUntil: instantColumn(),
    plannedBy: integer()
      .notNull()
      .references(() => accounts.id),
    releasedBy: integer().references(() => accounts.id),
    releasedAt: instantColumn(),
    cancelledAt: instantColumn(),
    cancelReason: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('releases_number_once').on(table.number),
    index('releases_of_state').on(table.state, table.plannedAt),
    oneOf('releases', 'state', releaseStates),
    holds('releases_done_by_somebody', `("state" = 'released') = ("released_at" is not null)`),
    holds('releases_called_off', `("state" = 'cancelled') = ("cancelled_at" is not null)`),
  ],
);

/** The homes of a release, each with the team that sells it; an empty team is everybody. */
export const releaseUnits = sqliteTable(
  'release_units',
  {
    id: id(),
    releaseId: integer()
      .notNull()
      .references(() => releases.id),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    team: text().notNull().default(''),
  },
  (table) => [
    uniqueIndex('release_units_once').on(table.releaseId, table.unitId),
    index('release_units_of_unit').on(table.unitId),
  ],
);
