import { and, asc, count, desc, eq, inArray, isNotNull, lte, max, or, sql } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { among, given, listOf, prepared, preparedForSome } from '../prepared.ts';
import { customers } from '../schema/customers.ts';
import { buildings, units } from '../schema/inventory.ts';
import { intents, launches, launchPicks } from '../schema/launches.ts';
import { accounts } from '../schema/office.ts';
import { receipts } from '../schema/papers.ts';
import { calledUpTo, type LaunchRow } from './launches.ts';

/** An intent as stored. */
export type IntentRow = typeof intents.$inferSelect;

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

/** Intents with their launch, for whoever does not come from it: those of some customers or some numbers, the newest first. */
export function intentsWithLaunch(db: ReadDb, some: { customerIds: readonly number[] } | { ids: readonly number[] }) {
  const wanted =
    'ids' in some ? inArray(intents.id, [...some.ids]) : inArray(intents.customerId, [...some.customerIds]);
  return db
    .select({ intent: intents, customer: customers, launch: { id: launches.id, name: launches.name } })
    .from(intents)
    .innerJoin(customers, eq(customers.id, intents.customerId))
    .innerJoin(launches, eq(launches.id, intents.launchId))
    .where(wanted)
    .orderBy(desc(intents.id))
    .all();
}

/** What some intents picked, lapsed picks too, with the home. */
export function picksOfIntents(db: ReadDb, intentIds: readonly number[]) {
  return db
    .select({
      pick: launchPicks,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
    })
    .from(launchPicks)
    .innerJoin(units, eq(units.id, launchPicks.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(inArray(launchPicks.intentId, [...intentIds]))
    .orderBy(asc(launchPicks.id))
    .all();
}

const receiptsInOrder = preparedForSome((db, some) =>
  db
    .select({ receipt: receipts, cashier: accounts.name, payer: customers.name })
    .from(receipts)
    .innerJoin(accounts, eq(accounts.id, receipts.cashierId))
    .innerJoin(customers, eq(customers.id, receipts.payerId))
    .where(among(receipts.intentId, some))
    .orderBy(asc(receipts.id))
    .prepare(),
);

/** The receipts of the earnest money of some intents, in their order. */
export function receiptsOfIntents(db: ReadDb, intentIds: readonly number[]) {
  return receiptsInOrder(db, intentIds).all(listOf(intentIds));
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
