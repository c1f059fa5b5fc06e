import type { ReadDb } from '#db/access.ts';
import { isKeptForItsRelease, isOfRelease } from '#db/repositories/launch-homes.ts';
import type { LaunchRow } from '#db/repositories/launches.ts';
import type { UnitRow } from '#db/repositories/units.ts';

/** True for a home that a launch offers; without a release these are all homes that have been released, but for those that the launch of their own release keeps. */
export function isOffered(db: ReadDb, { releaseId }: LaunchRow, unit: UnitRow): boolean {
  if (releaseId !== null) return isOfRelease(db, releaseId, unit.id);
  return unit.commercialState !== 'unreleased' && !isKeptForItsRelease(db, unit.id);
}
