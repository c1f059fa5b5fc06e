import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type Language, languages } from '#shared/domain/accounts/posts.ts';
import { type ArrivalState, arrivalStates } from '#shared/domain/kiosk/arrivals.ts';
import type { Interest } from '#shared/domain/visits/register.ts';
import { holds, id, instantColumn, oneOf, version } from './columns.ts';
import { visits } from './customers.ts';
import { accounts, personKeys } from './office.ts';

/**
 * Guests who entered themselves at the customers' screen (自助登记) and wait for the desk. Once they are received, or have
 * left, name and phone are taken out of the row and the key is destroyed: whoever was received is in the customers' file.
 */
export const arrivals = sqliteTable(
  'arrivals',
  {
    id: id(),
    personKeyId: integer()
      .notNull()
      .references(() => personKeys.id),
    name: text().notNull(),
    phone: text().notNull(),
    interests: text({ mode: 'json' }).$type<readonly Interest[]>().notNull(),
    /** In which language they read and agreed to what the office does with it. */
    language: text().$type<Language>().notNull(),
    arrivedAt: instantColumn().notNull(),
    /** The place of the screen. */
    place: text().notNull(),
    state: text().$type<ArrivalState>().notNull().default('waiting'),
    endedAt: instantColumn(),
    endedBy: integer().references(() => accounts.id),
    visitId: integer().references(() => visits.id),
    version: version(),
  },
  (table) => [
    index('arrivals_of_state').on(table.state, table.arrivedAt),
    index('arrivals_of_place').on(table.place, table.arrivedAt),
    oneOf('arrivals', 'language', languages),
    oneOf('arrivals', 'state', arrivalStates),
    holds('arrivals_end_once', `("ended_at" is null) = ("state" = 'waiting')`),
  ],
);
