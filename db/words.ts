import type Database from 'better-sqlite3';
import { getTableName, type Table } from 'drizzle-orm';
import type { KeyedTable } from './access.ts';
import { agreements } from './schema/agreements.ts';
import { approvalSteps, approvals } from './schema/approvals.ts';
import { attachments } from './schema/attachments.ts';
import { cases } from './schema/cases.ts';
import { changes } from './schema/changes.ts';
import { unitBookings } from './schema/claims.ts';
import { contractDefects, contractReviews } from './schema/contracts.ts';
import { controlDifferences } from './schema/control.ts';
import { collectNotices, handovers } from './schema/custody.ts';
import { dealNotices } from './schema/deal-notices.ts';
import { contracts, subscriptions } from './schema/deals.ts';
import { unitHolds } from './schema/inventory.ts';
import { invoices } from './schema/invoices.ts';
import { intents } from './schema/launches.ts';
import { documents, receipts, refunds } from './schema/papers.ts';
import { letterServices, paymentLetters } from './schema/payment-letters.ts';
import { disclosures } from './schema/privacy.ts';
import { rulingParties, rulings } from './schema/rulings.ts';

/** Where people write freely what may name a person of whom the row is not: why a deal ended, what was found at a review. */
type Words = {
  readonly columns: readonly string[];
  /** SQL for whom such a row is about, in the terms of its table: the customer whose key seals what was written. */
  readonly person: string;
};

const firstBuyer = (subscription: string): string =>
  `(select min(customer_id) from subscription_buyers where subscription_id = ${subscription})`;
const buyerOfContract = (contract: string): string =>
  firstBuyer(`(select subscription_id from contracts where id = ${contract})`);
const ofSubject = (table: string): string =>
  `(case ${table}.noun
     when 'customers' then ${table}.subject_id
     when 'quotes' then (select customer_id from quotes where id = ${table}.subject_id)
     when 'subscriptions' then ${firstBuyer(`${table}.subject_id`)}
     when 'contracts' then ${buyerOfContract(`${table}.subject_id`)}
     when 'agreements' then ${buyerOfContract(`(select contract_id from agreements where id = ${table}.subject_id)`)}
     when 'changes' then ${firstBuyer(`(select subscription_id from changes where id = ${table}.subject_id)`)}
     when 'paymentLetters' then ${firstBuyer(`(select subscription_id from payment_letters where id = ${table}.subject_id)`)}
     when 'bookings' then (select customer_id from unit_bookings where id = ${table}.subject_id)
     when 'receipts' then (select payer_id from receipts where id = ${table}.subject_id)
     when 'intents' then (select customer_id from intents where id = ${table}.subject_id)
     when 'rulings' then (select customer_id from rulings where id = ${table}.subject_id)
     when 'launchPicks' then (select i.customer_id from launch_picks p join intents i on i.id = p.intent_id
       where p.id = ${table}.subject_id)
     when 'handovers' then ${buyerOfContract(`(select contract_id from handovers where id = ${table}.subject_id)`)}
     when 'refunds' then (select payee_id from refunds where id = ${table}.subject_id)
     when 'subjectRequests' then (select customer_id from subject_requests where id = ${table}.subject_id)
   end)`;

/** A request to hold a home names in its facts for whom. */
const ofRequest = `coalesce(${ofSubject('approvals')}, json_extract(approvals.facts, '$.customerId'))`;

/**
 * The columns whose words the log keeps only as ciphertext under the key of the person whom the record is about: the first
 * of its buyers, its payer, its guest. The rows have no key of their own; the ciphertext names it.
 */
const wordTables: ReadonlyMap<KeyedTable, Words> = new Map<KeyedTable, Words>([
  [disclosures, { columns: ['recipient', 'content', 'purpose'], person: 'disclosures.customer_id' }],
  [subscriptions, { columns: ['endReason'], person: firstBuyer('subscriptions.id') }],
  [contracts, { columns: ['endReason'], person: firstBuyer('contracts.subscription_id') }],
  [contractReviews, { columns: ['opinion'], person: buyerOfContract('contract_reviews.contract_id') }],
  [contractDefects, { columns: ['text'], person: buyerOfContract('contract_defects.contract_id') }],
  [collectNotices, { columns: ['note'], person: buyerOfContract('collect_notices.contract_id') }],
  [handovers, { columns: ['giver', 'taker', 'reason'], person: buyerOfContract('handovers.contract_id') }],
  [agreements, { columns: ['opinion', 'endReason'], person: buyerOfContract('agreements.contract_id') }],
  [receipts, { columns: ['voidReason'], person: 'receipts.payer_id' }],
  [dealNotices, { columns: ['note'], person: firstBuyer('deal_notices.subscription_id') }],
  [paymentLetters, { columns: ['voidReason'], person: firstBuyer('payment_letters.subscription_id') }],
  [invoices, { columns: ['remark', 'takenBy', 'titleTakenBy'], person: firstBuyer('invoices.subscription_id') }],
  [letterServices, { columns: ['note'], person: 'letter_services.customer_id' }],
  [refunds, { columns: ['reason', 'voidReason'], person: 'refunds.payee_id' }],
  [documents, { columns: ['voidReason'], person: ofSubject('documents') }],
  [attachments, { columns: ['removeReason'], person: ofSubject('attachments') }],
  [cases, { columns: ['note'], person: firstBuyer('cases.subscription_id') }],
  [changes, { columns: ['reason', 'endReason'], person: firstBuyer('changes.subscription_id') }],
  [approvals, { columns: ['reason', 'opinion'], person: ofRequest }],
  [
    approvalSteps,
    {
      columns: ['opinion'],
      person: `(select ${ofRequest} from approvals where approvals.id = approval_steps.approval_id)`,
    },
  ],
  [unitHolds, { columns: ['reason'], person: 'unit_holds.customer_id' }],
  [intents, { columns: ['endReason'], person: 'intents.customer_id' }],
  [unitBookings, { columns: ['endReason'], person: 'unit_bookings.customer_id' }],
  [rulings, { columns: ['note', 'grounds', 'appeal'], person: 'rulings.customer_id' }],
  [
    rulingParties,
    {
      columns: ['claim'],
      person: '(select customer_id from rulings where rulings.id = ruling_parties.ruling_id)',
    },
  ],
  [controlDifferences, { columns: ['explanation'], person: firstBuyer('control_differences.subscription_id') }],
]);

const byName: ReadonlyMap<string, Words> = new Map(
  [...wordTables].map(([table, words]) => [getTableName(table), words]),
);

/** The columns of a table, by its name, that hold such words. */
export function wordColumnsOf(table: string): readonly string[] {
  return byName.get(table)?.columns ?? [];
}

/** True where a row's values hold such words. */
export function holdsWords(table: Table, values: Readonly<Record<string, unknown>> | null): boolean {
  return (
    values !== null &&
    (byName.get(getTableName(table))?.columns.some((column) => (values[column] ?? '') !== '') ?? false)
  );
}

/** The number of the key that seals what is written in a row; undefined where it is about nobody of whom there is a file. */
export function keyOfWords(client: Database.Database, table: string, id: number): number | undefined {
  const person = byName.get(table)?.person;
  if (person === undefined) return undefined;
  return client
    .prepare<[number], number>(
      `select person_key_id from customers where id = (select ${person} from "${table}" where "${table}".id = ?)`,
    )
    .pluck()
    .get(id);
}

const deals = 'select subscription_id from subscription_buyers where customer_id = @id';
const dealContracts = `select id from contracts where subscription_id in (${deals})`;
const heldFor = `(noun = 'units' and json_extract(facts, '$.customerId') = @id)`;
const papersOfDeals = `(noun = 'subscriptions' and subject_id in (${deals}))
  or (noun = 'contracts' and subject_id in (${dealContracts}))
  or (noun = 'agreements' and subject_id in (select id from agreements where contract_id in (${dealContracts})))
  or (noun = 'bookings' and subject_id in (select id from unit_bookings where customer_id = @id))`;

const refundsOf = "(noun = 'refunds' and subject_id in (select id from refunds where payee_id = @id))";

/** Which rows can be about a person at all, so that nobody looks at a whole table. */
const near: ReadonlyMap<Table, string> = new Map<Table, string>([
  [disclosures, 'customer_id = @id'],
  [subscriptions, `id in (${deals})`],
  [contracts, `subscription_id in (${deals})`],
  [contractReviews, `contract_id in (${dealContracts})`],
  [contractDefects, `contract_id in (${dealContracts})`],
  [collectNotices, `contract_id in (${dealContracts})`],
  [handovers, `contract_id in (${dealContracts})`],
  [agreements, `contract_id in (${dealContracts})`],
  [receipts, 'payer_id = @id'],
  [dealNotices, `subscription_id in (${deals})`],
  [paymentLetters, `subscription_id in (${deals})`],
  [letterServices, 'customer_id = @id'],
  [invoices, `subscription_id in (${deals})`],
  [refunds, 'payee_id = @id'],
  [
    documents,
    `${papersOfDeals} or (noun = 'customers' and subject_id = @id)
      or (noun = 'quotes' and subject_id in (select id from quotes where customer_id = @id))
      or (noun = 'receipts' and subject_id in (select id from receipts where payer_id = @id))
      or (noun = 'paymentLetters' and subject_id in (select id from payment_letters where subscription_id in (${deals})))
      or (noun = 'intents' and subject_id in (select id from intents where customer_id = @id))
      or (noun = 'rulings' and subject_id in (select id from rulings where customer_id = @id))
      or (noun = 'launchPicks' and subject_id in (select p.id from launch_picks p
        join intents i on i.id = p.intent_id where i.customer_id = @id))
      or (noun = 'handovers' and subject_id in (select id from handovers where contract_id in (${dealContracts})))
      or (noun = 'subjectRequests' and subject_id in (select id from subject_requests where customer_id = @id))`,
  ],
  [cases, `subscription_id in (${deals})`],
  [
    approvals,
    `${papersOfDeals} or ${heldFor} or (noun = 'customers' and subject_id = @id)
      or (noun = 'quotes' and subject_id in (select id from quotes where customer_id = @id))
      or ${refundsOf}`,
  ],
  [approvalSteps, `approval_id in (select id from approvals where ${papersOfDeals} or ${heldFor} or ${refundsOf})`],
  [unitHolds, 'customer_id = @id'],
  [intents, 'customer_id = @id'],
  [unitBookings, 'customer_id = @id'],
  [rulings, 'customer_id = @id'],
  [rulingParties, 'ruling_id in (select id from rulings where customer_id = @id)'],
  [controlDifferences, `subscription_id in (${deals})`],
]);

/** The rows in which something is written about a customer: table, number, and which columns. */
export function wordsAbout(
  client: Database.Database,
  customerId: number,
): { readonly table: KeyedTable; readonly id: number; readonly columns: readonly string[] }[] {
  return [...wordTables].flatMap(([table, { columns, person }]) =>
    client
      .prepare<[{ id: number }], number>(
        `select id from "${getTableName(table)}" where (${near.get(table) ?? '1'}) and ${person} = @id`,
      )
      .pluck()
      .all({ id: customerId })
      .map((id) => ({ table, id, columns })),
  );
}
