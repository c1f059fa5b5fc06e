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
import { type FollowUpMethod, followUpMethods, type VisitKind, visitKinds } from '#shared/domain/visits/states.ts';
import { dayColumn, id, instantColumn, oneOf, version } from './columns.ts';
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
    notes: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    index('visits_of_customer').on(table.customerId, table.receivedAt),
    index('visits_of_day').on(table.receivedAt),
    oneOf('visits', 'kind', visitKinds),
    oneOf('visits', 'channel', channels),
  ],
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
