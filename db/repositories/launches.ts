import { and, asc, count, desc, eq, exists, inArray, isNotNull, lte, max, or, sql } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { given, prepared } from '../prepared.ts';
import { releaseUnits } from '../schema/control.ts';
import { customers } from '../schema/customers.ts';
import { buildings, units } from '../schema/inventory.ts';
import { intents, launchDesks, launchDraws, launches, launchGroups, launchPicks } from '../schema/launches.ts';
import { accounts } from '../schema/office.ts';

/** A launch as stored. */
export type LaunchRow = typeof launches.$inferSelect;
/** An intent as stored. */
export type IntentRow = typeof intents.$inferSelect;
/** A pick desk as stored. */
export type DeskRow = typeof launchDesks.$inferSelect;

const oneLaunch = prepared((db) =>
  db
    .select()
    .from(launches)
    .where(eq(launches.id, given('id')))
    .prepare(),
);

/** One launch. */
export function launchById(db: ReadDb, id: number): LaunchRow | undefined {
  return oneLaunch(db).get({ id });
}

/** Every launch, the newest first. */
export function allLaunches(db: ReadDb): LaunchRow[] {
  return db.select().from(launches).orderBy(desc(launches.opensAt), desc(launches.id)).all();
}

const oneIntent = prepared((db) =>
  db
    .select()
    .from(intents)
    .where(eq(intents.id, given('id')))
    .prepare(),
);

/** One intent. */
export function intentById(db: ReadDb, id: number): IntentRow | undefined {
  return oneIntent(db).get({ id });
}

/** Intents of a launch in the order of their numbers, with their customer and consultant. */
export function intentsOfLaunch(db: ReadDb, launchId: number) {
  return db
    .select({
      intent: intents,
      customer: { id: customers.id, name: customers.name, ownerId: customers.ownerId },
      consultant: accounts.name,
    })
    .from(intents)
    .innerJoin(customers, eq(customers.id, intents.customerId))
    .innerJoin(accounts, eq(accounts.id, intents.consultantId))
    .where(eq(intents.launchId, launchId))
    .orderBy(asc(intents.queueNo))
    .all();
}

/** Those of a launch who stand on its published list. */
export function listedIntents(db: ReadDb, launchId: number): IntentRow[] {
  return db
    .select()
    .from(intents)
    .where(and(eq(intents.launchId, launchId), eq(intents.listed, true)))
    .orderBy(asc(intents.queueNo))
    .all();
}

/** Those of a launch in some states. */
export function intentsInStates(db: ReadDb, launchId: number, states: readonly IntentRow['state'][]): IntentRow[] {
  return db
    .select()
    .from(intents)
    .where(and(eq(intents.launchId, launchId), inArray(intents.state, [...states])))
    .orderBy(asc(intents.queueNo))
    .all();
}

/** How many intents of a launch are in each state. */
export function intentCounts(db: ReadDb, launchId: number) {
  return db
    .select({ state: intents.state, n: count() })
    .from(intents)
    .where(eq(intents.launchId, launchId))
    .groupBy(intents.state)
    .all();
}

/** The last queue number that a launch gave; 0 before the first. */
export function lastQueueNo(db: ReadDb, launchId: number): number {
  const found = db
    .select({ last: max(intents.queueNo) })
    .from(intents)
    .where(eq(intents.launchId, launchId))
    .get();
  return found?.last ?? 0;
}

/** The live intent of a customer at a launch. */
export function liveIntentOf(db: ReadDb, launchId: number, customerId: number): IntentRow | undefined {
  return db
    .select()
    .from(intents)
    .where(
      and(eq(intents.launchId, launchId), eq(intents.customerId, customerId), sql`${intents.state} <> 'withdrawn'`),
    )
    .get();
}

const lastCalledPlace = prepared((db) =>
  db
    .select({ place: max(launchGroups.toPlace) })
    .from(launchGroups)
    .where(and(eq(launchGroups.launchId, given('launchId')), isNotNull(launchGroups.calledAt)))
    .prepare(),
);

/** The last place whose group was called up; 0 before the first. Groups are called in their order. */
export function calledUpTo(db: ReadDb, launchId: number): number {
  return lastCalledPlace(db).get({ launchId })?.place ?? 0;
}

const firstWaiting = prepared((db) =>
  db
    .select()
    .from(intents)
    .where(
      and(
        eq(intents.launchId, given('launchId')),
        inArray(intents.state, ['registered', 'paid']),
        lte(intents.drawPlace, given('upTo')),
      ),
    )
    .orderBy(asc(intents.drawPlace))
    .limit(1)
    .prepare(),
);

const firstAgain = prepared((db) =>
  db
    .select()
    .from(intents)
    .where(
      and(
        eq(intents.launchId, given('launchId')),
        inArray(intents.state, ['passed', 'noShow']),
        isNotNull(intents.drawPlace),
        lte(intents.passes, given('passes')),
      ),
    )
    .orderBy(asc(intents.passedAt), asc(intents.drawPlace))
    .limit(1)
    .prepare(),
);

/**
 * Whose turn is next: the first place that was called up and has not been to a desk, and after all of those whoever let
 * their turn go by and has another one.
 */
export function nextInTurn(db: ReadDb, launch: LaunchRow): IntentRow | undefined {
  const { id: launchId, passes } = launch;
  return firstWaiting(db).get({ launchId, upTo: calledUpTo(db, launchId) }) ?? firstAgain(db).get({ launchId, passes });
}

/** How many wait for a desk now: those called up, and those whose turn comes again. */
export function waitingCount(db: ReadDb, launch: LaunchRow): number {
  const found = db
    .select({ n: count() })
    .from(intents)
    .where(
      and(
        eq(intents.launchId, launch.id),
        or(
          and(inArray(intents.state, ['registered', 'paid']), lte(intents.drawPlace, calledUpTo(db, launch.id))),
          and(
            inArray(intents.state, ['passed', 'noShow']),
            isNotNull(intents.drawPlace),
            lte(intents.passes, launch.passes),
          ),
        ),
      ),
    )
    .get();
  return found?.n ?? 0;
}

/** The groups of a launch in their order. */
export function groupsOfLaunch(db: ReadDb, launchId: number) {
  return db
    .select()
    .from(launchGroups)
    .where(eq(launchGroups.launchId, launchId))
    .orderBy(asc(launchGroups.position))
    .all();
}

/** The desks of a launch in their order. */
export function desksOfLaunch(db: ReadDb, launchId: number): DeskRow[] {
  return db
    .select()
    .from(launchDesks)
    .where(eq(launchDesks.launchId, launchId))
    .orderBy(asc(launchDesks.position), asc(launchDesks.id))
    .all();
}

const oneDesk = prepared((db) =>
  db
    .select()
    .from(launchDesks)
    .where(eq(launchDesks.id, given('id')))
    .prepare(),
);

/** One pick desk. */
export function deskById(db: ReadDb, id: number): DeskRow | undefined {
  return oneDesk(db).get({ id });
}

/** The draw of a launch with who drew it. */
export function drawOfLaunch(db: ReadDb, launchId: number) {
  return db
    .select({ draw: launchDraws, by: accounts.name })
    .from(launchDraws)
    .innerJoin(accounts, eq(accounts.id, launchDraws.drawnBy))
    .where(eq(launchDraws.launchId, launchId))
    .get();
}

/** What a home is, as far as a launch counts it. */
export type OfferedUnit = {
  readonly id: number;
  readonly houseType: string;
  readonly listPrice: typeof units.$inferSelect.listPrice;
};

/**
 * The homes that a launch offers: those of its release, or without one those that are for sale now and those that were
 * picked at it.
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
  return or(eq(units.commercialState, 'available'), exists(picked));
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
