import { and, asc, desc, eq, exists, inArray, isNull, notExists, or, type SQLWrapper } from 'drizzle-orm';
import { type KeepingLaunch, keepingStates, pickingStates } from '#shared/domain/launches/states.ts';
import type { ReadDb } from '../access.ts';
import { given, prepared } from '../prepared.ts';
import { releaseUnits } from '../schema/control.ts';
import { buildings, units } from '../schema/inventory.ts';
import { intents, launches, launchPicks } from '../schema/launches.ts';
import type { LaunchRow } from './launches.ts';

/** What a home is, as far as a launch counts it. */
export type OfferedUnit = {
  readonly id: number;
  readonly houseType: string;
  readonly listPrice: typeof units.$inferSelect.listPrice;
};

/**
 * The homes that a launch offers: those of its release, or without one those that are for sale now, as far as no launch
 * of their own release keeps them, and those that were picked at it.
 */
export function offeredUnits(db: ReadDb, { id, releaseId }: Pick<LaunchRow, 'id' | 'releaseId'>): OfferedUnit[] {
  const among = releaseId === null ? forSaleOrPicked(db, id) : ofRelease(db, releaseId);
  return db
    .select({ id: units.id, houseType: units.houseType, listPrice: units.listPrice })
    .from(units)
    .where(among)
    .orderBy(asc(units.id))
    .all();
}

function ofRelease(db: ReadDb, releaseId: number) {
  const there = db
    .select({ id: releaseUnits.id })
    .from(releaseUnits)
    .where(and(eq(releaseUnits.unitId, units.id), eq(releaseUnits.releaseId, releaseId)));
  return exists(there);
}

function forSaleOrPicked(db: ReadDb, launchId: number) {
  const picked = db
    .select({ id: launchPicks.id })
    .from(launchPicks)
    .where(and(eq(launchPicks.unitId, units.id), eq(launchPicks.launchId, launchId)));
  const kept = db.select({ id: launches.id }).from(launches).where(ofItsRelease(db, units.id));
  return or(and(eq(units.commercialState, 'available'), notExists(kept)), exists(picked));
}

const unitOfRelease = prepared((db) =>
  db
    .select({ id: releaseUnits.id })
    .from(releaseUnits)
    .where(and(eq(releaseUnits.releaseId, given('releaseId')), eq(releaseUnits.unitId, given('unitId'))))
    .prepare(),
);

/** True for a home of a release. */
export function isOfRelease(db: ReadDb, releaseId: number, unitId: number): boolean {
  return unitOfRelease(db).get({ releaseId, unitId }) !== undefined;
}

/** The launches whose release has a home, and that keep it for their own desks. */
const ofItsRelease = (db: ReadDb, unitId: SQLWrapper) => {
  const there = db
    .select({ id: releaseUnits.id })
    .from(releaseUnits)
    .where(and(eq(releaseUnits.releaseId, launches.releaseId), eq(releaseUnits.unitId, unitId)));
  return and(inArray(launches.state, [...keepingStates]), exists(there));
};

const keepingLaunch = prepared((db) =>
  db
    .select({ number: launches.number, name: launches.name })
    .from(launches)
    .where(
      or(
        and(isNull(launches.releaseId), inArray(launches.state, [...pickingStates])),
        ofItsRelease(db, given('unitId')),
      ),
    )
    .orderBy(desc(launches.releaseId))
    .limit(1)
    .prepare(),
);

const launchOfRelease = prepared((db) =>
  db
    .select({ id: launches.id })
    .from(launches)
    .where(ofItsRelease(db, given('unitId')))
    .limit(1)
    .prepare(),
);

/** True for a home that a launch of its own release keeps: a launch of everything that is for sale leaves it to that. */
export function isKeptForItsRelease(db: ReadDb, unitId: number): boolean {
  return launchOfRelease(db).get({ unitId }) !== undefined;
}

/** The launch that keeps a home for its desks now: that of its release from the draw on, or one of all homes for sale. */
export function keepingLaunchOf(db: ReadDb, unitId: number): KeepingLaunch | null {
  return keepingLaunch(db).get({ unitId }) ?? null;
}

const heldPick = prepared((db) =>
  db
    .select()
    .from(launchPicks)
    .where(and(eq(launchPicks.unitId, given('unitId')), eq(launchPicks.state, 'held')))
    .prepare(),
);

/** The pick that keeps a home now. */
export function heldPickOf(db: ReadDb, unitId: number) {
  return heldPick(db).get({ unitId });
}

/** The pick of an intent that stands, held or subscribed. */
export function pickOfIntent(db: ReadDb, intentId: number) {
  return db
    .select()
    .from(launchPicks)
    .where(eq(launchPicks.intentId, intentId))
    .orderBy(desc(launchPicks.id))
    .limit(1)
    .get();
}

/** One pick. */
export function pickById(db: ReadDb, id: number) {
  return db.select().from(launchPicks).where(eq(launchPicks.id, id)).get();
}

/** Every pick of a launch with its home and the number that picked it, the newest first. */
export function picksOfLaunch(db: ReadDb, launchId: number) {
  return db
    .select({
      pick: launchPicks,
      queueNo: intents.queueNo,
      houseType: units.houseType,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
    })
    .from(launchPicks)
    .innerJoin(intents, eq(intents.id, launchPicks.intentId))
    .innerJoin(units, eq(units.id, launchPicks.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(eq(launchPicks.launchId, launchId))
    .orderBy(desc(launchPicks.id))
    .all();
}
