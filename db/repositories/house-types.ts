import { asc, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { buildings, houseTypes, surveys, units } from '../schema/inventory.ts';

/** Every house type with its homes, and how many of them are on sale. */
export function houseTypesWithUnits(db: ReadDb) {
  return db
    .select({
      type: houseTypes,
      units: count(units.id),
      available: sql<number>`coalesce(sum(${units.commercialState} = 'available'), 0)`.mapWith(Number),
    })
    .from(houseTypes)
    .leftJoin(units, eq(units.houseTypeId, houseTypes.id))
    .groupBy(houseTypes.id)
    .orderBy(asc(houseTypes.name))
    .all();
}

/** One house type. */
export function houseTypeById(db: ReadDb, id: number) {
  return db.select().from(houseTypes).where(eq(houseTypes.id, id)).get();
}

/** The homes of a house type. */
export function unitsOfType(db: ReadDb, houseTypeId: number) {
  return db.select().from(units).where(eq(units.houseTypeId, houseTypeId)).all();
}

/** Every survey with how many homes were measured by it, the newest first. */
export function surveysWithUnits(db: ReadDb) {
  return db
    .select({ survey: surveys, units: count(units.id) })
    .from(surveys)
    .leftJoin(units, eq(units.surveyId, surveys.id))
    .groupBy(surveys.id)
    .orderBy(desc(surveys.surveyedOn), desc(surveys.id))
    .all();
}

/** One survey. */
export function surveyById(db: ReadDb, id: number) {
  return db.select().from(surveys).where(eq(surveys.id, id)).get();
}

/** Every home that was measured, with its building's name and its survey. */
export function measuredUnits(db: ReadDb) {
  return db
    .select({ unit: units, building: buildings.name, survey: surveys.number })
    .from(units)
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .innerJoin(surveys, eq(surveys.id, units.surveyId))
    .where(isNotNull(units.measuredBuiltArea))
    .all();
}
