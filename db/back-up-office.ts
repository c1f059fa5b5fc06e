import type { Snapshot } from '#shared/domain/backups/snapshot-page.ts';
import type { BackupProgress } from '#shared/domain/backups/steps.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { placeFault, placePaths } from './backup-place.ts';
import { givePlace, lookAtPlace, type PlaceLook } from './look-at-place.ts';
import { checkSnapshot, makeSnapshot, type PlaceOrder, type SnapshotOrder } from './office-snapshot.ts';

/** Turns from 0 to 1 when the order is to stop. */
type Stoppable = { readonly stop: SharedArrayBuffer };

/** What is to be done at the place of an office's backups. */
export type BackupOrder = PlaceOrder &
  (
    | ({ readonly kind: 'make' } & SnapshotOrder & Stoppable)
    | ({ readonly kind: 'check'; readonly stamp: string; readonly at: number } & Stoppable)
    | { readonly kind: 'give'; readonly officePage: string }
    | { readonly kind: 'look' }
  );

/** What comes of it. */
export type BackupDone = { readonly snapshot: Snapshot | null; readonly look: PlaceLook };

/**
 * Carries out an order at a place: on a thread of its own, for a place may be a share that hangs, and the office's own
 * thread never touches it. Throws the refusals that say what is wrong with the place.
 */
export async function backUpOffice(order: BackupOrder, tell: (progress: BackupProgress) => void): Promise<BackupDone> {
  try {
    const snapshot = await carriedOut(order, tell);
    return { snapshot, look: order.kind === 'give' ? givePlace(order) : lookAtPlace(order) };
  } catch (error) {
    throw placeFault(error, order.place, placePaths(order.place, order.officeId));
  }
}

async function carriedOut(order: BackupOrder, tell: (progress: BackupProgress) => void): Promise<Snapshot | null> {
  if (order.kind === 'look' || order.kind === 'give') return null;
  const paced = (progress: BackupProgress) => {
    if (Atomics.load(new Int32Array(order.stop), 0) === 1) throw new DomainError('BACKUP_STOPPED');
    tell(progress);
  };
  if (order.kind === 'make') return makeSnapshot(order, paced);
  return checkSnapshot(order, order.stamp, order.at, paced);
}
