import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  type PartnerAgreementKind,
  type PartnerAgreementState,
  partnerAgreementKinds,
  partnerAgreementStates,
} from '#shared/domain/partner-agreements/states.ts';
import { approvals } from './approvals.ts';
import { dayColumn, fenColumn, holds, id, instantColumn, oneOf, version } from './columns.ts';
import { subscriptions } from './deals.ts';
import { accounts } from './office.ts';

/** Contracts of the department with whoever is no buyer (合作合同): agencies, suppliers, banks, agreement customers. */
export const partnerAgreements = sqliteTable(
  'partner_agreements',
  {
    id: id(),
    number: text().notNull(),
    kind: text().$type<PartnerAgreementKind>().notNull(),
    title: text().notNull(),
    partner: text().notNull(),
    creditCode: text().notNull().default(''),
    contact: text().notNull().default(''),
    phone: text().notNull().default(''),
    fromOn: dayColumn().notNull(),
    toOn: dayColumn().notNull(),
    /** What it is worth in all, as the approval looks at it. */
    amount: fenColumn().notNull(),
    quotaUnits: integer(),
    quotaAmount: fenColumn(),
    /** What was agreed: discounts, fees, deposits, least performance. */
    terms: text().notNull().default(''),
    ownerId: integer()
      .notNull()
      .references(() => accounts.id),
    /** The agreement that it takes the place of. */
    renewsId: integer().references((): AnySQLiteColumn => partnerAgreements.id),
    state: text().$type<PartnerAgreementState>().notNull().default('draft'),
    approvalId: integer().references(() => approvals.id),
    createdBy: integer()
      .notNull()
      .references(() => accounts.id),
    createdAt: instantColumn().notNull(),
    approvedAt: instantColumn(),
    endedOn: dayColumn(),
    endReason: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('partner_agreements_number_once').on(table.number),
    uniqueIndex('partner_agreements_renewed_once')
      .on(table.renewsId)
      .where(sql.raw(`"renews_id" is not null and "state" not in ('rejected', 'withdrawn')`)),
    index('partner_agreements_of_state').on(table.state, table.toOn),
    oneOf('partner_agreements', 'kind', partnerAgreementKinds),
    oneOf('partner_agreements', 'state', partnerAgreementStates),
    holds('partner_agreements_not_negative', '"amount" >= 0 and "quota_units" > 0 and "quota_amount" > 0'),
  ],
);

/** Deals on the account of an agreement (协议名下成交): each on one at most. */
export const partnerDeals = sqliteTable(
  'partner_deals',
  {
    id: id(),
    agreementId: integer()
      .notNull()
      .references(() => partnerAgreements.id),
    subscriptionId: integer()
      .notNull()
      .references(() => subscriptions.id),
    enteredBy: integer()
      .notNull()
      .references(() => accounts.id),
    enteredAt: instantColumn().notNull(),
  },
  (table) => [
    uniqueIndex('partner_deals_once').on(table.subscriptionId),
    index('partner_deals_of_agreement').on(table.agreementId),
  ],
);
