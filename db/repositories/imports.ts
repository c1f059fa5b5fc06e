import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { buildings, imports, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';

/** One import. */
export function importById(db: ReadDb, id: number) {
  return db.select().from(imports).where(eq(imports.id, id)).get();
}

/** Every import with who wrote it, the newest first. */
export function allImports(db: ReadDb) {
  return db
    .select({ import: imports, by: accounts.name })
    .from(imports)
    .leftJoin(accounts, eq(accounts.id, imports.committedBy))
    .orderBy(desc(imports.id))
    .limit(200)
    .all();
}

/** Every unit with its building's name: what a list is compared with. */
export function unitsWithBuildings(db: ReadDb) {
  return db
    .select({ unit: units, building: buildings.name })
    .from(units)
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .orderBy(asc(units.id))
    .all();
}

/** The units that an import added, and whether they are as it left them. */
export function unitsOfImport(db: ReadDb, importId: number) {
  return db
    .select({
      id: units.id,
      buildingId: units.buildingId,
      untouched: sql<number>`${units.version} = 1 and ${units.commercialState} = 'unreleased'`.mapWith(Boolean),
    })
    .from(units)
    .where(eq(units.importId, importId))
    .all();
}

/** True when a building has units besides those of an import. */
export function hasOtherUnits(db: ReadDb, buildingId: number, importId: number): boolean {
  return (
    db
      .select({ id: units.id })
      .from(units)
      .where(and(eq(units.buildingId, buildingId), sql`(${units.importId} is null or ${ne(units.importId, importId)})`))
      .limit(1)
      .get() !== undefined
  );
}
