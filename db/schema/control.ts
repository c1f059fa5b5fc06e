import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ControlFigures } from '#shared/domain/control/figures.ts';
import {
  type ControlCheckState,
  type ControlDifferenceKind,
  controlCheckStates,
  controlDifferenceKinds,
} from '#shared/domain/control/states.ts';
import { type CompetitorFacts, type HandbookTopic, handbookTopics } from '#shared/domain/handbook/topics.ts';
import { type ReleaseState, releaseStates } from '#shared/domain/releases/states.ts';
import { dayColumn, flagColumn, holds, id, instantColumn, oneOf, version } from './columns.ts';
import { contracts, subscriptions } from './deals.ts';
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

/**
 * Daily checks that the board, the deals and the event log say the same (销控核对): what the office came to, and the head
 * of the log at that moment. `cash` is for the money that the office holds, once it is compared too.
 */
export const controlChecks = sqliteTable(
  'control_checks',
  {
    id: id(),
    number: text().notNull(),
    day: dayColumn().notNull(),
    state: text().$type<ControlCheckState>().notNull().default('open'),
    runAt: instantColumn().notNull(),
    runBy: integer()
      .notNull()
      .references(() => accounts.id),
    figures: text({ mode: 'json' }).$type<ControlFigures>().notNull(),
    cash: text({ mode: 'json' }).$type<Record<string, number>>(),
    /** The newest entry of the log that was compared, and its hash. */
    seq: integer().notNull(),
    head: text().notNull(),
    supervisorId: integer().references(() => accounts.id),
    supervisorAt: instantColumn(),
    managerId: integer().references(() => accounts.id),
    managerAt: instantColumn(),
    version: version(),
  },
  (table) => [
    uniqueIndex('control_checks_number_once').on(table.number),
    uniqueIndex('control_checks_one_of_day').on(table.day).where(sql.raw(`"state" <> 'replaced'`)),
    oneOf('control_checks', 'state', controlCheckStates),
    holds(
      'control_checks_signed_by_two',
      `"state" <> 'signed' or ("supervisor_id" is not null and "manager_id" is not null and "supervisor_id" <> "manager_id")`,
    ),
  ],
);

/** What a check found, home by home, and how it was explained. */
export const controlDifferences = sqliteTable(
  'control_differences',
  {
    id: id(),
    checkId: integer()
      .notNull()
      .references(() => controlChecks.id),
    kind: text().$type<ControlDifferenceKind>().notNull(),
    unitId: integer().references(() => units.id),
    subscriptionId: integer().references(() => subscriptions.id),
    contractId: integer().references(() => contracts.id),
    /** Column of the record, where it is one against the log. */
    field: text().notNull().default(''),
    expected: text().notNull(),
    found: text().notNull(),
    explanation: text().notNull().default(''),
    explainedBy: integer().references(() => accounts.id),
    explainedAt: instantColumn(),
  },
  (table) => [
    index('control_differences_of_check').on(table.checkId),
    oneOf('control_differences', 'kind', controlDifferenceKinds),
    holds('control_differences_explained', '("explained_by" is null) = ("explained_at" is null)'),
  ],
);

/** What consultants tell about project, neighbourhood and competitors (销售资料库): each with its source and its day. */
export const handbookEntries = sqliteTable(
  'handbook_entries',
  {
    id: id(),
    topic: text().$type<HandbookTopic>().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    /** What competitors are compared by; empty for every other topic. */
    facts: text({ mode: 'json' }).$type<CompetitorFacts>().notNull(),
    source: text().notNull(),
    asOf: dayColumn().notNull(),
    validUntil: dayColumn(),
    archived: flagColumn().notNull().default(false),
    writtenBy: integer()
      .notNull()
      .references(() => accounts.id),
    writtenAt: instantColumn().notNull(),
    version: version(),
  },
  (table) => [
    index('handbook_entries_of_topic').on(table.topic, table.archived),
    oneOf('handbook_entries', 'topic', handbookTopics),
    holds('handbook_entries_have_a_source', `"source" <> ''`),
  ],
);
