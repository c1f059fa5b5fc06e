import type Database from 'better-sqlite3';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** Deals of which everybody who bought is anonymous. */
const goneDeals = `select s.id from subscriptions s
  where exists (select 1 from subscription_buyers b where b.subscription_id = s.id)
    and not exists (select 1 from subscription_buyers b join customers c on c.id = b.customer_id
                      where b.subscription_id = s.id and c.state <> 'anonymised')`;

/**
 * Papers whose own term is over while everybody whom they name is anonymous: those of deals at once, since nobody is made
 * anonymous before their term; receipts once the money of the deal was last taken before a day.
 */
export function endedPapers(client: Database.Database, lastMoneyBefore: LocalDate): number[] {
  return client
    .prepare<[{ before: string }], number>(
      `with gone as materialized (${goneDeals})
       select d.id from documents d where d.erased_at is null and d.state <> 'issuing' and (
         (d.noun = 'subscriptions' and d.subject_id in gone)
         or (d.noun = 'changes' and d.subject_id in (select id from changes where subscription_id in gone))
         or (d.noun = 'paymentLetters' and d.subject_id in (select id from payment_letters where subscription_id in gone))
         or (d.noun = 'agreements' and d.subject_id in (
           select a.id from agreements a join contracts c on c.id = a.contract_id where c.subscription_id in gone))
         or (d.noun = 'contracts' and d.subject_id in (select id from contracts where subscription_id in gone))
         or (d.noun = 'handovers' and d.subject_id in (
           select h.id from handovers h join contracts c on c.id = h.contract_id where c.subscription_id in gone))
         or (d.noun = 'intents' and d.subject_id in (
           select i.id from intents i join customers c on c.id = i.customer_id and c.state = 'anonymised'))
         or (d.noun = 'launchPicks' and d.subject_id in (
           select p.id from launch_picks p join intents i on i.id = p.intent_id
             join customers c on c.id = i.customer_id and c.state = 'anonymised'))
         or (d.noun = 'receipts' and d.subject_id in (
           select r.id from receipts r join customers p on p.id = r.payer_id and p.state = 'anonymised'
             where r.subscription_id in gone and not exists (
               select 1 from receipts later where later.subscription_id = r.subscription_id
                 and later.state = 'valid' and later.received_on > @before)
           union all select r.id from receipts r join customers p on p.id = r.payer_id and p.state = 'anonymised'
             where (r.booking_id is not null or r.intent_id is not null) and r.received_on <= @before))
         or (d.noun = 'bookings' and d.subject_id in (
           select b.id from unit_bookings b join customers p on p.id = b.customer_id and p.state = 'anonymised')))`,
    )
    .pluck()
    .all({ before: lastMoneyBefore });
}

/** True where a database knows of papers that were erased: copies of earlier editions do not. */
function knowsErased(client: Database.Database): boolean {
  return client.prepare("select 1 from pragma_table_info('documents') where name = 'erased_at'").get() !== undefined;
}

/** True where a database has all of some tables: copies of earlier editions do not. */
function knows(client: Database.Database, ...tables: readonly string[]): boolean {
  return tables.every((name) => client.prepare('select 1 from sqlite_schema where name = ?').get(name) !== undefined);
}

/** Scans in the file of somebody anonymous, and of a deal, its contract or a paper about it whose people all are. */
function ofGone(client: Database.Database): string {
  const letters = `or (noun = 'paymentLetters' and subject_id in (
    select id from payment_letters where subscription_id in gone))`;
  const receipts = `or (noun = 'handovers' and subject_id in (
    select h.id from handovers h join contracts c on c.id = h.contract_id where c.subscription_id in gone))`;
  const agreements = `or (noun = 'agreements' and subject_id in (
    select a.id from agreements a join contracts c on c.id = a.contract_id where c.subscription_id in gone))`;
  return `(noun = 'subscriptions' and subject_id in gone)
    or (noun = 'customers' and subject_id in (select id from customers where state = 'anonymised'))
    or (noun = 'contracts' and subject_id in (select id from contracts where subscription_id in gone))
    or (noun = 'changes' and subject_id in (select id from changes where subscription_id in gone))
    ${knows(client, 'payment_letters') ? letters : ''}
    ${knows(client, 'handovers') ? receipts : ''}
    ${knows(client, 'agreements') ? agreements : ''}`;
}
/** Scanned pages that nobody keeps any more: of papers that were erased, and those that were thrown away. */
const scanGone = `(p.state = 'discarded' or d.erased_at is not null)`;
const ofScans = 'from scan_pages p left join documents d on d.id = p.document_id where';
const scansThat = (gone: string) => `union select p.sha256 ${ofScans} ${gone}
  union select p.thumbnail_sha256 ${ofScans} p.thumbnail_sha256 is not null and ${gone}`;

/**
 * The files of papers that were erased, and of the city's contracts of deals whose people are all anonymous, as far as
 * nothing that stands shares them: they are to be gone, here and in copies.
 */
export function erasedFiles(client: Database.Database): string[] {
  if (!knowsErased(client)) return [];
  const known = knows(client, 'attachments', 'changes');
  const gone = ofGone(client);
  const scanned = knows(client, 'scan_pages');
  // Scans of a deal are of its people, also those that were taken off it.
  const ofPeople = known ? `union select sha256 from attachments where ${gone}` : '';
  const attached = known ? `union select sha256 from attachments where not (${gone})` : '';
  return client
    .prepare<[], string>(
      `with gone as materialized (${goneDeals}),
         erased (sha) as (
           select data_sha256 from documents where erased_at is not null
           union select pdf_sha256 from documents where erased_at is not null and pdf_sha256 is not null
           union select city_sha256 from contracts where city_sha256 is not null and subscription_id in gone
           ${ofPeople}
           ${scanned ? scansThat(scanGone) : ''}),
         standing (sha) as (
           select data_sha256 from documents where erased_at is null
           union select pdf_sha256 from documents where erased_at is null and pdf_sha256 is not null
           union select city_sha256 from contracts where city_sha256 is not null and subscription_id not in gone
           ${attached}
           ${scanned ? scansThat(`not ${scanGone}`) : ''})
       select sha from erased except select sha from standing`,
    )
    .pluck()
    .all();
}

/** Somebody whom a paper names. */
export type NamedPerson = {
  readonly id: number;
  readonly personKeyId: number;
  readonly anonymised: 0 | 1;
  readonly restricted: 0 | 1;
};

const buyers = 'select customer_id from subscription_buyers where subscription_id';
const peopleOf: Readonly<Record<string, string>> = {
  customers: 'select @id',
  quotes: 'select customer_id from quotes where id = @id',
  intents: 'select customer_id from intents where id = @id',
  launchPicks: `select i.customer_id from launch_picks p join intents i on i.id = p.intent_id where p.id = @id`,
  subscriptions: `${buyers} = @id`,
  contracts: `${buyers} = (select subscription_id from contracts where id = @id)`,
  // Those who buy, who signed it, and who are to come in.
  agreements: `${buyers} = (select c.subscription_id from contracts c join agreements a on a.contract_id = c.id
      where a.id = @id)
    union select customer_id from agreement_signatures where contract_agreement_id = @id and customer_id is not null
    union select value ->> 'customerId' from changes, json_each(ask, '$.buyers')
      where changes.id = (select change_id from agreements where id = @id)`,
  // Those who buy, and those who were to come in.
  changes: `${buyers} = (select subscription_id from changes where id = @id)
    union select value ->> 'customerId' from changes, json_each(ask, '$.buyers') where changes.id = @id`,
  paymentLetters: `${buyers} = (select subscription_id from payment_letters where id = @id)`,
  handovers: `${buyers} = (select c.subscription_id from handovers h join contracts c on c.id = h.contract_id
    where h.id = @id)`,
  bookings: 'select customer_id from unit_bookings where id = @id',
  receipts: `select payer_id from receipts where id = @id
    union ${buyers} = (select subscription_id from receipts where id = @id)`,
};

/** The people whom a paper of a record names, as far as the office keeps files of them. */
export function peopleOnPaper(client: Database.Database, noun: string, subjectId: number): NamedPerson[] {
  const source = peopleOf[noun];
  if (source === undefined) return [];
  return client
    .prepare<[{ id: number }], NamedPerson>(
      `select id, person_key_id as personKeyId, state = 'anonymised' as anonymised,
          restricted_at is not null as restricted
         from customers where id in (${source}) order by id`,
    )
    .all({ id: subjectId });
}
