import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type KeptOutReason, keptOutReasons } from '#shared/domain/documents/reprints.ts';
import { type SheetName, sheetNames } from '#shared/domain/documents/sheets.ts';
import {
  type DocumentKindName,
  type DocumentState,
  documentKindNames,
  documentStates,
  type PaperNoun,
  type PrintState,
  printStates,
  type SealName,
  sealNames,
} from '#shared/domain/documents/states.ts';
import {
  type LedgerAccount,
  ledgerAccounts,
  type PaymentMethod,
  paymentMethods,
  type ReceiptItem,
  type ReceiptState,
  type RefundState,
  receiptItems,
  receiptStates,
  refundStates,
} from '#shared/domain/payments/states.ts';
import { ZERO_FEN } from '#shared/kernel/money.ts';
import { approvals } from './approvals.ts';
import { dayColumn, fenColumn, flagColumn, holds, id, instantColumn, oneOf, version } from './columns.ts';
import { customers } from './customers.ts';
import { planLines, subscriptions } from './deals.ts';
import { accounts } from './office.ts';

/** Money belongs to exactly one deal, booking or intent. */
const ofOneOwner = '("subscription_id" is not null) + ("booking_id" is not null) + ("intent_id" is not null) = 1';

/**
 * Money taken (收据), for a deal, a small booking or an intent, and for nothing else. A receipt is voided, never changed;
 * one that was exchanged (换票) names the receipt whose money went on.
 */
export const receipts = sqliteTable(
  'receipts',
  {
    id: id(),
    number: text().notNull(),
    subscriptionId: integer().references(() => subscriptions.id),
    bookingId: integer(),
    intentId: integer(),
    replacesId: integer().references((): AnySQLiteColumn => receipts.id),
    payerId: integer()
      .notNull()
      .references(() => customers.id),
    item: text().$type<ReceiptItem>().notNull(),
    method: text().$type<PaymentMethod>().notNull(),
    amount: fenColumn().notNull(),
    receivedOn: dayColumn().notNull(),
    receivedAt: instantColumn().notNull(),
    cashierId: integer()
      .notNull()
      .references(() => accounts.id),
    reference: text().notNull().default(''),
    state: text().$type<ReceiptState>().notNull().default('valid'),
    voidReason: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('receipts_number_once').on(table.number),
    index('receipts_of_subscription').on(table.subscriptionId),
    index('receipts_of_booking').on(table.bookingId).where(sql.raw(`"booking_id" is not null`)),
    index('receipts_of_intent').on(table.intentId).where(sql.raw(`"intent_id" is not null`)),
    uniqueIndex('receipts_exchanged_once')
      .on(table.replacesId)
      .where(sql.raw(`"replaces_id" is not null and "state" = 'valid'`)),
    index('receipts_of_day').on(table.receivedOn),
    oneOf('receipts', 'item', receiptItems),
    oneOf('receipts', 'method', paymentMethods),
    oneOf('receipts', 'state', receiptStates),
    holds('receipts_amount_positive', '"amount" > 0'),
    holds('receipts_of_one', ofOneOwner),
  ],
);

/** Which lines of the plan a receipt was taken for (收据明细): the amounts sum to the receipt's. */
export const receiptLines = sqliteTable(
  'receipt_lines',
  {
    id: id(),
    receiptId: integer()
      .notNull()
      .references(() => receipts.id),
    planLineId: integer()
      .notNull()
      .references(() => planLines.id),
    amount: fenColumn().notNull(),
  },
  (table) => [
    uniqueIndex('receipt_lines_once').on(table.receiptId, table.planLineId),
    index('receipt_lines_of_plan_line').on(table.planLineId),
    holds('receipt_lines_amount_positive', '"amount" > 0'),
  ],
);

/**
 * Money paid back (退款) of a deal, a small booking or an intent: asked for by one person, agreed to by another, paid out
 * to whoever had paid. One that was paid out is voided, never changed.
 */
export const refunds = sqliteTable(
  'refunds',
  {
    id: id(),
    number: text().notNull(),
    subscriptionId: integer().references(() => subscriptions.id),
    bookingId: integer(),
    intentId: integer(),
    payeeId: integer()
      .notNull()
      .references(() => customers.id),
    amount: fenColumn().notNull(),
    /** Interest that goes out beside it; while it waits, as reckoned on the day it was asked for. */
    interest: fenColumn().notNull().default(ZERO_FEN),
    requestedBy: integer()
      .notNull()
      .references(() => accounts.id),
    requestedAt: instantColumn().notNull(),
    /** How it was paid out, when and by whom; empty until then. */
    method: text().$type<PaymentMethod>(),
    reference: text().notNull().default(''),
    refundedOn: dayColumn(),
    refundedAt: instantColumn(),
    cashierId: integer().references(() => accounts.id),
    approvalId: integer().references(() => approvals.id),
    changeId: integer(),
    /** The bank or fund that gets it as the repayment of its loan (还贷); empty where whoever paid gets it. */
    lender: text().notNull().default(''),
    reason: text().notNull(),
    state: text().$type<RefundState>().notNull(),
    voidReason: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('refunds_number_once').on(table.number),
    index('refunds_of_subscription').on(table.subscriptionId),
    index('refunds_of_booking').on(table.bookingId).where(sql.raw(`"booking_id" is not null`)),
    index('refunds_of_intent').on(table.intentId).where(sql.raw(`"intent_id" is not null`)),
    index('refunds_by_state').on(table.state),
    index('refunds_of_day').on(table.refundedOn),
    oneOf('refunds', 'method', paymentMethods),
    oneOf('refunds', 'state', refundStates),
    holds('refunds_amount_positive', '"amount" >= 0 and "interest" >= 0 and "amount" + "interest" > 0'),
    holds(
      'refunds_paid_by_somebody',
      `("state" in ('paid', 'voided')) = ("method" is not null and "refunded_on" is not null and "cashier_id" is not null)`,
    ),
    holds('refunds_of_one', ofOneOwner),
  ],
);

/** Double entry (复式记账): the lines of a receipt or of a refund sum to zero. */
export const ledgerEntries = sqliteTable(
  'ledger_entries',
  {
    id: id(),
    receiptId: integer().references(() => receipts.id),
    refundId: integer().references(() => refunds.id),
    account: text().$type<LedgerAccount>().notNull(),
    amount: fenColumn().notNull(),
    bookedOn: dayColumn().notNull(),
  },
  (table) => [
    index('ledger_entries_of_account').on(table.account, table.bookedOn),
    index('ledger_entries_of_receipt').on(table.receiptId),
    index('ledger_entries_of_refund').on(table.refundId).where(sql.raw(`"refund_id" is not null`)),
    oneOf('ledger_entries', 'account', ledgerAccounts),
    holds('ledger_entries_of_one', '("receipt_id" is null) <> ("refund_id" is null)'),
  ],
);

/** Issued papers (单据). The data and the bytes are encrypted files named by their hash (decisions 7 and 9). */
export const documents = sqliteTable(
  'documents',
  {
    id: id(),
    kind: text().$type<DocumentKindName>().notNull(),
    number: text().notNull(),
    noun: text().$type<PaperNoun>().notNull(),
    subjectId: integer().notNull(),
    state: text().$type<DocumentState>().notNull(),
    issueVersion: integer().notNull().default(1),
    templateVersion: text().notNull(),
    dataSha256: text().notNull(),
    pdfSha256: text(),
    pages: integer(),
    /** The sheet that somebody chose; null where it is the usual one of its kind. */
    sheet: text().$type<SheetName>(),
    issuedBy: integer()
      .notNull()
      .references(() => accounts.id),
    issuedAt: instantColumn().notNull(),
    voidReason: text().notNull().default(''),
    /** When its data and pages were destroyed, since nobody may know any more whom they name; number and hashes stay. */
    erasedAt: instantColumn(),
    version: version(),
  },
  (table) => [
    uniqueIndex('documents_number_once').on(table.kind, table.number, table.issueVersion),
    uniqueIndex('documents_one_valid')
      .on(table.kind, table.noun, table.subjectId)
      .where(sql.raw(`"state" <> 'voided'`)),
    oneOf('documents', 'kind', documentKindNames),
    oneOf('documents', 'state', documentStates),
    oneOf('documents', 'sheet', sheetNames),
    holds('documents_issued_has_bytes', `"state" <> 'issued' or ("pdf_sha256" is not null and "pages" > 0)`),
  ],
);

/** Copies printed (打印记录): who, where, how many, and the hash of the stamped bytes. */
export const prints = sqliteTable(
  'prints',
  {
    id: id(),
    documentId: integer()
      .notNull()
      .references(() => documents.id),
    operatorId: integer()
      .notNull()
      .references(() => accounts.id),
    printer: text().notNull(),
    firstCopy: integer().notNull(),
    copies: integer().notNull(),
    reprint: flagColumn().notNull(),
    /** Copies of it that came back: spoiled, or of a version that was corrected. */
    takenBack: integer().notNull().default(0),
    /** Their numbers, as far as somebody named them. */
    backCopies: text({ mode: 'json' }).$type<readonly number[]>(),
    /** Copies of it that came out spoiled or not at all; each has its row. */
    spoiled: integer(),
    /** Which reprint (补打) it is, from 1; 0 for none. Empty where it was ordered before that was kept. */
    reprintNth: integer(),
    /** What was said of the earlier copies when a reprint was ordered (收回旧件): those that came back, why others did not. */
    earlierBack: text({ mode: 'json' }).$type<readonly number[]>(),
    keptOut: text().$type<KeptOutReason>(),
    /** Sheets that were left in the tray, as far as somebody counted them. */
    sheetsLeft: integer(),
    /** From where it was ordered: which PC, and by what name people knew it then. */
    place: text(),
    terminal: text(),
    /** Tray of the printer and both sides, as ordered; empty for what the printer and the kind of paper do by themselves. */
    tray: text(),
    duplex: flagColumn(),
    stampedSha256: text(),
    jobName: text(),
    state: text().$type<PrintState>().notNull(),
    failure: text().notNull().default(''),
    queuedAt: instantColumn().notNull(),
    printedAt: instantColumn(),
    /** Who looked at the copies, and when. */
    confirmedBy: integer().references(() => accounts.id),
    confirmedAt: instantColumn(),
    version: version(),
  },
  (table) => [
    index('prints_of_document').on(table.documentId),
    index('prints_open').on(table.state).where(sql.raw(`"state" in ('queued', 'sending', 'sent', 'failed')`)),
    oneOf('prints', 'state', printStates),
    oneOf('prints', 'kept_out', keptOutReasons),
    holds('prints_copies_positive', '"copies" > 0 and "taken_back" between 0 and "copies"'),
    holds('prints_spoiled_within', 'coalesce("spoiled", 0) between 0 and "copies" - "taken_back"'),
  ],
);

/**
 * Copies that came out spoiled or not at all (打坏的份), each with its reason: the number of one is never used again, since
 * it may still come out of the printer. Another copy takes its place, marked as a reprint.
 */
export const spoiledCopies = sqliteTable(
  'spoiled_copies',
  {
    id: id(),
    documentId: integer()
      .notNull()
      .references(() => documents.id),
    printId: integer()
      .notNull()
      .references(() => prints.id),
    copy: integer().notNull(),
    reason: text().notNull(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    spoiledAt: instantColumn().notNull(),
    /** The print that was ordered in its place. */
    replacedBy: integer().references(() => prints.id),
    version: version(),
  },
  (table) => [
    uniqueIndex('spoiled_copies_once').on(table.documentId, table.copy),
    index('spoiled_copies_of_print').on(table.printId),
    index('spoiled_copies_replaced_by').on(table.replacedBy),
    holds('spoiled_copies_say_why', `"reason" <> '' and "copy" > 0`),
  ],
);

/** Uses of the company's seals (用印登记): which copies of which paper, with which seal, what for and by whom. */
export const sealUses = sqliteTable(
  'seal_uses',
  {
    id: id(),
    documentId: integer()
      .notNull()
      .references(() => documents.id),
    seal: text().$type<SealName>().notNull(),
    firstCopy: integer().notNull(),
    copies: integer().notNull(),
    purpose: text().notNull(),
    /** Who put the seal on, and who brought the paper. */
    keeperId: integer()
      .notNull()
      .references(() => accounts.id),
    broughtBy: integer()
      .notNull()
      .references(() => accounts.id),
    sealedOn: dayColumn().notNull(),
    sealedAt: instantColumn().notNull(),
    /** Why an entry does not count; an entry is never taken out. */
    voidReason: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    index('seal_uses_of_document').on(table.documentId),
    index('seal_uses_of_day').on(table.sealedOn),
    oneOf('seal_uses', 'seal', sealNames),
    holds('seal_uses_copies_positive', `"copies" > 0 and "first_copy" > 0 and "purpose" <> ''`),
  ],
);
