import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type PaymentLetterKind, paymentLetterKinds } from '#shared/domain/payments/letters.ts';
import type { PlanItem } from '#shared/domain/plans/states.ts';
import { type ServiceMethod, serviceMethods } from '#shared/domain/subscriptions/notices.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { dayColumn, flagColumn, holds, id, oneOf, version } from './columns.ts';
import { customers } from './customers.ts';
import { subscriptions } from './deals.ts';
import { accounts } from './office.ts';

/**
 * Letters to the buyers about money (缴款通知书, 催款函, 解除通知书). A letter says how things stood on the day it was
 * written; the plan is read as of that day, and what was paid later does not change it.
 */
export const paymentLetters = sqliteTable(
  'payment_letters',
  {
    id: id(),
    number: text().notNull(),
    subscriptionId: integer()
      .notNull()
      .references(() => subscriptions.id),
    kind: text().$type<PaymentLetterKind>().notNull(),
    /** The lines of the plan that it names, by their places, with the figures of the day. */
    lines: text({ mode: 'json' }).$type<readonly LetterFigures[]>().notNull(),
    /** Which demand of these lines it is; 1 for every other letter. */
    round: integer().notNull(),
    /** The last day to pay; null for a rescission that takes effect on its arrival. */
    dueBy: dayColumn(),
    hidesPrice: flagColumn().notNull(),
    hidesLateFee: flagColumn().notNull(),
    writtenOn: dayColumn().notNull(),
    writtenBy: integer()
      .notNull()
      .references(() => accounts.id),
    voided: flagColumn().notNull().default(false),
    voidReason: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('payment_letters_number_once').on(table.number),
    index('payment_letters_of_subscription').on(table.subscriptionId, table.kind),
    oneOf('payment_letters', 'kind', paymentLetterKinds),
    holds('payment_letters_round', '"round" > 0'),
    holds('payment_letters_due', `"due_by" is not null or "kind" = 'rescissionNotice'`),
  ],
);

/** One line as a letter found it on its day: what was due when, paid and open (fen), the days late and what they cost (fen). */
export type LetterFigures = {
  readonly position: number;
  readonly item: PlanItem;
  readonly dueOn: LocalDate;
  readonly amount: Fen;
  readonly paid: Fen;
  readonly open: Fen;
  readonly days: number;
  readonly penalty: Fen;
};

/** How a letter reached each of the buyers (送达): to one of two it has reached nobody. */
export const letterServices = sqliteTable(
  'letter_services',
  {
    id: id(),
    letterId: integer()
      .notNull()
      .references(() => paymentLetters.id),
    customerId: integer()
      .notNull()
      .references(() => customers.id),
    method: text().$type<ServiceMethod>().notNull(),
    sentOn: dayColumn().notNull(),
    servedOn: dayColumn().notNull(),
    trackingNo: text().notNull().default(''),
    /** Who took it, or where it was left. */
    note: text().notNull().default(''),
    servedBy: integer()
      .notNull()
      .references(() => accounts.id),
  },
  (table) => [
    uniqueIndex('letter_services_once').on(table.letterId, table.customerId),
    oneOf('letter_services', 'method', serviceMethods),
    holds('letter_services_in_order', '"served_on" >= "sent_on"'),
  ],
);
