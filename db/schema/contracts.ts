import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { FieldName } from '#shared/domain/contracts/fields/catalogue.ts';
import {
  type ContractPart,
  contractParts,
  type DefectState,
  defectStates,
  type ReviewVerdict,
  reviewVerdicts,
  type SigningParty,
  signingParties,
} from '#shared/domain/contracts/review.ts';
import type { AnnexKey, TextArticleKey } from '#shared/domain/contracts/text/keys.ts';
import { dayColumn, holds, id, instantColumn, oneOf, version } from './columns.ts';
import { customers } from './customers.ts';
import { contracts } from './deals.ts';
import { accounts } from './office.ts';

/**
 * What a contract says of a buyer beyond the customer's file: nationality, e-mail, who acts for him. Sealed under the key
 * of the person, since it names people and their documents.
 */
export const contractParties = sqliteTable(
  'contract_parties',
  {
    id: id(),
    contractId: integer()
      .notNull()
      .references(() => contracts.id),
    customerId: integer()
      .notNull()
      .references(() => customers.id),
    detailsSealed: text().notNull(),
    version: version(),
  },
  (table) => [uniqueIndex('contract_parties_once').on(table.contractId, table.customerId)],
);

/** Who looked at a contract, at which level of which review, and what they said (审核记录). */
export const contractReviews = sqliteTable(
  'contract_reviews',
  {
    id: id(),
    contractId: integer()
      .notNull()
      .references(() => contracts.id),
    round: integer().notNull(),
    level: integer().notNull(),
    reviewerId: integer()
      .notNull()
      .references(() => accounts.id),
    verdict: text().$type<ReviewVerdict>().notNull(),
    opinion: text().notNull().default(''),
    reviewedAt: instantColumn().notNull(),
  },
  (table) => [
    uniqueIndex('contract_reviews_once').on(table.contractId, table.round, table.level),
    uniqueIndex('contract_reviews_one_level_each').on(table.contractId, table.round, table.reviewerId),
    oneOf('contract_reviews', 'verdict', reviewVerdicts),
  ],
);

/** What a reviewer found wrong (审核缺陷). It stays, corrected, so that the next reviewer sees what to look at. */
export const contractDefects = sqliteTable(
  'contract_defects',
  {
    id: id(),
    contractId: integer()
      .notNull()
      .references(() => contracts.id),
    round: integer().notNull(),
    /** Code of its kind in the office's list; empty for one raised before there was a list. */
    kindCode: text().notNull().default(''),
    text: text().notNull(),
    /** The part of the contract that it is about: opens there. */
    part: text().$type<ContractPart>().notNull(),
    /** The article that it is about with the field of it, or the annex. */
    article: text().$type<TextArticleKey>(),
    annex: text().$type<AnnexKey>(),
    field: text().$type<FieldName>(),
    raisedBy: integer()
      .notNull()
      .references(() => accounts.id),
    raisedAt: instantColumn().notNull(),
    state: text().$type<DefectState>().notNull().default('open'),
    correctedBy: integer().references(() => accounts.id),
    correctedAt: instantColumn(),
    version: version(),
  },
  (table) => [
    index('contract_defects_of_contract').on(table.contractId, table.state),
    holds('contract_defects_field_of_article', `"field" is null or "article" is not null`),
    oneOf('contract_defects', 'part', contractParts),
    oneOf('contract_defects', 'state', defectStates),
  ],
);

/** Who has signed (签字): the buyers in their order, then the seller. */
export const contractSignatures = sqliteTable(
  'contract_signatures',
  {
    id: id(),
    contractId: integer()
      .notNull()
      .references(() => contracts.id),
    position: integer().notNull(),
    party: text().$type<SigningParty>().notNull(),
    customerId: integer().references(() => customers.id),
    /** Signed by somebody whom the party authorised, whose papers were checked. */
    byProxy: integer({ mode: 'boolean' }).notNull().default(false),
    signedOn: dayColumn().notNull(),
    recordedBy: integer()
      .notNull()
      .references(() => accounts.id),
    recordedAt: instantColumn().notNull(),
  },
  (table) => [
    uniqueIndex('contract_signatures_once').on(table.contractId, table.position),
    oneOf('contract_signatures', 'party', signingParties),
    holds('contract_signatures_buyer_named', `("party" = 'buyer') = ("customer_id" is not null)`),
  ],
);
