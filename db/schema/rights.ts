import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { rightsRequestKinds, rightsRequestStates } from '#shared/domain/accounts/dangerous.ts';
import { posts } from '#shared/domain/accounts/posts.ts';
import type { RightsChange } from '#shared/domain/accounts/rights-changes.ts';
import { holds, id, instantColumn, oneOf, version } from './columns.ts';
import { accounts } from './office.ts';

/** Dangerous rights that somebody gave and a second person has to confirm. */
export const rightsRequests = sqliteTable(
  'rights_requests',
  {
    id: id(),
    kind: text({ enum: rightsRequestKinds }).notNull(),
    /** Who is to have another post; null where posts are to have other rights. */
    accountId: integer().references(() => accounts.id),
    post: text({ enum: posts }),
    /** What is to change of the rights of posts; empty where somebody is to have another post. */
    changes: text({ mode: 'json' }).$type<readonly RightsChange[]>().notNull(),
    reason: text().notNull(),
    askedBy: integer()
      .notNull()
      .references(() => accounts.id),
    askedAt: instantColumn().notNull(),
    state: text({ enum: rightsRequestStates }).notNull(),
    /** The second person; null too where an office with one person appointed its first second. */
    decidedBy: integer().references(() => accounts.id),
    decidedAt: instantColumn(),
    opinion: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    index('rights_requests_by_state').on(table.state),
    oneOf('rights_requests', 'kind', rightsRequestKinds),
    oneOf('rights_requests', 'state', rightsRequestStates),
    holds('rights_requests_about_one', '("kind" = \'rights\') = ("account_id" is null)'),
    holds(
      'rights_requests_by_another',
      '"decided_by" is null or "state" = \'withdrawn\' or "decided_by" <> "asked_by"',
    ),
    holds('rights_requests_decided_at', '("state" = \'pending\') = ("decided_at" is null)'),
  ],
);
