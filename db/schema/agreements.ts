import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Amendment } from '#shared/domain/agreements/amendments.ts';
import {
  type AgreementKind,
  type AgreementState,
  agreementKinds,
  agreementStates,
  openAgreementStates,
} from '#shared/domain/agreements/states.ts';
import { type SigningParty, signingParties } from '#shared/domain/contracts/review.ts';
import { changes } from './changes.ts';
import { dayColumn, flagColumn, holds, id, instantColumn, oneOf, oneOfSql, version } from './columns.ts';
import { customers } from './customers.ts';
import { contracts } from './deals.ts';
import { accounts } from './office.ts';

/**
 * Agreements about a signed contract (补充协议、解除协议), each of one change that was agreed to. `position` counts those of
 * its kind under its contract.
 */
export const agreements = sqliteTable(
  'agreements',
  {
    id: id(),
    number: text().notNull(),
    kind: text().$type<AgreementKind>().notNull(),
    contractId: integer()
      .notNull()
      .references(() => contracts.id),
    changeId: integer()
      .notNull()
      .references(() => changes.id),
    position: integer().notNull(),
    state: text().$type<AgreementState>().notNull(),
    /** What it changes of the contract, as it stood when it was drafted. */
    amendments: text({ mode: 'json' }).$type<readonly Amendment[]>().notNull(),
    /** Clauses in words of its own. */
    clauses: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    draftedBy: integer()
      .notNull()
      .references(() => accounts.id),
    draftedOn: dayColumn().notNull(),
    submittedBy: integer().references(() => accounts.id),
    reviewedBy: integer().references(() => accounts.id),
    reviewedAt: instantColumn(),
    opinion: text().notNull().default(''),
    /** The day of the last signature, from which it holds. */
    signedOn: dayColumn(),
    /** Until when the registry is told of it; null where it need not be. */
    refileBy: dayColumn(),
    refiledOn: dayColumn(),
    refiledNumber: text().notNull().default(''),
    endReason: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('agreements_number_once').on(table.number),
    uniqueIndex('agreements_position_once').on(table.contractId, table.kind, table.position),
    uniqueIndex('agreements_one_open').on(table.changeId).where(oneOfSql('state', openAgreementStates)),
    index('agreements_of_change').on(table.changeId),
    index('agreements_to_refile')
      .on(table.refileBy)
      .where(oneOfSql('state', ['inForce'])),
    oneOf('agreements', 'kind', agreementKinds),
    oneOf('agreements', 'state', agreementStates),
    holds('agreements_in_force_since_a_day', `("state" = 'inForce') = ("signed_on" is not null)`),
  ],
);

/** Who has signed an agreement (签字): all who bought, whoever comes in, then the seller. */
export const agreementSignatures = sqliteTable(
  'agreement_signatures',
  {
    id: id(),
    contractAgreementId: integer()
      .notNull()
      .references(() => agreements.id),
    position: integer().notNull(),
    party: text().$type<SigningParty>().notNull(),
    customerId: integer().references(() => customers.id),
    /** Signed by somebody whom the party authorised, whose papers were checked. */
    byProxy: flagColumn().notNull().default(false),
    signedOn: dayColumn().notNull(),
    recordedBy: integer()
      .notNull()
      .references(() => accounts.id),
    recordedAt: instantColumn().notNull(),
  },
  (table) => [
    uniqueIndex('agreement_signatures_once').on(table.contractAgreementId, table.position),
    oneOf('agreement_signatures', 'party', signingParties),
    holds('agreement_signatures_buyer_named', `("party" = 'buyer') = ("customer_id" is not null)`),
  ],
);
