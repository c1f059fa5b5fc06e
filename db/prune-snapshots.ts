import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { backupReasons, type Snapshot } from '#shared/domain/backups/snapshot-page.ts';
import {
  blobsAt,
  namedFiles,
  type PlacePaths,
  placeOfFile,
  placePaths,
  readSnapshots,
  removeSnapshot,
  snapshotFiles,
  writeWhole,
} from './backup-place.ts';
import { type FileKey, openDatabase } from './connection.ts';
import type { PlaceOrder } from './office-snapshot.ts';

/** What opens the snapshots under one key. */
type Key = { readonly fileKey: FileKey; readonly nativeBinding: string | undefined };

/** A snapshot that was there and made room for others. */
export const prunedSchema = z.object({
  stamp: z.string(),
  at: z.int(),
  reason: z.enum(backupReasons).catch('schedule'),
  prunedAt: z.int(),
});
/** See {@link prunedSchema}. */
export type Pruned = z.output<typeof prunedSchema>;

/** So many are remembered; the older ones are nobody's question any more. */
const REMEMBERED = 200;

/** Takes away the snapshots that are not kept, remembers them, and clears away files that none of the others names. */
export function prune(order: PlaceOrder, kept: ReadonlySet<Snapshot>, now: number): void {
  const paths = placePaths(order.place, order.officeId);
  const keptStamps = new Set([...kept].map(({ stamp }) => stamp));
  const gone = readSnapshots(paths.snapshots).filter(({ stamp }) => !keptStamps.has(stamp));
  if (gone.length === 0) return;
  const fresh = gone.map(({ stamp, at, reason }) => ({ stamp, at, reason, prunedAt: now }));
  writeWhole(paths.pruned, JSON.stringify([...fresh, ...readPruned(paths)].slice(0, REMEMBERED)));
  for (const { stamp } of gone) removeSnapshot(paths, stamp);
  const own = { key: order.changed?.key ?? null, fileKey: order.fileKey };
  for (const { key, fileKey } of [own, ...(order.changed?.others ?? [])]) {
    const under = placePaths(order.place, order.officeId, key);
    const snapshots = [...kept].filter((each) => each.key === key);
    sweepFiles({ fileKey, nativeBinding: order.nativeBinding }, under, snapshots);
    // The last snapshot under an old key is gone, and its papers with it.
    if (snapshots.length === 0 && key !== own.key) rmSync(under.blobs, { recursive: true, force: true });
  }
}

/** The snapshots that were cleared away, the last ones first. */
export function readPruned({ pruned }: PlacePaths): Pruned[] {
  try {
    return z.array(prunedSchema).parse(JSON.parse(readFileSync(pruned, 'utf8')));
  } catch {
    return [];
  }
}

/**
 * Clears away the papers and scans that no kept snapshot names. Usually the newest one names them all and none of the
 * others is opened. One that can't be opened may name anything: then everything stays.
 */
function sweepFiles(key: Key, paths: PlacePaths, kept: readonly Snapshot[]): void {
  const left = new Set(blobsAt(paths).names);
  for (const { stamp } of kept.toSorted((one, other) => other.at - one.at)) {
    if (left.size === 0) return;
    const named = namesOf(snapshotFiles(paths.snapshots, stamp).database, key);
    if (named === undefined) return;
    for (const name of named) left.delete(name);
  }
  for (const name of left) rmSync(path.join(paths.blobs, placeOfFile(name)), { force: true });
}

function namesOf(file: string, { fileKey: key, nativeBinding }: Key): ReadonlySet<string> | undefined {
  try {
    const copy = openDatabase({ file, key, nativeBinding, readonly: true, copy: true });
    try {
      return namedFiles(copy.client);
    } finally {
      copy.close();
    }
  } catch {
    return undefined;
  }
}
