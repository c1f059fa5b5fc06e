import { and, asc, desc, eq, isNotNull, max } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { given, prepared } from '../prepared.ts';
import { launchDesks, launchDraws, launches, launchGroups } from '../schema/launches.ts';
import { accounts } from '../schema/office.ts';

/** A launch as stored. */
export type LaunchRow = typeof launches.$inferSelect;

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
