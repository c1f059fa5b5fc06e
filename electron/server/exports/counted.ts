import type Database from 'better-sqlite3';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import type { ScopedNoun } from '#shared/domain/accounts/rights.ts';
import type { ExportList, ExportScope } from '#shared/domain/exports/lists.ts';
import type { QueryContext } from '../kernel/handlers.ts';

type Asking = Pick<QueryContext, 'actor' | 'can' | 'sees'>;

type Source = {
  /** The permission without which none of it is read. */
  readonly read: Permission;
  /** Whose scope decides; null where everybody who reads it reads all of it. */
  readonly noun: ScopedNoun | null;
  /** `id`, whose it is, who else may call it their own, and whether it is put away. */
  readonly sql: string;
};

const byDeal = (table: string): string =>
  `select r.id, s.consultant_id as owner, null as other, 0 as away
     from "${table}" r join subscriptions s on s.id = r.subscription_id where r.id in (select value from json_each(?))`;
/** Money of a deal or of a small booking; that of neither is counted by whoever reads all of it. */
const byOwner = (table: string): string =>
  `select r.id, coalesce(s.consultant_id, b.consultant_id) as owner, null as other, 0 as away
     from "${table}" r left join subscriptions s on s.id = r.subscription_id
     left join unit_bookings b on b.id = r.booking_id where r.id in (select value from json_each(?))`;
const ofAll = (table: string, id = 'id'): string =>
  `select ${id} as id, null as owner, null as other, 0 as away from "${table}"
     where ${id} in (select value from json_each(?))`;

/** What belongs to whoever a column names. */
const ofPerson = (table: string, owner: string): string =>
  `select id, ${owner} as owner, null as other, 0 as away from "${table}" where id in (select value from json_each(?))`;

const files = ofPerson('customers', 'owner_id');

/** Where the records of a list are. What is not here holds no records of the office: rows of a file, what runs on a PC. */
const sources: Partial<Record<ExportList, Source>> = {
  units: { read: 'board.read', noun: null, sql: ofAll('units') },
  board: { read: 'board.read', noun: null, sql: ofAll('units') },
  locks: { read: 'board.read', noun: null, sql: ofPerson('unit_locks', 'account_id') },
  holds: { read: 'board.read', noun: null, sql: ofPerson('unit_holds', 'held_by') },
  bookings: { read: 'subscriptions.read', noun: 'subscriptions', sql: ofPerson('unit_bookings', 'consultant_id') },
  priceBatches: { read: 'prices.read', noun: null, sql: ofAll('price_batches') },
  priceChanges: { read: 'prices.read', noun: null, sql: ofAll('units') },
  customers: {
    read: 'customers.read',
    noun: 'customers',
    sql: `select id, owner_id as owner, null as other, restricted_at is not null as away from customers
            where id in (select value from json_each(?))`,
  },
  visits: {
    read: 'visits.read',
    noun: 'visits',
    sql: `select v.id, v.received_by as owner, c.owner_id as other, c.restricted_at is not null as away
            from visits v join customers c on c.id = v.customer_id where v.id in (select value from json_each(?))`,
  },
  // Of these, people are counted, not lines.
  personalReport: { read: 'privacy.manage', noun: 'customers', sql: files },
  disclosures: { read: 'privacy.read', noun: 'customers', sql: files },
  subscriptions: {
    read: 'subscriptions.read',
    noun: 'subscriptions',
    sql: ofPerson('subscriptions', 'consultant_id'),
  },
  contracts: {
    read: 'contracts.read',
    noun: 'contracts',
    sql: `select r.id, s.consultant_id as owner, r.drafted_by as other, 0 as away
            from contracts r join subscriptions s on s.id = r.subscription_id
            where r.id in (select value from json_each(?))`,
  },
  rulings: {
    read: 'rulings.read',
    noun: 'customers',
    sql: `select r.id, c.owner_id as owner, r.raised_by as other, 0 as away
            from rulings r join customers c on c.id = r.customer_id where r.id in (select value from json_each(?))`,
  },
  transfers: { read: 'transfers.read', noun: null, sql: ofAll('transfers') },
  originals: {
    read: 'custody.read',
    noun: 'contracts',
    sql: `select o.id, s.consultant_id as owner, r.drafted_by as other, 0 as away
            from originals o join contracts r on r.id = o.contract_id join subscriptions s on s.id = r.subscription_id
            where o.id in (select value from json_each(?))`,
  },
  contractDefects: {
    read: 'contracts.defects',
    noun: 'contracts',
    sql: `select d.id, s.consultant_id as owner, r.drafted_by as other, 0 as away from contract_defects d
            join contracts r on r.id = d.contract_id join subscriptions s on s.id = r.subscription_id
            where d.id in (select value from json_each(?))`,
  },
  // Numbered as the register numbers them: see `registerKey`.
  contractRegister: {
    read: 'contracts.read',
    noun: 'contracts',
    sql: `with wanted as (select value from json_each(?))
          select r.id * 3 as id, s.consultant_id as owner, r.drafted_by as other, 0 as away
            from contracts r join subscriptions s on s.id = r.subscription_id
            where r.id * 3 in (select value from wanted)
          union all select id * 3 + 1, null, null, 0 from partner_agreements
            where id * 3 + 1 in (select value from wanted)
          union all select a.id * 3 + 2, s.consultant_id, r.drafted_by, 0
            from agreements a join contracts r on r.id = a.contract_id join subscriptions s on s.id = r.subscription_id
            where a.id * 3 + 2 in (select value from wanted)`,
  },
  partnerAgreements: { read: 'partnerAgreements.read', noun: null, sql: ofAll('partner_agreements') },
  receipts: { read: 'payments.read', noun: 'payments', sql: byOwner('receipts') },
  changes: { read: 'changes.read', noun: 'subscriptions', sql: byDeal('changes') },
  refunds: {
    read: 'payments.read',
    noun: 'payments',
    sql: byOwner('refunds'),
  },
  invoices: { read: 'payments.read', noun: 'payments', sql: byDeal('invoices') },
  dueLines: { read: 'payments.read', noun: 'payments', sql: byDeal('plan_lines') },
  filings: { read: 'cases.read', noun: 'cases', sql: byDeal('cases') },
  mortgages: { read: 'cases.read', noun: 'cases', sql: byDeal('cases') },
  loans: { read: 'cases.read', noun: 'cases', sql: byDeal('cases') },
  events: { read: 'events.read', noun: null, sql: ofAll('events', 'seq') },
  days: { read: 'days.read', noun: null, sql: ofAll('days') },
};

type Found = {
  readonly id: number;
  readonly owner: number | null;
  readonly other: number | null;
  readonly away: number;
};

/**
 * How many of the records that a window says it takes along the person may really read, and call their own where that is
 * claimed; undefined for a list that holds no records of the office. A window is believed nothing: it is the one place
 * that somebody at a PC can change.
 */
export function countReadable(
  client: Database.Database,
  { actor, can, sees }: Asking,
  { list, scope, ids }: { readonly list: ExportList; readonly scope: ExportScope; readonly ids: readonly number[] },
): number | undefined {
  const source = sources[list];
  if (source === undefined) return undefined;
  const { read, noun, sql } = source;
  if (!can(read)) return 0;
  const mine = ({ owner, other }: Found) => owner === actor.id || other === actor.id;
  const seen = (one: Found) => noun === null || sees(noun, one.owner) || (one.other !== null && sees(noun, one.other));
  return client
    .prepare<[string], Found>(sql)
    .all(JSON.stringify(ids))
    .filter((one) => (scope === 'mine' ? mine(one) : seen(one)))
    .filter(({ away }) => away === 0).length;
}
