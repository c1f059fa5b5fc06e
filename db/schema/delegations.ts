import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import { dayColumn, holds, id, instantColumn, version } from './columns.ts';
import { accounts } from './office.ts';

/** Somebody acts for somebody else for some days (代理). */
export const delegations = sqliteTable(
  'delegations',
  {
    id: id(),
    fromId: integer()
      .notNull()
      .references(() => accounts.id),
    toId: integer()
      .notNull()
      .references(() => accounts.id),
    /** The part of the post that is lent; null lends all that can be lent. */
    permissions: text({ mode: 'json' }).$type<readonly Permission[] | null>(),
    fromOn: dayColumn().notNull(),
    toOn: dayColumn().notNull(),
    reason: text().notNull(),
    madeBy: integer()
      .notNull()
      .references(() => accounts.id),
    madeAt: instantColumn().notNull(),
    revokedBy: integer().references(() => accounts.id),
    revokedAt: instantColumn(),
    version: version(),
  },
  (table) => [
    index('delegations_by_person').on(table.toId, table.toOn),
    holds('delegations_to_another', '"from_id" <> "to_id"'),
    holds('delegations_end_after_they_begin', '"to_on" >= "from_on"'),
    holds('delegations_revoked_by_somebody', '("revoked_by" is null) = ("revoked_at" is null)'),
  ],
);
