import type Database from 'better-sqlite3';
import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { customers } from '../schema/customers.ts';
import { contracts, subscriptions } from '../schema/deals.ts';
import { eventChanges } from '../schema/events.ts';
import { buildings, imports, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';
import { receipts } from '../schema/papers.ts';

/** One import. */
export function importById(db: ReadDb, id: number) {
  return db.select().from(imports).where(eq(imports.id, id)).get();
}

/** Every import with who wrote it, the newest first. */
export function allImports(db: ReadDb) {
  return db
    .select({ import: imports, by: accounts.name })
    .from(imports)
    .leftJoin(accounts, eq(accounts.id, imports.committedBy))
    .orderBy(desc(imports.id))
    .limit(200)
    .all();
}

/** Every unit with its building's name: what a list is compared with. */
export function unitsWithBuildings(db: ReadDb) {
  return db
    .select({ unit: units, building: buildings.name, permitId: buildings.permitId })
    .from(units)
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .orderBy(asc(units.id))
    .all();
}

/** Units that were on sale at some time, by the log: whoever has looked at them knows their prices. */
export function everReleased(db: ReadDb): ReadonlySet<number> {
  const rows = db
    .selectDistinct({ unitId: eventChanges.rowId })
    .from(eventChanges)
    .where(
      and(
        eq(eventChanges.tableName, 'units'),
        sql`json_extract(${eventChanges.after}, '$.commercialState') = 'available'`,
      ),
    )
    .all();
  return new Set(rows.map(({ unitId }) => unitId));
}

/** Customers with one of some phones. */
export function customersByPhones(db: ReadDb, phones: readonly string[]) {
  return db
    .select()
    .from(customers)
    .where(sql`${customers.phone} in (select value from json_each(${JSON.stringify(phones)}))`)
    .all();
}

/** Customers with one of some documents, by their keyed hashes. */
export function customersByIdentity(db: ReadDb, hashes: readonly string[]) {
  return db
    .select()
    .from(customers)
    .where(sql`${customers.identityHash} in (select value from json_each(${JSON.stringify(hashes)}))`)
    .all();
}

/** The numbers of all papers that the office has given: none is taken over twice. */
export function numbersGiven(db: ReadDb) {
  const filed = db.select({ number: contracts.number, filing: contracts.filingNumber }).from(contracts).all();
  const of = (rows: readonly { readonly number: string }[]) => new Set(rows.map(({ number }) => number));
  return {
    subscriptions: of(db.select({ number: subscriptions.number }).from(subscriptions).all()),
    contracts: of(filed),
    receipts: of(db.select({ number: receipts.number }).from(receipts).all()),
    filings: new Set(filed.map(({ filing }) => filing).filter((filing) => filing !== '')),
  };
}

/** What the records of some deals come to, as the tables hold them: sums in fen. */
export function sumsOfDeals(client: Database.Database, subscriptionIds: readonly number[]) {
  const ids = JSON.stringify(subscriptionIds);
  const sum = (text: string) => Number(client.prepare<[string]>(text).pluck().get(ids) ?? 0);
  const own = '(select value from json_each(?))';
  const planned = sum(`select sum(amount) from plan_lines where subscription_id in ${own}`);
  const allotted = sum(`select sum(line.amount) from receipt_lines line join receipts on receipts.id = line.receipt_id
    where receipts.state = 'valid' and receipts.subscription_id in ${own}`);
  return {
    price: sum(`select sum(price) from subscriptions where id in ${own}`),
    contracts: sum(`select sum(price) from contracts where state in ('signed', 'filed') and subscription_id in ${own}`),
    received: sum(`select sum(amount) from receipts where state = 'valid' and subscription_id in ${own}`),
    open: planned - allotted,
    entries: sum(`select sum(entry.amount) from ledger_entries entry join receipts on receipts.id = entry.receipt_id
      where receipts.subscription_id in ${own}`),
  };
}

/** A unit as an import wrote it, by the event of that import. */
type WrittenUnit = {
  readonly unitId: number;
  /** What stood there before, as far as the import changed it; null for a unit that it added. */
  readonly before: Partial<typeof units.$inferSelect> | null;
  /** True while nobody has touched the unit since: not released, not priced anew, not claimed. */
  readonly untouched: boolean;
};

const writtenBy = `from events join event_changes as change on change.seq = events.seq and change.table_name = 'units'
  left join units on units.id = change.row_id
  where events.noun = 'imports' and events.kind = 'imported'`;

/** Every unit that an import added or changed, and whether it is as the import left it. */
export function unitsOfImport(client: Database.Database, importId: number): WrittenUnit[] {
  const rows = client
    .prepare<[number], { unitId: number; before: string | null; touched: number }>(
      `select change.row_id as unitId, change.before as before,
        units.version is not json_extract(change.after, '$.version')
          or exists (select 1 from price_batch_lines as line where line.unit_id = change.row_id) as touched
        ${writtenBy} and events.subject_id = ? order by change.position`,
    )
    .all(importId);
  return rows.map(({ unitId, before, touched }) => ({
    unitId,
    before: before === null ? null : (JSON.parse(before) as WrittenUnit['before']),
    untouched: touched === 0,
  }));
}

/** How many units of each import have been touched since: import → units. An import that is not named has none. */
export function touchedUnits(client: Database.Database): ReadonlyMap<number, number> {
  const rows = client
    .prepare<[], { importId: number; touched: number }>(
      `select events.subject_id as importId, count(*) as touched ${writtenBy}
        and events.subject_id in (select id from imports where state = 'committed' order by id desc limit 200)
        and (units.version is not json_extract(change.after, '$.version')
          or exists (select 1 from price_batch_lines as line where line.unit_id = change.row_id)) group by events.subject_id`,
    )
    .all();
  return new Map(rows.map(({ importId, touched }) => [importId, touched]));
}

/** True when a building has units besides those of an import. */
export function hasOtherUnits(db: ReadDb, buildingId: number, importId: number): boolean {
  return (
    db
      .select({ id: units.id })
      .from(units)
      .where(and(eq(units.buildingId, buildingId), sql`(${units.importId} is null or ${ne(units.importId, importId)})`))
      .limit(1)
      .get() !== undefined
  );
}
