import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { type Confirmations, nothingConfirmed } from '#shared/domain/contracts/confirmations.ts';
import type { ContractTerms } from '#shared/domain/contracts/kept-terms.ts';
import { agentKinds } from '#shared/domain/contracts/parties.ts';
import { type ContractState, contractStates, liveContractStates } from '#shared/domain/contracts/states.ts';
import { type PlanItem, type PlanKind, planItems, planKinds } from '#shared/domain/plans/states.ts';
import type { Adjustment } from '#shared/domain/pricing/catalogue.ts';
import type { QuoteReckoning } from '#shared/domain/quotes/reckoning.ts';
import { type HomeOrder, homeOrders } from '#shared/domain/quotes/states.ts';
import {
  liveSubscriptionStates,
  type SubscriptionState,
  subscriptionStates,
} from '#shared/domain/subscriptions/states.ts';
import { ZERO_FEN } from '#shared/kernel/money.ts';
import { dayColumn, fenColumn, flagColumn, holds, id, instantColumn, oneOf, oneOfSql, version } from './columns.ts';
import { contractTemplates } from './contract-templates.ts';
import { customers } from './customers.ts';
import { units } from './inventory.ts';
import { accounts } from './office.ts';

/** Subscriptions (认购): a unit has at most one live one. */
export const subscriptions = sqliteTable(
  'subscriptions',
  {
    id: id(),
    number: text().notNull(),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    consultantId: integer()
      .notNull()
      .references(() => accounts.id),
    state: text().$type<SubscriptionState>().notNull(),
    subscribedOn: dayColumn().notNull(),
    signBy: dayColumn().notNull(),
    listPrice: fenColumn().notNull(),
    price: fenColumn().notNull(),
    planKind: text().$type<PlanKind>().notNull(),
    /** Its plan among those of the office, and its name that day; both empty where it was the only one of its kind. */
    planCode: text().notNull().default(''),
    planName: text().notNull().default(''),
    depositDue: fenColumn().notNull(),
    adjustments: text({ mode: 'json' }).$type<readonly Adjustment[]>().notNull(),
    consent: flagColumn().notNull(),
    mortgageDisclosed: flagColumn().notNull(),
    endReason: text().notNull().default(''),
    createdAt: instantColumn().notNull(),
    version: version(),
  },
  (table) => [
    uniqueIndex('subscriptions_number_once').on(table.number),
    uniqueIndex('subscriptions_one_live').on(table.unitId).where(oneOfSql('state', liveSubscriptionStates)),
    index('subscriptions_of_consultant').on(table.consultantId, table.state),
    oneOf('subscriptions', 'state', subscriptionStates),
    oneOf('subscriptions', 'plan_kind', planKinds),
    holds('subscriptions_price_positive', '"price" > 0 and "deposit_due" >= 0'),
  ],
);

/** Who buys, and which share (买受人). */
export const subscriptionBuyers = sqliteTable(
  'subscription_buyers',
  {
    id: id(),
    subscriptionId: integer()
      .notNull()
      .references(() => subscriptions.id),
    customerId: integer()
      .notNull()
      .references(() => customers.id),
    sharePpm: integer().notNull(),
    position: integer().notNull(),
  },
  (table) => [
    uniqueIndex('subscription_buyers_once').on(table.subscriptionId, table.customerId),
    index('subscription_buyers_of_customer').on(table.customerId),
    holds('subscription_buyers_share', '"share_ppm" between 1 and 1000000'),
  ],
);

/**
 * Who signs for a buyer (代理人、法定代表人). Names and documents are sealed under the key of the buyer; what a review is
 * decided on stands in clear.
 */
export const subscriptionSigners = sqliteTable(
  'subscription_signers',
  {
    id: id(),
    subscriptionId: integer()
      .notNull()
      .references(() => subscriptions.id),
    customerId: integer()
      .notNull()
      .references(() => customers.id),
    represented: flagColumn().notNull(),
    agentKind: text().$type<(typeof agentKinds)[number]>(),
    /** The same for the same agent of several buyers of the deal. */
    agentNo: integer(),
    proxyCovers: flagColumn().notNull(),
    proxyUntil: dayColumn(),
    detailsSealed: text().notNull(),
    version: version(),
  },
  (table) => [
    uniqueIndex('subscription_signers_once').on(table.subscriptionId, table.customerId),
    index('subscription_signers_of_customer').on(table.customerId),
    oneOf('subscription_signers', 'agent_kind', agentKinds),
    holds('subscription_signers_agent_numbered', '("agent_kind" is null) = ("agent_no" is null)'),
  ],
);

/** The price build-up, line by line (价格构成). */
export const subscriptionPriceLines = sqliteTable(
  'subscription_price_lines',
  {
    id: id(),
    subscriptionId: integer()
      .notNull()
      .references(() => subscriptions.id),
    position: integer().notNull(),
    label: text().notNull(),
    kind: text().notNull(),
    ratePpm: integer(),
    amount: fenColumn().notNull(),
    after: fenColumn().notNull(),
  },
  (table) => [uniqueIndex('subscription_price_lines_once').on(table.subscriptionId, table.position)],
);

/** What is due when (付款计划). */
export const planLines = sqliteTable(
  'plan_lines',
  {
    id: id(),
    subscriptionId: integer()
      .notNull()
      .references(() => subscriptions.id),
    position: integer().notNull(),
    item: text().$type<PlanItem>().notNull(),
    amount: fenColumn().notNull(),
    dueOn: dayColumn().notNull(),
    inPrice: flagColumn().notNull().default(true),
    /** Since when the buyers dispute it: no demand names it until that is settled. */
    disputedOn: dayColumn(),
    /** The day of the contract, where a relief put the line off; null where it is due on its day. */
    contractDueOn: dayColumn(),
    /** Penalty that had accrued when a relief put the line off: due beside what accrues from the later day. */
    penaltyKept: fenColumn().notNull().default(ZERO_FEN),
    /** What of its penalty was waived. */
    penaltyWaived: fenColumn().notNull().default(ZERO_FEN),
  },
  (table) => [
    uniqueIndex('plan_lines_once').on(table.subscriptionId, table.position),
    index('plan_lines_by_day').on(table.dueOn),
    oneOf('plan_lines', 'item', planItems),
  ],
);

/** Contracts (合同): a unit has at most one live one. */
export const contracts = sqliteTable(
  'contracts',
  {
    id: id(),
    number: text().notNull(),
    subscriptionId: integer()
      .notNull()
      .references(() => subscriptions.id),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    state: text().$type<ContractState>().notNull(),
    price: fenColumn().notNull(),
    /** The version of the text that it is drafted in; null for one from before there were versions: the program's wording. */
    templateId: integer().references(() => contractTemplates.id),
    /** The choices and blanks of its articles and annexes; what the office knows elsewhere is not in it.
     * Those of an older contract lack what came later: a draft is read through `completedTerms`. */
    terms: text({ mode: 'json' }).$type<ContractTerms>().notNull(),
    /** What was confirmed beside the paper before its signing. */
    confirmations: text({ mode: 'json' }).$type<Confirmations>().notNull().default(nothingConfirmed),
    draftedBy: integer()
      .notNull()
      .references(() => accounts.id),
    draftedOn: dayColumn().notNull(),
    submittedBy: integer().references(() => accounts.id),
    /** Which review this is, from 1; 0 before the first. */
    reviewRound: integer().notNull().default(0),
    /** Hash of what was submitted; a review is of nothing else. */
    reviewedHash: text(),
    signedOn: dayColumn(),
    /** Number that the city's net-signing gave (网签编号), and the day of its filing. */
    filingNumber: text().notNull().default(''),
    filedOn: dayColumn(),
    /** The city's own contract as PDF, a file named by its hash; null until somebody attaches it. */
    citySha256: text(),
    /** The day on which a signed contract was ended; null while it stands, and for a draft that was dropped. */
    endedOn: dayColumn(),
    endReason: text().notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('contracts_number_once').on(table.number),
    uniqueIndex('contracts_one_live').on(table.unitId).where(oneOfSql('state', liveContractStates)),
    uniqueIndex('contracts_filing_once').on(table.filingNumber).where(sql.raw(`"filing_number" <> ''`)),
    index('contracts_of_subscription').on(table.subscriptionId),
    index('contracts_by_state').on(table.state),
    // Holds all that the list counts and orders by: the terms are long, and reading past them would read them all.
    index('contracts_listed').on(
      table.state,
      table.subscriptionId,
      table.unitId,
      table.draftedBy,
      table.price,
      table.number,
      table.signedOn,
      table.filingNumber,
    ),
    oneOf('contracts', 'state', contractStates),
  ],
);

/** Purchase plans given to customers (置业计划). What was reckoned is kept as it was; the state follows from the day. */
export const quotes = sqliteTable(
  'quotes',
  {
    id: id(),
    number: text().notNull(),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    customerId: integer()
      .notNull()
      .references(() => customers.id),
    consultantId: integer()
      .notNull()
      .references(() => accounts.id),
    quotedOn: dayColumn().notNull(),
    validUntil: dayColumn().notNull(),
    price: fenColumn().notNull(),
    homeOrder: text().$type<HomeOrder>().notNull(),
    adjustments: text({ mode: 'json' }).$type<readonly Adjustment[]>().notNull(),
    reckoning: text({ mode: 'json' }).$type<QuoteReckoning>().notNull(),
    subscriptionId: integer().references(() => subscriptions.id),
    createdAt: instantColumn().notNull(),
    version: version(),
  },
  (table) => [
    uniqueIndex('quotes_number_once').on(table.number),
    index('quotes_of_customer').on(table.customerId),
    index('quotes_of_unit').on(table.unitId),
    oneOf('quotes', 'home_order', homeOrders),
    holds('quotes_price_positive', '"price" > 0'),
    holds('quotes_valid_from_their_day', '"valid_until" >= "quoted_on"'),
  ],
);
