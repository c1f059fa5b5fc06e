import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Allotment } from '#shared/domain/releases/allotment.ts';
import type { ReadDb } from '../access.ts';
import { given, prepared } from '../prepared.ts';
import { releases, releaseUnits } from '../schema/control.ts';
import { buildings, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';

/** A release as stored. */
export type ReleaseRow = typeof releases.$inferSelect;

/** A release by its key. */
export function releaseById(db: ReadDb, id: number): ReleaseRow | undefined {
  return db.select().from(releases).where(eq(releases.id, id)).get();
}

/** Every release with who planned it and what its homes come to by the price lists of now, what is planned last first. */
export function allReleases(db: ReadDb) {
  return db
    .select({
      row: releases,
      planner: accounts.name,
      units: sql<number>`count(${releaseUnits.id})`,
      value: sql<number>`coalesce(sum(${units.listPrice}), 0)`,
      teams: sql<string | null>`group_concat(distinct nullif(${releaseUnits.team}, ''))`,
    })
    .from(releases)
    .innerJoin(accounts, eq(accounts.id, releases.plannedBy))
    .leftJoin(releaseUnits, eq(releaseUnits.releaseId, releases.id))
    .leftJoin(units, eq(units.id, releaseUnits.unitId))
    .groupBy(releases.id)
    .orderBy(desc(releases.plannedAt), desc(releases.id))
    .all();
}

/** Releases that are planned, with how many homes they have; the first to come first. */
export function plannedReleases(db: ReadDb) {
  return db
    .select({
      releaseId: releases.id,
      number: releases.number,
      name: releases.name,
      plannedAt: releases.plannedAt,
      units: sql<number>`count(${releaseUnits.id})`,
    })
    .from(releases)
    .leftJoin(releaseUnits, eq(releaseUnits.releaseId, releases.id))
    .where(eq(releases.state, 'planned'))
    .groupBy(releases.id)
    .orderBy(asc(releases.plannedAt))
    .all();
}

/** The names of those who planned and carried out a release. */
export function peopleOfRelease(db: ReadDb, id: number) {
  const releaser = alias(accounts, 'releaser');
  return db
    .select({ planner: accounts.name, releaser: releaser.name })
    .from(releases)
    .innerJoin(accounts, eq(accounts.id, releases.plannedBy))
    .leftJoin(releaser, eq(releaser.id, releases.releasedBy))
    .where(eq(releases.id, id))
    .get();
}

/** The homes of a release with their buildings, in the order of the board. */
export function homesOfRelease(db: ReadDb, releaseId: number) {
  return db
    .select({ row: releaseUnits, unit: units, buildingName: buildings.name })
    .from(releaseUnits)
    .innerJoin(units, eq(units.id, releaseUnits.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(eq(releaseUnits.releaseId, releaseId))
    .orderBy(asc(buildings.sortOrder), asc(units.buildingId), asc(units.entrance), desc(units.floor), asc(units.roomNo))
    .all();
}

/** In which other planned release each of some homes is: its number. */
export function plannedElsewhere(db: ReadDb, releaseId: number, unitIds: readonly number[]): Map<number, string> {
  const rows = db
    .select({ unitId: releaseUnits.unitId, number: releases.number })
    .from(releaseUnits)
    .innerJoin(releases, eq(releases.id, releaseUnits.releaseId))
    .where(and(eq(releases.state, 'planned'), ne(releases.id, releaseId), inArray(releaseUnits.unitId, [...unitIds])))
    .all();
  return new Map(rows.map(({ unitId, number }) => [unitId, number]));
}

/** The teams of the people who work here, by name. */
export function teamsOfOffice(db: ReadDb): string[] {
  return db
    .selectDistinct({ team: accounts.team })
    .from(accounts)
    .where(and(eq(accounts.state, 'active'), ne(accounts.team, '')))
    .orderBy(asc(accounts.team))
    .all()
    .map(({ team }) => team);
}

const newestAllotment = prepared((db) =>
  db
    .select({ team: releaseUnits.team, untilAt: releases.exclusiveUntil })
    .from(releaseUnits)
    .innerJoin(releases, eq(releases.id, releaseUnits.releaseId))
    .where(and(eq(releaseUnits.unitId, given('unitId')), eq(releases.state, 'released')))
    .orderBy(desc(releases.releasedAt), desc(releases.id))
    .limit(1)
    .prepare(),
);

/** The team to which the newest release gave a home; null where it was given to none. */
export function allotmentOf(db: ReadDb, unitId: number): Allotment | null {
  const found = newestAllotment(db).get({ unitId });
  return found === undefined || found.team === '' ? null : found;
}

const ownTeam = prepared((db) =>
  db
    .select({ team: accounts.team })
    .from(accounts)
    .where(eq(accounts.id, given('id')))
    .prepare(),
);

/** The team of a person; empty for whoever is in none. */
export function teamOfPerson(db: ReadDb, id: number): string {
  return ownTeam(db).get({ id })?.team ?? '';
}
