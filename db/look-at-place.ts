import { statfsSync, statSync } from 'node:fs';
import type { Snapshot } from '#shared/domain/backups/snapshot-page.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { isPrepared, placePaths, preparePlace, readSnapshots } from './backup-place.ts';
import { filesIn } from './copy-files.ts';
import type { PlaceOrder } from './office-snapshot.ts';
import { type Pruned, readPruned } from './prune-snapshots.ts';

/** What there is at a place. */
export type PlaceLook = {
  readonly snapshots: readonly Snapshot[];
  /** Put aside, because they were no longer good when they were looked at again. */
  readonly broken: readonly Snapshot[];
  readonly pruned: readonly Pruned[];
  /** It is on the disk of the office itself: what takes the one takes the other. */
  readonly sameDisk: boolean;
  readonly freeBytes: number;
  /** All of what lies there for this office. */
  readonly sizeBytes: number;
};

/** Looks at a place. Throws BACKUP_PLACE_MISSING, and what the disk throws. */
export function lookAtPlace({ folder, place, officeId }: PlaceOrder): PlaceLook {
  const paths = placePaths(place, officeId);
  if (!isPrepared(paths)) throw new DomainError('BACKUP_PLACE_MISSING', { folder: place });
  const { bavail, bsize } = statfsSync(paths.root);
  return {
    snapshots: readSnapshots(paths.snapshots),
    broken: readSnapshots(paths.broken),
    pruned: readPruned(paths),
    sameDisk: statSync(paths.root).dev === statSync(folder).dev,
    freeBytes: bavail * bsize,
    sizeBytes: filesIn(paths.root).reduce((sum, { size }) => sum + size, 0),
  };
}

/** Gives an office a place: a folder of its own in it, with its page. Throws what the disk throws. */
export function givePlace(order: PlaceOrder & { readonly officePage: string }): PlaceLook {
  preparePlace(placePaths(order.place, order.officeId), order.officePage);
  return lookAtPlace(order);
}
