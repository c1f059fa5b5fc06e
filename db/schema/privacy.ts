import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type Language, languages } from '#shared/domain/accounts/posts.ts';
import type { ExportList } from '#shared/domain/exports/lists.ts';
import {
  type ConsentMethod,
  type ConsentPurpose,
  consentMethods,
  consentPurposes,
  type DisclosureBasis,
  disclosureBases,
  type ReadingMeasure,
  type RecipientKind,
  readingMeasures,
  recipientKinds,
  type SubjectRequestKind,
  type SubjectRequestState,
  subjectRequestKinds,
  subjectRequestStates,
} from '#shared/domain/privacy/states.ts';
import { dayColumn, flagColumn, id, instantColumn, oneOf, version } from './columns.ts';
import { customers } from './customers.ts';
import { accounts, personKeys } from './office.ts';

/** What the office tells people about their data (告知书): each edition stays, so that a consent names what was read. */
export const noticeTexts = sqliteTable(
  'notice_texts',
  {
    id: id(),
    language: text().$type<Language>().notNull(),
    edition: integer().notNull(),
    body: text().notNull(),
    writtenBy: integer().references(() => accounts.id),
    writtenAt: instantColumn().notNull(),
  },
  (table) => [
    uniqueIndex('notice_texts_once').on(table.language, table.edition),
    oneOf('notice_texts', 'language', languages),
  ],
);

/** What a person agreed to (同意), one purpose each; withdrawing closes the line, agreeing again opens another. */
export const consents = sqliteTable(
  'consents',
  {
    id: id(),
    customerId: integer()
      .notNull()
      .references(() => customers.id),
    purpose: text().$type<ConsentPurpose>().notNull(),
    method: text().$type<ConsentMethod>().notNull(),
    /** Which edition they were told; none where it was agreed before editions were kept. */
    language: text().$type<Language>(),
    edition: integer(),
    givenOn: dayColumn().notNull(),
    takenBy: integer().references(() => accounts.id),
    recordedAt: instantColumn().notNull(),
    withdrawnOn: dayColumn(),
    withdrawnBy: integer().references(() => accounts.id),
    withdrawnVia: text().$type<ConsentMethod>(),
    version: version(),
  },
  (table) => [
    uniqueIndex('consents_one_open').on(table.customerId, table.purpose).where(sql.raw('"withdrawn_on" is null')),
    index('consents_of_customer').on(table.customerId, table.purpose),
    oneOf('consents', 'purpose', consentPurposes),
    oneOf('consents', 'method', consentMethods),
    oneOf('consents', 'language', languages),
    oneOf('consents', 'withdrawn_via', consentMethods),
  ],
);

/** Who was given what of a person (对外提供登记), beside what filings and mortgages say by themselves. */
export const disclosures = sqliteTable(
  'disclosures',
  {
    id: id(),
    customerId: integer()
      .notNull()
      .references(() => customers.id),
    recipientKind: text().$type<RecipientKind>().notNull(),
    recipient: text().notNull(),
    content: text().notNull(),
    /** What it was given for. */
    purpose: text().notNull().default(''),
    basis: text().$type<DisclosureBasis>().notNull(),
    /** The consent on which it rests, where it rests on one. */
    consentId: integer().references(() => consents.id),
    givenOn: dayColumn().notNull(),
    recordedBy: integer()
      .notNull()
      .references(() => accounts.id),
    recordedAt: instantColumn().notNull(),
  },
  (table) => [
    index('disclosures_of_customer').on(table.customerId),
    oneOf('disclosures', 'recipient_kind', recipientKinds),
    oneOf('disclosures', 'basis', disclosureBases),
  ],
);

/** What people ask about their own data (个人请求), each with the day by which it is answered. */
export const subjectRequests = sqliteTable(
  'subject_requests',
  {
    id: id(),
    number: text().notNull(),
    customerId: integer()
      .notNull()
      .references(() => customers.id),
    personKeyId: integer()
      .notNull()
      .references(() => personKeys.id),
    kind: text().$type<SubjectRequestKind>().notNull(),
    receivedOn: dayColumn().notNull(),
    dueOn: dayColumn().notNull(),
    wish: text().notNull(),
    state: text().$type<SubjectRequestState>().notNull().default('open'),
    answer: text().notNull().default(''),
    takenBy: integer()
      .notNull()
      .references(() => accounts.id),
    answeredBy: integer().references(() => accounts.id),
    answeredAt: instantColumn(),
    version: version(),
  },
  (table) => [
    uniqueIndex('subject_requests_number_once').on(table.number),
    index('subject_requests_of_customer').on(table.customerId),
    index('subject_requests_open').on(table.state, table.dueOn),
    oneOf('subject_requests', 'kind', subjectRequestKinds),
    oneOf('subject_requests', 'state', subjectRequestStates),
  ],
);

/** Lists that regularly go to somebody (登记的报表): beyond the limits they need no second person. */
export const registeredReports = sqliteTable(
  'registered_reports',
  {
    id: id(),
    list: text().$type<ExportList>().notNull(),
    name: text().notNull(),
    recipient: text().notNull(),
    purpose: text().notNull(),
    active: flagColumn().notNull().default(true),
    registeredBy: integer()
      .notNull()
      .references(() => accounts.id),
    registeredAt: instantColumn().notNull(),
    version: version(),
  },
  (table) => [uniqueIndex('registered_reports_once').on(table.name).where(sql.raw('"active" = 1'))],
);

/**
 * Which records each person has read on a day, so that unusually much shows. Not a part of the log: it changes with every
 * look and is forgotten after some days.
 */
export const readings = sqliteTable(
  'readings',
  {
    day: dayColumn().notNull(),
    accountId: integer().notNull(),
    measure: text().$type<ReadingMeasure>().notNull(),
    recordId: integer().notNull(),
    at: instantColumn().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.accountId, table.measure, table.recordId] }),
    oneOf('readings', 'measure', readingMeasures),
  ],
);
