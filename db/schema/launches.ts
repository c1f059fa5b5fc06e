import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  type DrawMethod,
  drawMethods,
  type IntentState,
  intentStates,
  type LaunchState,
  launchStates,
  liveIntentStates,
  type PickState,
  pickStates,
  type SlipOutcome,
  type SlipState,
  slipOutcomes,
  slipStates,
} from '#shared/domain/launches/states.ts';
import { fenColumn, flagColumn, holds, id, instantColumn, oneOf, oneOfSql, version } from './columns.ts';
import { releases } from './control.ts';
import { customers } from './customers.ts';
import { unitHolds, units } from './inventory.ts';
import { accounts } from './office.ts';

/** Launches (开盘): which homes are offered on which day, and by which rules they are picked. */
export const launches = sqliteTable(
  'launches',
  {
    id: id(),
    number: text().notNull(),
    name: text().notNull(),
    /** The release whose homes are offered; null for every home that is for sale. */
    releaseId: integer().references(() => releases.id),
    opensAt: instantColumn().notNull(),
    state: text().$type<LaunchState>().notNull().default('planning'),
    /** Earnest money of each intent; 0 where none is asked for. */
    intentMoney: fenColumn().notNull(),
    groupSize: integer().notNull(),
    pickSeconds: integer().notNull(),
    /** How long a picked home is kept for its subscription. */
    pickHours: integer().notNull(),
    /** How often a turn may go by without being the last. */
    passes: integer().notNull(),
    /** Hash of the published list; null while it is open. */
    listHash: text(),
    listClosedAt: instantColumn(),
    startedAt: instantColumn(),
    endedAt: instantColumn(),
    createdBy: integer()
      .notNull()
      .references(() => accounts.id),
    createdAt: instantColumn().notNull(),
    version: version(),
  },
  (table) => [
    uniqueIndex('launches_number_once').on(table.number),
    oneOf('launches', 'state', launchStates),
    holds('launches_rules', '"group_size" > 0 and "pick_seconds" > 0 and "pick_hours" > 0 and "passes" >= 0'),
    holds('launches_money', '"intent_money" >= 0'),
  ],
);

/** Intents (认筹): who takes part, with which queue number, what they wish for, and what became of their turn. */
export const intents = sqliteTable(
  'intents',
  {
    id: id(),
    number: text().notNull(),
    launchId: integer()
      .notNull()
      .references(() => launches.id),
    customerId: integer()
      .notNull()
      .references(() => customers.id),
    consultantId: integer()
      .notNull()
      .references(() => accounts.id),
    queueNo: integer().notNull(),
    /** Stands in the published list for the name: only the customer's slip says whose it is. */
    code: text().notNull(),
    wishes: text({ mode: 'json' }).$type<readonly number[]>().notNull(),
    state: text().$type<IntentState>().notNull().default('registered'),
    /** Stands on the published list. */
    listed: flagColumn().notNull().default(false),
    drawPlace: integer(),
    passes: integer().notNull().default(0),
    registeredAt: instantColumn().notNull(),
    calledAt: instantColumn(),
    passedAt: instantColumn(),
    endReason: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('intents_number_once').on(table.number),
    uniqueIndex('intents_queue_once').on(table.launchId, table.queueNo),
    uniqueIndex('intents_one_live').on(table.launchId, table.customerId).where(oneOfSql('state', liveIntentStates)),
    uniqueIndex('intents_place_once').on(table.launchId, table.drawPlace),
    index('intents_waiting').on(table.launchId, table.state, table.drawPlace),
    index('intents_of_customer').on(table.customerId),
    oneOf('intents', 'state', intentStates),
  ],
);

/** Draws (摇号): the seed, the hash of the list and the order that came of them. A launch has one. */
export const launchDraws = sqliteTable(
  'launch_draws',
  {
    id: id(),
    number: text().notNull(),
    launchId: integer()
      .notNull()
      .references(() => launches.id),
    seed: text().notNull(),
    /** Where the seed comes from, so that anybody can look it up. */
    seedSource: text().notNull(),
    listHash: text().notNull(),
    method: text().$type<DrawMethod>().notNull(),
    /** Queue numbers in the order of their places. */
    result: text({ mode: 'json' }).$type<readonly number[]>().notNull(),
    witness: text().notNull(),
    drawnAt: instantColumn().notNull(),
    drawnBy: integer()
      .notNull()
      .references(() => accounts.id),
  },
  (table) => [
    uniqueIndex('launch_draws_number_once').on(table.number),
    uniqueIndex('launch_draws_once').on(table.launchId),
    oneOf('launch_draws', 'method', drawMethods),
  ],
);

/** Places that are called up together (分组). */
export const launchGroups = sqliteTable(
  'launch_groups',
  {
    id: id(),
    launchId: integer()
      .notNull()
      .references(() => launches.id),
    position: integer().notNull(),
    fromPlace: integer().notNull(),
    toPlace: integer().notNull(),
    calledAt: instantColumn(),
    calledBy: integer().references(() => accounts.id),
  },
  (table) => [
    uniqueIndex('launch_groups_once').on(table.launchId, table.position),
    holds('launch_groups_range', '"from_place" > 0 and "to_place" >= "from_place"'),
  ],
);

/** Pick desks (选房台), with whose turn it is and until when. */
export const launchDesks = sqliteTable(
  'launch_desks',
  {
    id: id(),
    launchId: integer()
      .notNull()
      .references(() => launches.id),
    name: text().notNull(),
    position: integer().notNull(),
    intentId: integer().references(() => intents.id),
    turnEndsAt: instantColumn(),
    version: version(),
  },
  (table) => [
    uniqueIndex('launch_desks_name_once').on(table.launchId, table.name),
    uniqueIndex('launch_desks_one_turn').on(table.intentId).where(sql.raw('"intent_id" is not null')),
    holds('launch_desks_turn', '("intent_id" is null) = ("turn_ends_at" is null)'),
  ],
);

/** Picks (选房): who picked which home, at which desk and until when it is kept for the subscription. */
export const launchPicks = sqliteTable(
  'launch_picks',
  {
    id: id(),
    number: text().notNull(),
    launchId: integer()
      .notNull()
      .references(() => launches.id),
    intentId: integer()
      .notNull()
      .references(() => intents.id),
    deskId: integer()
      .notNull()
      .references(() => launchDesks.id),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    holdId: integer()
      .notNull()
      .references(() => unitHolds.id),
    /** The list price at which it was picked. */
    listPrice: fenColumn(),
    pickedAt: instantColumn().notNull(),
    pickedBy: integer()
      .notNull()
      .references(() => accounts.id),
    expiresAt: instantColumn().notNull(),
    state: text().$type<PickState>().notNull().default('held'),
    endedAt: instantColumn(),
    version: version(),
  },
  (table) => [
    uniqueIndex('launch_picks_number_once').on(table.number),
    uniqueIndex('launch_picks_hold_once').on(table.holdId),
    uniqueIndex('launch_picks_unit_once').on(table.unitId).where(sql.raw(`"state" = 'held'`)),
    uniqueIndex('launch_picks_intent_once').on(table.intentId).where(sql.raw(`"state" <> 'lapsed'`)),
    index('launch_picks_of_launch').on(table.launchId, table.state),
    oneOf('launch_picks', 'state', pickStates),
  ],
);

/** Numbered blank slips for a day without the program (手工选房单), and what was entered of them afterwards. */
export const fallbackSlips = sqliteTable(
  'fallback_slips',
  {
    id: id(),
    number: text().notNull(),
    launchId: integer()
      .notNull()
      .references(() => launches.id),
    /** Which printing of slips it was, from 1, and the slip's place in it. */
    series: integer().notNull(),
    serial: integer().notNull(),
    state: text().$type<SlipState>().notNull().default('printed'),
    printedAt: instantColumn().notNull(),
    printedBy: integer()
      .notNull()
      .references(() => accounts.id),
    unitId: integer().references(() => units.id),
    /** The queue number that was written on it by hand, also where nobody on the list has it. */
    queueNo: integer(),
    intentId: integer().references(() => intents.id),
    /** The time that was written on it by hand. */
    writtenAt: instantColumn(),
    enteredAt: instantColumn(),
    enteredBy: integer().references(() => accounts.id),
    outcome: text().$type<SlipOutcome>(),
    /** Why it was voided, or who had the home before. */
    remark: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('fallback_slips_number_once').on(table.number),
    uniqueIndex('fallback_slips_serial_once').on(table.launchId, table.series, table.serial),
    index('fallback_slips_of_launch').on(table.launchId, table.state),
    oneOf('fallback_slips', 'state', slipStates),
    oneOf('fallback_slips', 'outcome', slipOutcomes),
  ],
);
