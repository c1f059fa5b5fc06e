import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { buildings, permitBuildings, permits, phases, projects, units } from '../schema/inventory.ts';

/** The project that the office sells. */
export function theProject(db: ReadDb) {
  return db.select().from(projects).orderBy(asc(projects.id)).get();
}

/** Its certificates. */
export function permitsOf(db: ReadDb, projectId: number) {
  return db.select().from(permits).where(eq(permits.projectId, projectId)).orderBy(asc(permits.id)).all();
}

/** Its buildings, with how many units they have, and how many of these are parking or storage, unreleased, without filed price. */
export function buildingsOf(db: ReadDb, projectId: number) {
  return db
    .select({
      building: buildings,
      units: count(units.id),
      beside: sql<number>`coalesce(sum(${units.use} in ('parking', 'storage')), 0)`.mapWith(Number),
      unreleased: sql<number>`coalesce(sum(${units.commercialState} = 'unreleased'), 0)`.mapWith(Number),
      unpriced:
        sql<number>`coalesce(sum(${units.commercialState} = 'unreleased' and ${units.filedPrice} is null), 0)`.mapWith(
          Number,
        ),
    })
    .from(buildings)
    .leftJoin(units, eq(units.buildingId, buildings.id))
    .where(eq(buildings.projectId, projectId))
    .groupBy(buildings.id)
    .orderBy(asc(buildings.sortOrder), asc(buildings.id))
    .all();
}

/** Units of a building that the registry does not list under a permit yet, or lists under one. */
export function unitsOfBuilding(db: ReadDb, buildingId: number) {
  return db
    .select({ id: units.id, legalState: units.legalState })
    .from(units)
    .where(eq(units.buildingId, buildingId))
    .all();
}

/** Its phases, in their order. */
export function phasesOf(db: ReadDb, projectId: number) {
  return db
    .select()
    .from(phases)
    .where(eq(phases.projectId, projectId))
    .orderBy(asc(phases.sortOrder), asc(phases.id))
    .all();
}

/** One building. */
export function buildingById(db: ReadDb, id: number) {
  return db.select().from(buildings).where(eq(buildings.id, id)).get();
}

/** One phase. */
export function phaseById(db: ReadDb, id: number) {
  return db.select().from(phases).where(eq(phases.id, id)).get();
}

/** Which buildings the certificates of a project name or named. */
export function coverageOf(db: ReadDb, projectId: number) {
  return db
    .select({ coverage: permitBuildings })
    .from(permitBuildings)
    .innerJoin(permits, eq(permits.id, permitBuildings.permitId))
    .where(eq(permits.projectId, projectId))
    .all()
    .map(({ coverage }) => coverage);
}

/** What a certificate says of a building. */
export function permitBuilding(db: ReadDb, permitId: number, buildingId: number) {
  return db
    .select()
    .from(permitBuildings)
    .where(and(eq(permitBuildings.permitId, permitId), eq(permitBuildings.buildingId, buildingId)))
    .get();
}

/** One certificate. */
export function permitById(db: ReadDb, id: number) {
  return db.select().from(permits).where(eq(permits.id, id)).get();
}
