import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { liveContractStates } from '#shared/domain/contracts/states.ts';
import { liveSubscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { buildingLabel, unitLabel } from '#shared/domain/units/label.ts';
import type { ReadDb } from '../access.ts';
import { among, given, listOf, prepared, preparedForSome } from '../prepared.ts';
import { seizures } from '../schema/claims.ts';
import { customers } from '../schema/customers.ts';
import { contracts, subscriptions } from '../schema/deals.ts';
import { buildings, permits, phases, unitHolds, unitLocks, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';

/** A unit as stored. */
export type UnitRow = typeof units.$inferSelect;

const oneUnit = prepared((db) =>
  db
    .select()
    .from(units)
    .where(eq(units.id, given('id')))
    .prepare(),
);

/** One unit. */
export function unitById(db: ReadDb, id: number): UnitRow | undefined {
  return oneUnit(db).get({ id });
}

const unitsInOrder = preparedForSome((db, some) =>
  db
    .select()
    .from(units)
    .where(among(units.id, some))
    .orderBy(asc(units.buildingId), asc(units.entrance), desc(units.floor), asc(units.roomNo))
    .prepare(),
);

/** Units of some numbers, or all of them, in the order of the board. */
export function unitsOf(db: ReadDb, ids: readonly number[] | null): UnitRow[] {
  return unitsInOrder(db, ids).all(listOf(ids));
}

const buildingAndPermit = prepared((db) =>
  db
    .select({ building: buildings, permit: permits })
    .from(buildings)
    .leftJoin(permits, eq(permits.id, buildings.permitId))
    .where(eq(buildings.id, given('id')))
    .prepare(),
);

/** The building of a unit with its permit. */
export function buildingOf(db: ReadDb, buildingId: number) {
  return buildingAndPermit(db).get({ id: buildingId });
}

/** A building as papers name it, with its phase where it has one. */
export function nameOnPapers(db: ReadDb, { name, phaseId }: typeof buildings.$inferSelect): string {
  const phase = phaseId === null ? undefined : db.select().from(phases).where(eq(phases.id, phaseId)).get();
  return buildingLabel({ name, phase: phase?.name ?? null });
}

/** Every building with its phase and the number of its pre-sale permit. */
export function buildingsWithPermits(db: ReadDb) {
  return db
    .select({ id: buildings.id, name: buildings.name, phase: phases.name, permitNumber: permits.number })
    .from(buildings)
    .leftJoin(permits, eq(permits.id, buildings.permitId))
    .leftJoin(phases, eq(phases.id, buildings.phaseId))
    .orderBy(asc(buildings.sortOrder), asc(buildings.id))
    .all();
}

const liveLock = prepared((db) =>
  db
    .select({ lock: unitLocks, by: accounts.name })
    .from(unitLocks)
    .innerJoin(accounts, eq(accounts.id, unitLocks.accountId))
    .where(and(eq(unitLocks.unitId, given('unitId')), isNull(unitLocks.endedAt)))
    .prepare(),
);

/** The live lock of a unit with its holder's name. */
export function liveLockOf(db: ReadDb, unitId: number) {
  return liveLock(db).get({ unitId });
}

const liveHolds = prepared((db) =>
  db
    .select({
      hold: unitHolds,
      by: accounts.name,
      customer: { id: customers.id, name: customers.name, phone: customers.phone, ownerId: customers.ownerId },
    })
    .from(unitHolds)
    .innerJoin(accounts, eq(accounts.id, unitHolds.heldBy))
    .leftJoin(customers, eq(customers.id, unitHolds.customerId))
    .where(and(eq(unitHolds.unitId, given('unitId')), isNull(unitHolds.endedAt)))
    .prepare(),
);

/** The live holds of a unit: at most one for somebody, and one that parks it for an approval. */
export function liveHoldsOf(db: ReadDb, unitId: number) {
  return liveHolds(db).all({ unitId });
}

const liveSeizure = prepared((db) =>
  db
    .select()
    .from(seizures)
    .where(and(eq(seizures.unitId, given('unitId')), isNull(seizures.liftedAt)))
    .prepare(),
);

/** The seizure of a unit that was not lifted. */
export function liveSeizureOf(db: ReadDb, unitId: number) {
  return liveSeizure(db).get({ unitId });
}

/** One seizure, lifted or not. */
export function seizureById(db: ReadDb, id: number) {
  return db.select().from(seizures).where(eq(seizures.id, id)).get();
}

const lockedNow = preparedForSome((db, some) =>
  db
    .select({ unitId: unitLocks.unitId, accountId: unitLocks.accountId, by: accounts.name, until: unitLocks.expiresAt })
    .from(unitLocks)
    .innerJoin(accounts, eq(accounts.id, unitLocks.accountId))
    .where(and(isNull(unitLocks.endedAt), among(unitLocks.unitId, some)))
    .prepare(),
);

const heldNow = preparedForSome((db, some) =>
  db
    .select({ unitId: unitHolds.unitId, accountId: unitHolds.heldBy, by: accounts.name, until: unitHolds.expiresAt })
    .from(unitHolds)
    .innerJoin(accounts, eq(accounts.id, unitHolds.heldBy))
    .where(and(isNull(unitHolds.endedAt), among(unitHolds.unitId, some)))
    .prepare(),
);

/** Live locks and holds of all units, as the board names them: who, whose, until when. */
export function liveClaims(db: ReadDb, ids: readonly number[] | null) {
  return [...heldNow(db, ids).all(listOf(ids)), ...lockedNow(db, ids).all(listOf(ids))];
}

const dealsNow = preparedForSome((db, some) =>
  db
    .select({
      subscriptionId: subscriptions.id,
      unitId: subscriptions.unitId,
      accountId: subscriptions.consultantId,
      by: accounts.name,
      signBy: subscriptions.signBy,
      state: subscriptions.state,
    })
    .from(subscriptions)
    .innerJoin(accounts, eq(accounts.id, subscriptions.consultantId))
    .where(and(inArray(subscriptions.state, [...liveSubscriptionStates]), among(subscriptions.unitId, some)))
    .prepare(),
);

/** Live subscriptions as the board names them: whose deal it is and until when it is to be signed. */
export function liveDeals(db: ReadDb, ids: readonly number[] | null) {
  return dealsNow(db, ids).all(listOf(ids));
}

const liveSubscription = prepared((db) =>
  db
    .select({ subscription: subscriptions, consultant: accounts.name })
    .from(subscriptions)
    .innerJoin(accounts, eq(accounts.id, subscriptions.consultantId))
    .where(and(eq(subscriptions.unitId, given('unitId')), inArray(subscriptions.state, [...liveSubscriptionStates])))
    .prepare(),
);

/** The live subscription of a unit with its consultant's name. */
export function liveSubscriptionOf(db: ReadDb, unitId: number) {
  return liveSubscription(db).get({ unitId });
}

const liveContract = prepared((db) =>
  db
    .select()
    .from(contracts)
    .where(and(eq(contracts.unitId, given('unitId')), inArray(contracts.state, [...liveContractStates])))
    .prepare(),
);

/** The live contract of a unit. */
export function liveContractOf(db: ReadDb, unitId: number) {
  return liveContract(db).get({ unitId });
}

const anyDeal = prepared((db) =>
  db
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(eq(subscriptions.unitId, given('unitId')))
    .limit(1)
    .prepare(),
);

/** True when the unit ever had a subscription. */
export function everHadDeal(db: ReadDb, unitId: number): boolean {
  return anyDeal(db).get({ unitId }) !== undefined;
}

const placeOfUnit = prepared((db) =>
  db
    .select({ building: buildings.name, entrance: units.entrance, floorName: units.floorName, roomNo: units.roomNo })
    .from(units)
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(eq(units.id, given('unitId')))
    .prepare(),
);

/** The label of a unit: `3-1-1802`; empty for a unit that is not there. */
export function labelOfUnit(db: ReadDb, unitId: number): string {
  const row = placeOfUnit(db).get({ unitId });
  return row === undefined ? '' : unitLabel(row);
}
