import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type Post, posts } from '#shared/domain/accounts/posts.ts';
import { type KeptConditions, nothingKept } from '#shared/domain/approvals/conditions.ts';
import {
  type ApprovalKind,
  type ApprovalState,
  approvalKinds,
  approvalStates,
} from '#shared/domain/approvals/kinds.ts';
import { type LadderVerdict, ladderVerdicts } from '#shared/domain/approvals/ladder.ts';
import type { EventNoun } from '#shared/domain/events/kinds.ts';
import { holds, id, instantColumn, oneOf, version } from './columns.ts';
import { units } from './inventory.ts';
import { accounts } from './office.ts';

/** Requests to a second person (审批). What was asked is kept as it was asked. */
export const approvals = sqliteTable(
  'approvals',
  {
    id: id(),
    kind: text().$type<ApprovalKind>().notNull(),
    noun: text().$type<EventNoun>().notNull(),
    subjectId: integer().notNull(),
    unitId: integer().references(() => units.id),
    requestedBy: integer()
      .notNull()
      .references(() => accounts.id),
    requestedAt: instantColumn().notNull(),
    reason: text().notNull(),
    facts: text({ mode: 'json' }).$type<Record<string, string | number | boolean | null>>().notNull(),
    requiredPost: text().$type<Post>().notNull(),
    state: text().$type<ApprovalState>().notNull(),
    expiresAt: instantColumn().notNull(),
    decidedBy: integer().references(() => accounts.id),
    decidedAt: instantColumn(),
    opinion: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    index('approvals_waiting').on(table.state, table.requiredPost),
    uniqueIndex('approvals_one_open').on(table.kind, table.noun, table.subjectId).where(sql.raw(`"state" = 'pending'`)),
    oneOf('approvals', 'kind', approvalKinds),
    oneOf('approvals', 'state', approvalStates),
    oneOf('approvals', 'required_post', posts),
    holds('approvals_not_own', '"decided_by" is null or "decided_by" <> "requested_by" or "state" = \'withdrawn\''),
  ],
);

/** What each post did with a request: passed its level, passed it up, or decided it. One line for each act. */
export const approvalSteps = sqliteTable(
  'approval_steps',
  {
    id: id(),
    approvalId: integer()
      .notNull()
      .references(() => approvals.id),
    /** The rung of the ladder on which the person stood: the required post, though a higher one may stand in for it. */
    post: text().$type<Post>().notNull(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    at: instantColumn().notNull(),
    verdict: text().$type<LadderVerdict>().notNull(),
    opinion: text().notNull(),
    /** What the approval is tied to. */
    conditions: text({ mode: 'json' }).$type<KeptConditions>().notNull().default(nothingKept),
  },
  (table) => [
    index('approval_steps_of').on(table.approvalId),
    oneOf('approval_steps', 'post', posts),
    oneOf('approval_steps', 'verdict', ladderVerdicts),
  ],
);
