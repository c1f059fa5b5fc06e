import type Database from 'better-sqlite3';
import { axisConflicts } from '#shared/domain/units/axes.ts';

/** What must be true of the tables at every moment, in the words of whoever would notice. */
export function faultsOf(client: Database.Database): string[] {
  const count = (sql: string) => Number(client.prepare(`select count(*) from (${sql})`).pluck().get());
  const faults: string[] = [];
  const none = (what: string, sql: string) => {
    if (count(sql) > 0) faults.push(what);
  };
  const live = `(select unit_id from unit_locks where ended_at is null)`;
  const deals = `(select unit_id from subscriptions where state in ('approved', 'depositComplete'))`;
  none(
    'a unit with two locks',
    'select unit_id from unit_locks where ended_at is null group by unit_id having count(*) > 1',
  );
  none(
    'a unit with two sales',
    `select unit_id from subscriptions where state in ('draft', 'inReview', 'approved', 'depositComplete', 'converted')
       group by unit_id having count(*) > 1`,
  );
  none('a lock without a locked unit', `select 1 from units where id in ${live} and commercial_state <> 'locked'`);
  none('a locked unit without its lock', `select 1 from units where id not in ${live} and commercial_state = 'locked'`);
  none('a deal without its unit', `select 1 from units where id in ${deals} and commercial_state <> 'subscribed'`);
  none(
    'a sold unit without its deal',
    `select 1 from units where id not in ${deals} and commercial_state = 'subscribed'`,
  );
  none(
    'a receipt that does not balance',
    'select receipt_id from ledger_entries group by receipt_id having sum(amount) <> 0',
  );
  none(
    'a voided receipt that left money behind',
    `select receipt_id, account from ledger_entries join receipts on receipts.id = receipt_id and state = 'voided'
       group by receipt_id, account having sum(ledger_entries.amount) <> 0`,
  );
  none(
    'a receipt whose lines do not sum to it',
    `select receipts.id from receipts left join receipt_lines on receipt_id = receipts.id
       where subscription_id is not null and state = 'valid'
       group by receipts.id having coalesce(sum(receipt_lines.amount), 0) <> receipts.amount`,
  );
  // What counts no more has its lines, or went with the plan that another replaced; never by half.
  none(
    'a receipt that counts no more with half of its lines',
    `select receipts.id from receipts join receipt_lines on receipt_id = receipts.id
       where state <> 'valid' group by receipts.id having sum(receipt_lines.amount) <> receipts.amount`,
  );
  none(
    'a line of a plan with more money than is due',
    `select plan_lines.id from plan_lines join receipt_lines on plan_line_id = plan_lines.id
       join receipts on receipts.id = receipt_id and receipts.state = 'valid'
       group by plan_lines.id having sum(receipt_lines.amount) > plan_lines.amount`,
  );
  none('a child without its parent', 'select 1 from pragma_foreign_key_check');
  for (const table of ['receipts', 'subscriptions', 'unit_bookings', 'changes', 'refunds']) {
    const numbers = client.prepare<[], string>(`select number from ${table} order by id`).pluck().all();
    // Each year begins with 1.
    const given = new Map<string, number>();
    for (const number of numbers) {
      const year = number.slice(0, -4);
      const next = (given.get(year) ?? 0) + 1;
      given.set(year, next);
      if (Number(number.slice(-4)) !== next) faults.push(`${number} is number ${next} of its year in ${table}`);
    }
  }
  const axes = client
    .prepare<[], Parameters<typeof axisConflicts>[0]>(
      `select commercial_state as commercial, legal_state as legal, encumbrance, post_sale_state as postSale from units`,
    )
    .all();
  return [...faults, ...axes.flatMap(axisConflicts)];
}

/**
 * Entries of the log that nobody answers for: without a person, and not of the office's own clock either; by somebody who is
 * not among its people; and money that the office is said to have moved by itself. It may only drop what was asked for and
 * never decided.
 */
export function withoutActor(client: Database.Database): string[] {
  const entries = client.prepare<[], { seq: number; procedure: string }>(
    `select seq, procedure from events
     where (actor_id is null and procedure not like 'office.%' and procedure not like 'tests.%')
        or (actor_id is not null and actor_id not in (select id from accounts))
        or (actor_id is null and seq in
            (select seq from event_changes where table_name in ('ledger_entries', 'receipts')
                or (table_name = 'refunds' and coalesce(after ->> 'state', '') not in ('rejected', 'withdrawn'))))`,
  );
  return entries.all().map(({ seq, procedure }) => `${procedure} at ${seq} has no actor`);
}
