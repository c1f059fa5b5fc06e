import { and, asc, desc, eq, gt, inArray, lte, ne, sql } from 'drizzle-orm';
import { bindingBatchStates } from '#shared/domain/prices/states.ts';
import { liveSubscriptionStates } from '#shared/domain/subscriptions/states.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { subscriptions } from '../schema/deals.ts';
import { buildings, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';
import { priceBatches, priceBatchLines } from '../schema/prices.ts';

/** A batch as stored. */
export type PriceBatchRow = typeof priceBatches.$inferSelect;
/** A line of a batch as stored. */
export type PriceBatchLineRow = typeof priceBatchLines.$inferSelect;

/** One batch. */
export function priceBatchById(db: ReadDb, id: number): PriceBatchRow | undefined {
  return db.select().from(priceBatches).where(eq(priceBatches.id, id)).get();
}

/** Batches with who made each, the newest first. */
export function listPriceBatches(db: ReadDb, id: number | null) {
  return db
    .select({ batch: priceBatches, by: accounts.name })
    .from(priceBatches)
    .innerJoin(accounts, eq(accounts.id, priceBatches.createdBy))
    .where(id === null ? undefined : eq(priceBatches.id, id))
    .orderBy(desc(priceBatches.id))
    .limit(500)
    .all();
}

/** The fixed lines of a batch. */
export function linesOfBatch(db: ReadDb, batchId: number): PriceBatchLineRow[] {
  return db
    .select()
    .from(priceBatchLines)
    .where(eq(priceBatchLines.batchId, batchId))
    .orderBy(asc(priceBatchLines.id))
    .all();
}

/**
 * Every unit with its building, and whether a live subscription is about it; in the order of the board. With a building,
 * only its own.
 */
export function pricedUnits(db: ReadDb, buildingId: number | null = null) {
  const inDeal = new Set(
    db
      .select({ unitId: subscriptions.unitId })
      .from(subscriptions)
      .where(inArray(subscriptions.state, [...liveSubscriptionStates]))
      .all()
      .map(({ unitId }) => unitId),
  );
  return db
    .select({ unit: units, building: buildings.name })
    .from(units)
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(buildingId === null ? undefined : eq(units.buildingId, buildingId))
    .orderBy(asc(buildings.sortOrder), asc(buildings.id), asc(units.entrance), desc(units.floor), asc(units.roomNo))
    .all()
    .map(({ unit, building }) => ({ unit, building, hasDeal: inDeal.has(unit.id) }));
}

/** The number of another batch, asked for or agreed to, that has one of some homes; undefined where there is none. */
export function overlappingBatch(db: ReadDb, batchId: number, unitIds: ReadonlySet<number>): string | undefined {
  return db
    .select({ number: priceBatches.number, unitId: priceBatchLines.unitId })
    .from(priceBatchLines)
    .innerJoin(priceBatches, eq(priceBatches.id, priceBatchLines.batchId))
    .where(and(ne(priceBatches.id, batchId), inArray(priceBatches.state, [...bindingBatchStates])))
    .all()
    .find(({ unitId }) => unitIds.has(unitId))?.number;
}

/** Homes whose filed price was changed after a day, by batches in force, with the batch and its day. */
export function newestFilings(db: ReadDb, after: LocalDate) {
  return db
    .select({ unitId: priceBatchLines.unitId, number: priceBatches.number, effectiveOn: priceBatches.effectiveOn })
    .from(priceBatchLines)
    .innerJoin(priceBatches, eq(priceBatches.id, priceBatchLines.batchId))
    .where(
      and(
        eq(priceBatches.state, 'effective'),
        gt(priceBatches.effectiveOn, after),
        sql`${priceBatchLines.filedAfter} is not ${priceBatchLines.filedBefore}`,
      ),
    )
    .all();
}

/** Batches that were agreed to and whose day has come, the oldest first. */
export function dueBatches(db: ReadDb, today: LocalDate) {
  return db
    .select({ id: priceBatches.id })
    .from(priceBatches)
    .where(and(eq(priceBatches.state, 'approved'), lte(priceBatches.effectiveOn, today)))
    .orderBy(asc(priceBatches.effectiveOn), asc(priceBatches.id))
    .all();
}

/** The first batch in a state that has prices of a building, by its day. */
function batchOfBuilding(
  db: ReadDb,
  buildingId: number,
  state: PriceBatchRow['state'],
  by: typeof asc | typeof desc,
): PriceBatchRow | undefined {
  return db
    .select({ batch: priceBatches })
    .from(priceBatches)
    .innerJoin(priceBatchLines, eq(priceBatchLines.batchId, priceBatches.id))
    .innerJoin(units, eq(units.id, priceBatchLines.unitId))
    .where(and(eq(priceBatches.state, state), eq(units.buildingId, buildingId)))
    .orderBy(by(priceBatches.effectiveOn), by(priceBatches.id))
    .limit(1)
    .get()?.batch;
}

/** The next day from which a batch that was agreed to changes prices of a building; undefined where none does. */
export function nextBatchOf(db: ReadDb, buildingId: number): PriceBatchRow | undefined {
  return batchOfBuilding(db, buildingId, 'approved', asc);
}

/** The batch that made prices of a building last; undefined where none has taken effect there. */
export function batchInForce(db: ReadDb, buildingId: number): PriceBatchRow | undefined {
  return batchOfBuilding(db, buildingId, 'effective', desc);
}

/** Deals that stand, with their consultants and the floor prices of their homes. */
export function standingDeals(db: ReadDb) {
  return db
    .select({ subscription: subscriptions, consultant: accounts.name, floorPrice: units.floorPrice })
    .from(subscriptions)
    .innerJoin(accounts, eq(accounts.id, subscriptions.consultantId))
    .innerJoin(units, eq(units.id, subscriptions.unitId))
    .where(inArray(subscriptions.state, ['approved', 'depositComplete', 'converted']))
    .all();
}
