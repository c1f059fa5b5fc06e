import type Database from 'better-sqlite3';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** A customer as far as the term of the data matters. */
export type RetainedCustomer = {
  readonly id: number;
  readonly lastContactAt: number;
  readonly followedUp: 0 | 1;
};

/** A deal of a customer, with the days on which it can have ended. */
export type RetainedDeal = {
  readonly customerId: number;
  readonly state: string;
  readonly unitState: string;
  readonly subscribedOn: LocalDate;
  readonly signedOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly lastEventOn: LocalDate | null;
  readonly lastMoneyOn: LocalDate | null;
  readonly lastCaseOn: LocalDate | null;
  readonly openCases: number;
};

const columns = `id, last_contact_at as lastContactAt,
  exists (select 1 from follow_ups where customer_id = customers.id) as followedUp`;

/** Customers to whom nobody has spoken since an instant, without those that are anonymous or held; the oldest first. */
export function quietCustomers(client: Database.Database, before: number): RetainedCustomer[] {
  return client
    .prepare<[number], RetainedCustomer>(
      `select ${columns} from customers
         where state <> 'anonymised' and hold_reason = '' and last_contact_at < ? order by last_contact_at`,
    )
    .all(before);
}

/** Some customers. */
export function retainedCustomers(client: Database.Database, ids: readonly number[]): RetainedCustomer[] {
  return client
    .prepare<[string], RetainedCustomer>(
      `select ${columns} from customers where id in (select value from json_each(?))`,
    )
    .all(JSON.stringify(ids));
}

/** An intent takes part, has a home that is kept for it, or its earnest money is still with the office. */
const intentLives = `((intent.state not in ('withdrawn', 'converted') and launch.state <> 'ended')
  or intent.state = 'picked'
  or (select coalesce(sum(amount), 0) from receipts where intent_id = intent.id and receipts.state = 'valid') >
     (select coalesce(sum(amount), 0) from refunds where intent_id = intent.id and refunds.state = 'paid'))`;

/** The deals of some customers, with their small bookings, and their intents as far as they live or brought money. */
export function retainedDeals(client: Database.Database, customerIds: readonly number[]): RetainedDeal[] {
  return client
    .prepare<[{ ids: string }], RetainedDeal>(
      `select buyer.customer_id as customerId, deal.state, unit.commercial_state as unitState,
          deal.subscribed_on as subscribedOn, contract.signed_on as signedOn, contract.ended_on as endedOn,
          (select max(business_date) from events where noun = 'subscriptions' and subject_id = deal.id) as lastEventOn,
          (select max(received_on) from receipts
             where subscription_id = deal.id and receipts.state = 'valid') as lastMoneyOn,
          (select max(closed_on) from cases where subscription_id = deal.id) as lastCaseOn,
          (select count(*) from cases
             where subscription_id = deal.id and cases.state in ('running', 'returned')) as openCases
        from subscription_buyers buyer
        join subscriptions deal on deal.id = buyer.subscription_id
        join units unit on unit.id = deal.unit_id
        left join contracts contract on contract.subscription_id = deal.id and contract.signed_on is not null
        where buyer.customer_id in (select value from json_each(@ids))
       union all
       select booking.customer_id, case when booking.state in ('asked', 'agreed', 'open') then 'approved'
           else 'cancelled' end, unit.commercial_state,
           date(booking.created_at / 1000, 'unixepoch', '+8 hours'), null, null,
           (select max(business_date) from events where noun = 'bookings' and subject_id = booking.id),
           (select max(received_on) from receipts where booking_id = booking.id and receipts.state = 'valid'), null, 0
        from unit_bookings booking join units unit on unit.id = booking.unit_id
        where booking.customer_id in (select value from json_each(@ids))
       union all
       select intent.customer_id, case when ${intentLives} then 'approved' else 'cancelled' end, '',
           date(intent.registered_at / 1000, 'unixepoch', '+8 hours'), null, null,
           (select max(business_date) from events where noun = 'intents' and subject_id = intent.id),
           (select max(received_on) from receipts where intent_id = intent.id and receipts.state = 'valid'), null, 0
        from intents intent join launches launch on launch.id = intent.launch_id
        where intent.customer_id in (select value from json_each(@ids))
          and (${intentLives} or exists (select 1 from receipts where intent_id = intent.id))`,
    )
    .all({ ids: JSON.stringify(customerIds) });
}

/** Keys of people of whom no record is left that names them: erased files, and files that were taken back. */
export function orphanedKeys(client: Database.Database): number[] {
  const users = ['customers', 'visits', 'follow_ups', 'subject_requests'];
  // One set for all of them: asking each table for each key would read every table as often as there are people.
  const used = users.map((table) => `select person_key_id from ${table}`).join(' union all ');
  return client
    .prepare<[], number>(`select id from person_keys where key is not null and id not in (${used})`)
    .pluck()
    .all();
}
