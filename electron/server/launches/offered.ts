import type { ReadDb } from '#db/access.ts';
import { isOfRelease } from '#db/repositories/launch-homes.ts';
import type { LaunchRow } from '#db/repositories/launches.ts';
import type { UnitRow } from '#db/repositories/units.ts';

/** True for a home that a launch offers; without a release these are all homes that have been released. */
export function isOffered(db: ReadDb, { releaseId }: LaunchRow, unit: UnitRow): boolean {
  return releaseId === null ? unit.commercialState !== 'unreleased' : isOfRelease(db, releaseId, unit.id);
}
