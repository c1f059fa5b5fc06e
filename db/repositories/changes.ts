import { and, asc, desc, eq, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { openChangeStates } from '#shared/domain/changes/kinds.ts';
import type { ReadDb } from '../access.ts';
import { changes } from '../schema/changes.ts';
import { subscriptionBuyers, subscriptions } from '../schema/deals.ts';
import { buildings, unitHolds, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';
import { refunds } from '../schema/papers.ts';

/** A change as stored. */
export type ChangeRow = typeof changes.$inferSelect;

const requesters = alias(accounts, 'requesters');
const consultants = alias(accounts, 'consultants');

/** One change. */
export function changeById(db: ReadDb, id: number): ChangeRow | undefined {
  return db.select().from(changes).where(eq(changes.id, id)).get();
}

/** The changes of a deal, the newest first. */
export function changesOf(db: ReadDb, subscriptionId: number): ChangeRow[] {
  return db.select().from(changes).where(eq(changes.subscriptionId, subscriptionId)).orderBy(desc(changes.id)).all();
}

/** The change of a deal that is on its way; undefined where none is. */
export function openChangeOf(db: ReadDb, subscriptionId: number): ChangeRow | undefined {
  return db
    .select()
    .from(changes)
    .where(and(eq(changes.subscriptionId, subscriptionId), inArray(changes.state, [...openChangeStates])))
    .get();
}

/** Changes that are agreed to and of whose refunds one came to nothing, the oldest first. */
export function changesWithLostRefunds(db: ReadDb): ChangeRow[] {
  const lost = db
    .select({ id: refunds.changeId })
    .from(refunds)
    .where(inArray(refunds.state, ['rejected', 'withdrawn', 'voided']));
  return db
    .select()
    .from(changes)
    .where(and(eq(changes.state, 'approved'), inArray(changes.id, lost)))
    .orderBy(asc(changes.id))
    .all();
}

/** True where a deal is to move to a home, and somebody decides about it or it waits to be carried out. */
export function isMovedTo(db: ReadDb, unitId: number): boolean {
  const found = db
    .select({ id: changes.id })
    .from(changes)
    .where(and(eq(changes.targetUnitId, unitId), inArray(changes.state, ['pending', 'approved'])))
    .get();
  return found !== undefined;
}

/** Changes that are agreed to and whose other home is kept no longer. */
export function keptForChangesUntil(db: ReadDb, now: number): { readonly id: number }[] {
  return db
    .select({ id: changes.id })
    .from(changes)
    .innerJoin(unitHolds, and(eq(unitHolds.unitId, changes.targetUnitId), eq(unitHolds.reason, changes.number)))
    .where(
      and(
        eq(changes.state, 'approved'),
        eq(unitHolds.purpose, 'approval'),
        isNull(unitHolds.endedAt),
        lte(unitHolds.expiresAt, now),
      ),
    )
    .all();
}

/** Which changes: of whose deals (null: everybody's), and one by its number. */
export type ChangeFilter = { readonly whose: readonly number[] | null; readonly ids: readonly number[] | null };

/** What a search goes by: a part of the number, and the deals, homes and people that it found. */
type Found = {
  readonly number: string;
  readonly deals: readonly number[];
  readonly units: readonly number[];
  readonly people: readonly number[];
};

/**
 * Changes in which one of some people buys: as a buyer of the deal today, or before or after a change of names. A deal is
 * filed under those who buy now; whoever went or is to come is found by the change alone.
 */
function withOneOf(people: readonly number[]): SQL {
  const ids = sql.join(
    people.map((id) => sql`${id}`),
    sql`, `,
  );
  const named = (when: 'before' | 'after') =>
    sql`exists (select 1 from json_each(${changes.simulation}, ${`$.buyers.${when}`}) where json_extract(value, '$.customerId') in (${ids}))`;
  return sql`(${changes.subscriptionId} in (select ${subscriptionBuyers.subscriptionId} from ${subscriptionBuyers} where ${subscriptionBuyers.customerId} in (${ids})) or (${changes.kind} = 'nameChange' and (${named('before')} or ${named('after')})))`;
}

/** The numbers of all changes in which one of some people buys, now, before or after. */
export function changesWith(db: ReadDb, people: readonly number[]): number[] {
  if (people.length === 0) return [];
  const rows = db.select({ id: changes.id }).from(changes).where(withOneOf(people)).all();
  return rows.map(({ id }) => id);
}

/** The newest changes that a search means, of deals that the person sees; the newest first. */
export function changesFound(
  db: ReadDb,
  whose: ChangeFilter['whose'],
  { number, deals, units: homes, people }: Found,
  most: number,
) {
  const ids = db
    .select({ id: changes.id })
    .from(changes)
    .innerJoin(subscriptions, eq(subscriptions.id, changes.subscriptionId))
    .where(
      and(
        whose === null ? undefined : inArray(subscriptions.consultantId, [...whose]),
        or(
          number === '' ? undefined : sql`instr(lower(${changes.number}), lower(${number})) > 0`,
          inArray(changes.subscriptionId, [...deals]),
          inArray(changes.unitId, [...homes]),
          inArray(changes.targetUnitId, [...homes]),
          people.length === 0 ? undefined : withOneOf(people),
        ),
      ),
    )
    .orderBy(desc(changes.id))
    .limit(most)
    .all();
  return listChanges(db, { whose: null, ids: ids.map(({ id }) => id) });
}

/** Changes of a filter with their deal, its home and the people, the newest first. */
export function listChanges(db: ReadDb, { whose, ids }: ChangeFilter) {
  const conditions: SQL[] = [];
  if (whose !== null) conditions.push(inArray(subscriptions.consultantId, [...whose]));
  if (ids !== null) conditions.push(inArray(changes.id, [...ids]));
  return db
    .select({
      change: changes,
      deal: { number: subscriptions.number, state: subscriptions.state, consultantId: subscriptions.consultantId },
      consultant: consultants.name,
      requester: requesters.name,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
    })
    .from(changes)
    .innerJoin(subscriptions, eq(subscriptions.id, changes.subscriptionId))
    .innerJoin(consultants, eq(consultants.id, subscriptions.consultantId))
    .innerJoin(requesters, eq(requesters.id, changes.requestedBy))
    .innerJoin(units, eq(units.id, changes.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(and(...conditions))
    .orderBy(desc(changes.id))
    .all();
}
