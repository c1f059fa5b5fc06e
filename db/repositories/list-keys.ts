import { and, eq, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { contractDefects } from '../schema/contracts.ts';
import { customers } from '../schema/customers.ts';
import { contracts, subscriptionBuyers, subscriptions } from '../schema/deals.ts';
import { buildings, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';
import { receipts } from '../schema/papers.ts';
import type { ContractFilter } from './contracts.ts';

// What long lists are counted, summed and ordered by: a few values of every record that a person may see, never the
// records themselves.

/** What a record is ordered by. */
export type SortKey = string | number | null;

type Keys<Column extends string> = Readonly<Record<Column, SQL<SortKey> | AnySQLiteColumn>>;

/** A number among many: as one parameter, since a search may find more of them than a statement takes parameters. */
function isOneOf(column: AnySQLiteColumn, ids: readonly number[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;
}

/** Homes in the order of the board: building, entrance, floor, room. */
const unitKey = sql<string>`printf('%06d|%s|%s|%06d|%s', ${buildings.sortOrder}, ${buildings.name}, ${units.entrance}, ${units.floor} + 1000, ${units.roomNo})`;

/** Money received on a subscription, of the deposit alone if asked. */
function receivedOf(item: 'deposit' | 'any'): SQL<number> {
  const only = item === 'any' ? sql`` : sql` and ${receipts.item} = ${item}`;
  return sql<number>`(select coalesce(sum(${receipts.amount}), 0) from ${receipts} where ${receipts.subscriptionId} = ${subscriptions.id} and ${receipts.state} = 'valid'${only})`;
}

const firstBuyer = sql<string>`(select ${customers.name} from ${subscriptionBuyers} join ${customers} on ${customers.id} = ${subscriptionBuyers.customerId} where ${subscriptionBuyers.subscriptionId} = ${subscriptions.id} and ${subscriptionBuyers.position} = 1)`;
const consultant = sql<string>`(select ${accounts.name} from ${accounts} where ${accounts.id} = ${subscriptions.consultantId})`;

const contractKeys = {
  number: contracts.number,
  unit: unitKey,
  buyers: firstBuyer,
  state: contracts.state,
  consultant,
  signBy: subscriptions.signBy,
  signedOn: contracts.signedOn,
  price: contracts.price,
  received: receivedOf('any'),
  filingNumber: sql<string | null>`nullif(${contracts.filingNumber}, '')`,
} satisfies Keys<string>;

const subscriptionKeys = {
  number: subscriptions.number,
  unit: unitKey,
  buyers: firstBuyer,
  state: subscriptions.state,
  consultant,
  subscribedOn: subscriptions.subscribedOn,
  signBy: subscriptions.signBy,
  price: subscriptions.price,
  depositDue: subscriptions.depositDue,
  depositReceived: receivedOf('deposit'),
} satisfies Keys<string>;

/** Protection that is over is none: such customers stand with those that never had one. */
function customerKeys(today: LocalDate) {
  return {
    name: customers.name,
    rating: customers.rating,
    state: customers.state,
    channel: customers.channel,
    owner: accounts.name,
    next: customers.nextFollowUpOn,
    protected: sql<string | null>`iif(${customers.protectedUntil} >= ${today}, ${customers.protectedUntil}, null)`,
    last: customers.lastContactAt,
  } satisfies Keys<string>;
}

/** A column that the list of customers is ordered by. */
export type CustomerColumn = keyof ReturnType<typeof customerKeys>;
/** A column that the list of contracts is ordered by. */
export type ContractColumn = keyof typeof contractKeys;
/** A column that the list of subscriptions is ordered by. */
export type SubscriptionColumn = keyof typeof subscriptionKeys;

function chosen<Column extends string>(keys: Keys<Column>, columns: readonly Column[]) {
  const none: Record<string, SQL<SortKey> | AnySQLiteColumn> = { none: sql<SortKey>`null` };
  return columns.reduce((found, column) => ({ ...found, [column]: keys[column] }), none);
}

/** Here and not in the question to the database: it would read whole contracts to have them in order. */
function newestFirst(a: { readonly id: number }, b: { readonly id: number }): number {
  return b.id - a.id;
}

/** Contracts of a filter, the newest first: state, open defects and money of each, and its keys of some columns. */
export function contractListKeys(
  db: ReadDb,
  { whose, ids }: Omit<ContractFilter, 'states'>,
  columns: readonly ContractColumn[],
) {
  const openDefects = sql<number>`(select count(*) from ${contractDefects} where ${contractDefects.contractId} = ${contracts.id} and ${contractDefects.state} = 'open')`;
  return db
    .select({
      id: contracts.id,
      state: contracts.state,
      price: contracts.price,
      received: receivedOf('any').mapWith(Number),
      openDefects: openDefects.mapWith(Number),
      keys: chosen(contractKeys, columns),
    })
    .from(contracts)
    .innerJoin(subscriptions, eq(subscriptions.id, contracts.subscriptionId))
    .innerJoin(units, eq(units.id, contracts.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(
      and(
        whose === null
          ? undefined
          : or(inArray(subscriptions.consultantId, [...whose]), inArray(contracts.draftedBy, [...whose])),
        ids === null ? undefined : isOneOf(contracts.id, ids),
      ),
    )
    .all()
    .toSorted(newestFirst);
}

/** Subscriptions of a filter, the newest first: state and money of each, and its keys of some columns. */
export function subscriptionListKeys(
  db: ReadDb,
  { whose, ids }: { readonly whose: readonly number[] | null; readonly ids: readonly number[] | null },
  columns: readonly SubscriptionColumn[],
) {
  return db
    .select({
      id: subscriptions.id,
      state: subscriptions.state,
      price: subscriptions.price,
      depositDue: subscriptions.depositDue,
      depositReceived: receivedOf('deposit').mapWith(Number),
      keys: chosen(subscriptionKeys, columns),
    })
    .from(subscriptions)
    .innerJoin(units, eq(units.id, subscriptions.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(
      and(
        whose === null ? undefined : inArray(subscriptions.consultantId, [...whose]),
        ids === null ? undefined : isOneOf(subscriptions.id, ids),
      ),
    )
    .all()
    .toSorted(newestFirst);
}

/** Which customers: of some owners, due for contact by today, of some numbers. */
export type CustomerListFilter = {
  readonly whose: readonly number[] | null;
  readonly due: boolean;
  readonly ids: readonly number[] | null;
  readonly today: LocalDate;
};

/** Customers of a filter, the one spoken to last first: rating and state of each, and its keys of some columns. */
export function customerListKeys(
  db: ReadDb,
  { whose, due, ids, today }: CustomerListFilter,
  columns: readonly CustomerColumn[],
) {
  return db
    .select({
      id: customers.id,
      rating: customers.rating,
      state: customers.state,
      lastContactAt: customers.lastContactAt,
      keys: chosen(customerKeys(today), columns),
    })
    .from(customers)
    .leftJoin(accounts, eq(accounts.id, customers.ownerId))
    .where(
      and(
        ne(customers.state, 'anonymised'),
        isNull(customers.restrictedAt),
        whose === null ? undefined : inArray(customers.ownerId, [...whose]),
        due ? lte(customers.nextFollowUpOn, today) : undefined,
        ids === null ? undefined : isOneOf(customers.id, ids),
      ),
    )
    .all()
    .toSorted((a, b) => b.lastContactAt - a.lastContactAt || b.id - a.id);
}
