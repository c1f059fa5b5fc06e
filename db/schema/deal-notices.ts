import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  type DealNoticeKind,
  dealNoticeKinds,
  type ServiceMethod,
  serviceMethods,
} from '#shared/domain/subscriptions/notices.ts';
import { dayColumn, flagColumn, holds, id, oneOf, version } from './columns.ts';
import { subscriptions } from './deals.ts';
import { accounts } from './office.ts';

/**
 * Notices to the buyers of a deal (签约通知书, 终止通知书), with the proof of their service (送达). One is of the day to
 * sign that held when it was issued: a later day makes it moot.
 */
export const dealNotices = sqliteTable(
  'deal_notices',
  {
    id: id(),
    number: text().notNull(),
    subscriptionId: integer()
      .notNull()
      .references(() => subscriptions.id),
    kind: text().$type<DealNoticeKind>().notNull(),
    /** The day to sign of which it speaks. */
    signBy: dayColumn().notNull(),
    /** Until when the buyers are asked to come; of a termination the days after its service are counted instead. */
    dueOn: dayColumn(),
    graceDays: integer().notNull(),
    writtenOn: dayColumn().notNull(),
    writtenBy: integer()
      .notNull()
      .references(() => accounts.id),
    servedOn: dayColumn(),
    method: text().$type<ServiceMethod>(),
    trackingNo: text().notNull().default(''),
    /** Who took it, or where it was left. */
    note: text().notNull().default(''),
    servedBy: integer().references(() => accounts.id),
    voided: flagColumn().notNull().default(false),
    version: version(),
  },
  (table) => [
    uniqueIndex('deal_notices_number_once').on(table.number),
    index('deal_notices_of_subscription').on(table.subscriptionId, table.kind),
    oneOf('deal_notices', 'kind', dealNoticeKinds),
    oneOf('deal_notices', 'method', serviceMethods),
    holds(
      'deal_notices_served_somehow',
      '("served_on" is null) = ("method" is null) and ("served_on" is null) = ("served_by" is null)',
    ),
  ],
);
