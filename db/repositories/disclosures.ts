import type Database from 'better-sqlite3';
import type { DisclosureBasis, RecipientKind } from '#shared/domain/privacy/states.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** Somebody was given data of a person. */
export type DisclosureRow = {
  /** Tells it from all others. */
  readonly key: string;
  /** What it follows from by itself; null for what people wrote down. */
  readonly derived: 'filing' | 'mortgage' | null;
  readonly on: LocalDate;
  readonly kind: RecipientKind;
  /** Who, by name; empty for the authority that files. */
  readonly recipient: string;
  /** What was given: words, or the number of the contract that it is about. */
  readonly content: string;
  readonly purpose: string;
  readonly basis: DisclosureBasis;
  /** The day of the consent on which it rests. */
  readonly consentOn: LocalDate | null;
  readonly by: string | null;
  readonly customerId: number;
  readonly name: string;
  readonly ownerId: number | null;
};

const written = `select 'd' || d.id as key, null as derived, d.given_on as "on", d.recipient_kind as kind, d.recipient,
    d.content, d.purpose, d.basis, (select given_on from consents where id = d.consent_id) as consentOn,
    (select name from accounts where id = d.recorded_by) as by, d.customer_id as customerId
  from disclosures d`;
const filed = `select 'f' || k.id || '-' || b.customer_id, 'filing', k.filed_on, 'registry', '', k.number, '', 'law',
    null, null, b.customer_id
  from contracts k join subscription_buyers b on b.subscription_id = k.subscription_id where k.filed_on is not null`;
const lent = `select 'm' || m.id || '-' || b.customer_id, 'mortgage', m.opened_on,
    case m.loan_kind when 'provident' then 'providentFund' else 'bank' end, m.bank, '', '', 'contract', null, null,
    b.customer_id
  from cases m join subscription_buyers b on b.subscription_id = m.subscription_id
  where m.kind = 'mortgage' and m.bank <> ''`;
const all = `with given as (${written} union all ${filed} union all ${lent})
  select given.*, c.name, c.owner_id as ownerId from given join customers c on c.id = given.customerId`;

/**
 * Who was given data of a customer, the newest first: what people wrote down, and what follows from the deals by itself:
 * the authority that filed the contract, the bank or fund that lends.
 */
export function disclosuresOf(client: Database.Database, customerId: number): DisclosureRow[] {
  return client
    .prepare<[number], DisclosureRow>(`${all} where given.customerId = ? order by "on" desc, key desc`)
    .all(customerId);
}

/** The register of a whole office, the newest first, at most so many, and how many there are in all. */
export function disclosureRegister(client: Database.Database, limit: number): { total: number; rows: DisclosureRow[] } {
  const total = client.prepare<[], number>(`select count(*) from (${all})`).pluck().get() ?? 0;
  const rows = client.prepare<[number], DisclosureRow>(`${all} order by "on" desc, key desc limit ?`).all(limit);
  return { total, rows };
}
