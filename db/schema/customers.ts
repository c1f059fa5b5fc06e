import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  type Channel,
  type CustomerRating,
  type CustomerState,
  channels,
  customerRatings,
  customerStates,
} from '#shared/domain/customers/states.ts';
import type { RestrictionReason } from '#shared/domain/privacy/states.ts';
import { type Transport, transports } from '#shared/domain/visits/register.ts';
import type { DayRota } from '#shared/domain/visits/rota-day.ts';
import {
  type FollowUpMethod,
  followUpMethods,
  type VisitEnding,
  type VisitKind,
  type VisitTurn,
  visitEndings,
  visitKinds,
  visitTurns,
} from '#shared/domain/visits/states.ts';
import { dayColumn, holds, id, instantColumn, oneOf, version } from './columns.ts';
import { accounts, personKeys } from './office.ts';

/** Spouses, parents and children buy as one household (家庭). */
export const households = sqliteTable('households', { id: id(), createdAt: instantColumn().notNull() });

/** People who may buy (客户). Name and phone are searchable in the file; identity numbers are sealed (decision 6). */
export const customers = sqliteTable(
  'customers',
  {
    id: id(),
    personKeyId: integer()
      .notNull()
      .references(() => personKeys.id),
    householdId: integer().references(() => households.id),
    name: text().notNull(),
    phone: text(),
    secondPhone: text(),
    identityKind: text(),
    identitySealed: text(),
    identityHash: text(),
    address: text().notNull().default(''),
    intent: text().notNull().default(''),
    rating: text().$type<CustomerRating>().notNull(),
    channel: text().$type<Channel>().notNull(),
    state: text().$type<CustomerState>().notNull().default('prospect'),
    ownerId: integer().references(() => accounts.id),
    ownedSince: instantColumn(),
    protectedUntil: dayColumn(),
    nextFollowUpOn: dayColumn(),
    createdAt: instantColumn().notNull(),
    lastContactAt: instantColumn().notNull(),
    /** Since when the data are only kept (限制处理), and why. */
    restrictedAt: instantColumn(),
    restriction: text().$type<RestrictionReason>(),
    /** Name, phones and what else is shown, sealed for as long as they are only kept: nothing else of the file names them. */
    keptSealed: text(),
    /** Why nothing of the person is deleted, whatever the terms say (法定保留); empty without a hold. */
    holdReason: text().notNull().default(''),
    /** When what names the person was destroyed (匿名化). */
    anonymisedAt: instantColumn(),
    version: version(),
  },
  (table) => [
    uniqueIndex('customers_phone_once').on(table.phone).where(sql.raw('"phone" is not null')),
    index('customers_by_second_phone').on(table.secondPhone).where(sql.raw('"second_phone" is not null')),
    uniqueIndex('customers_identity_once').on(table.identityHash).where(sql.raw('"identity_hash" is not null')),
    index('customers_of_owner').on(table.ownerId, table.nextFollowUpOn),
    oneOf('customers', 'rating', customerRatings),
    oneOf('customers', 'channel', channels),
    oneOf('customers', 'state', customerStates),
  ],
);

/** Calls and visits received (来电来访). */
export const visits = sqliteTable(
  'visits',
  {
    id: id(),
    customerId: integer()
      .notNull()
      .references(() => customers.id),
    personKeyId: integer()
      .notNull()
      .references(() => personKeys.id),
    kind: text().$type<VisitKind>().notNull(),
    receivedBy: integer()
      .notNull()
      .references(() => accounts.id),
    receivedAt: instantColumn().notNull(),
    channel: text().$type<Channel>().notNull(),
    partySize: integer().notNull().default(1),
    transport: text().$type<Transport>(),
    /** Who sent them (推荐人): a customer of the office, or a name with or without a number. */
    referrerId: integer().references(() => customers.id),
    referrerName: text().notNull().default(''),
    referrerPhone: text(),
    /** How the receiver came to them by the rota; null for a call and for whoever is not in the rota. */
    turn: text().$type<VisitTurn>(),
    /** When they left the hall; null for a call and while they are here. */
    leftAt: instantColumn(),
    ending: text().$type<VisitEnding>(),
    notes: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    index('visits_of_customer').on(table.customerId, table.receivedAt),
    index('visits_of_day').on(table.receivedAt),
    index('visits_by_referrer').on(table.referrerId).where(sql.raw('"referrer_id" is not null')),
    index('visits_by_referrer_phone').on(table.referrerPhone).where(sql.raw('"referrer_phone" is not null')),
    index('visits_here').on(table.receivedAt).where(sql.raw(`"left_at" is null and "kind" <> 'call'`)),
    oneOf('visits', 'kind', visitKinds),
    oneOf('visits', 'channel', channels),
    oneOf('visits', 'transport', transports),
    oneOf('visits', 'turn', visitTurns),
    oneOf('visits', 'ending', visitEndings),
    holds('visits_end_once', '("left_at" is null) = ("ending" is null)'),
  ],
);

/** Who receives in what order on a day (轮排); the events of the log tell how it came about. */
export const rotas = sqliteTable(
  'rotas',
  {
    id: id(),
    day: dayColumn().notNull(),
    state: text({ mode: 'json' }).$type<DayRota>().notNull(),
    version: version(),
  },
  (table) => [uniqueIndex('rotas_of_day').on(table.day)],
);

/** What was said to a customer afterwards (跟进). */
export const followUps = sqliteTable(
  'follow_ups',
  {
    id: id(),
    customerId: integer()
      .notNull()
      .references(() => customers.id),
    personKeyId: integer()
      .notNull()
      .references(() => personKeys.id),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    doneAt: instantColumn().notNull(),
    method: text().$type<FollowUpMethod>().notNull(),
    content: text().notNull(),
    nextOn: dayColumn(),
    version: version(),
  },
  (table) => [
    index('follow_ups_of_customer').on(table.customerId, table.doneAt),
    oneOf('follow_ups', 'method', followUpMethods),
  ],
);
