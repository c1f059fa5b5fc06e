import { rmSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { keptSnapshots, lastUnderOldKeys } from '#shared/domain/backups/retention.ts';
import { type BackupReason, type Snapshot, type SnapshotPage, stampOf } from '#shared/domain/backups/snapshot-page.ts';
import type { BackupProgress } from '#shared/domain/backups/steps.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { checked, snapshot } from './backup.ts';
import {
  blobsAt,
  clearHalves,
  isPrepared,
  namedFiles,
  neededFiles,
  type PlacePaths,
  placeOfFile,
  placePaths,
  readPage,
  readSnapshots,
  refreshPlace,
  setAside,
  snapshotFiles,
  writeWhole,
} from './backup-place.ts';
import { comparedCopy, totalsOf } from './compared-copy.ts';
import { type FileKey, openDatabase } from './connection.ts';
import { copyFiles } from './copy-files.ts';
import { schemaVersion } from './migrate.ts';
import { databaseName, filesName } from './office-copy.ts';
import { prune } from './prune-snapshots.ts';
import { headOf, verifyLog } from './repositories/events.ts';

/** Which office is copied to which place. */
export type PlaceOrder = {
  readonly folder: string;
  readonly place: string;
  readonly officeId: string;
  readonly fileKey: FileKey;
  readonly nativeBinding: string | undefined;
  /** Left out where the office still has the key that it was founded with. */
  readonly changed?: ChangedKeys | undefined;
};

/** The name of an office's key once it was changed, and its other keys, for the snapshots that are under them. */
export type ChangedKeys = {
  /** Null for the one that the office was founded with. */
  readonly key: string | null;
  readonly others: readonly { readonly key: string | null; readonly fileKey: FileKey }[];
};

/** What opens a snapshot that is under a key of the office, by its name; undefined where that key is not known. */
function fileKeyOf({ fileKey, changed }: PlaceOrder, key: string | null): FileKey | undefined {
  return (changed?.key ?? null) === key ? fileKey : changed?.others.find((each) => each.key === key)?.fileKey;
}

/** A snapshot that is to be made. */
export type SnapshotOrder = PlaceOrder & {
  /** The office's page as it is to lie at the place. */
  readonly officePage: string;
  /** UTC ms. */
  readonly at: number;
  readonly reason: BackupReason;
  readonly programVersion: string | null;
};

/** What a snapshot leaves free at its place, bytes: a disk that is full to the brim serves nobody. */
const LEFT_FREE = 32 * 1024 ** 2;

/** Says how far it is; throws when somebody has stopped it. */
type Tell = (progress: BackupProgress) => void;

/**
 * Makes a snapshot of an office that goes on working: the database, from a connection of its own, then the papers and scans
 * that it names and the place does not have yet, and at last its page. It has been opened, its pages checked, its log
 * walked and its totals compared before it gets its page; whatever fails takes back what it has written. Clears away what
 * an earlier fall has left and what the years leave out. Throws what the disk throws.
 */
export async function makeSnapshot(order: SnapshotOrder, tell: Tell): Promise<Snapshot> {
  const began = performance.now();
  const paths = placePaths(order.place, order.officeId, order.changed?.key);
  if (!isPrepared(paths)) throw new DomainError('BACKUP_PLACE_MISSING', { folder: order.place });
  refreshPlace(paths, order.officePage);
  clearHalves(paths);
  const { stamp, at } = freeStamp(paths, order.at);
  const files = snapshotFiles(paths.snapshots, stamp);
  try {
    tell({ step: 'database', percent: 0 });
    checkRoom(order, paths);
    const found = copyDatabase(order, files.database, tell);
    tell({ step: 'files', percent: 0 });
    const counted = await copyNamedFiles(order, paths, found, (percent) => tell({ step: 'files', percent }));
    tell({ step: 'seal', percent: 0 });
    const page: SnapshotPage = {
      at,
      ...found.figures,
      schemaVersion: found.schemaVersion,
      sizeBytes: statSync(files.database).size,
      programVersion: order.programVersion,
      reason: order.reason,
      tookMs: Math.round(performance.now() - began),
      verifiedAt: at,
      key: order.changed?.key ?? null,
      files: counted,
    };
    writeWhole(files.page, `${JSON.stringify(page, null, 2)}\n`);
    const all = readSnapshots(paths.snapshots);
    const old = lastUnderOldKeys(all, { key: page.key, now: order.at });
    prune(order, new Set([...keptSnapshots(all, order.at), ...old]), order.at);
    return { ...page, stamp };
  } catch (error) {
    if (readPage(files.page) === undefined) rmSync(files.database, { force: true });
    throw error;
  }
}

/** A name that is not taken yet: two snapshots may be asked for in one second, and clocks go back. */
function freeStamp(paths: PlacePaths, at: number): { readonly stamp: string; readonly at: number } {
  for (let instant = at; ; instant += 1000) {
    const stamp = stampOf(instant);
    const { database, page } = snapshotFiles(paths.snapshots, stamp);
    if ([database, page].every((file) => statSync(file, { throwIfNoEntry: false }) === undefined))
      return { stamp, at: instant };
  }
}

/** Throws BACKUP_PLACE_FULL where the database would not fit, before anything is written. */
function checkRoom({ folder, place }: PlaceOrder, paths: PlacePaths): void {
  const sizes = ['', '-wal'].map((suffix) =>
    statSync(path.join(folder, `${databaseName}${suffix}`), { throwIfNoEntry: false }),
  );
  const needed = sizes.reduce((sum, found) => sum + (found?.size ?? 0), LEFT_FREE);
  const { bavail, bsize } = statfsSync(paths.root);
  if (bavail * bsize < needed) throw new DomainError('BACKUP_PLACE_FULL', { folder: place });
}

function copyDatabase({ folder, fileKey: key, nativeBinding }: PlaceOrder, target: string, tell: Tell) {
  const open = () => openDatabase({ file: path.join(folder, databaseName), key, nativeBinding });
  const source = open();
  const beside = open();
  try {
    // What this connection sees from now on stands still: the copy is compared with it, and cannot be older.
    beside.client.exec('begin');
    headOf(beside.client);
    return snapshot(source.client, target, { key, nativeBinding }, (copy) => {
      tell({ step: 'chain', percent: 0 });
      const figures = comparedCopy(beside.client, copy, { quiet: false });
      return { figures, schemaVersion: schemaVersion(copy), named: namedFiles(copy), needed: neededFiles(copy) };
    });
  } finally {
    beside.close();
    source.close();
  }
}

async function copyNamedFiles(
  { folder }: PlaceOrder,
  paths: PlacePaths,
  { named, needed }: { readonly named: ReadonlySet<string>; readonly needed: readonly string[] },
  tell: (percent: number) => void,
): Promise<SnapshotPage['files']> {
  const { names, halves } = blobsAt(paths);
  for (const half of halves) rmSync(half, { force: true });
  const from = path.join(folder, filesName);
  const sizeOf = (name: string) => statSync(path.join(from, name), { throwIfNoEntry: false })?.size;
  const fresh = [...named]
    .filter((sha256) => !names.has(sha256))
    .flatMap((sha256) => {
      const name = placeOfFile(sha256);
      const size = sizeOf(name);
      return size === undefined ? [] : [{ sha256, name, size }];
    });
  await copyFiles(fresh, { from, to: paths.blobs }, tell);
  const there = new Set([...names, ...fresh.map(({ sha256 }) => sha256)]);
  // A paper that the office has lost must not keep everything else from being copied; its page tells how many there are.
  return { count: needed.length, missing: needed.filter((sha256) => !there.has(sha256)).length };
}

/**
 * Looks at a snapshot again: opens it, checks its pages, walks its log, compares its totals with its page and looks for the
 * files that it names. One that is not good any more is set aside and counts no longer. Throws BACKUP_BROKEN, NOT_FOUND.
 */
export function checkSnapshot(order: PlaceOrder, stamp: string, now: number, tell: Tell): Snapshot {
  const anyKey = placePaths(order.place, order.officeId);
  if (!isPrepared(anyKey)) throw new DomainError('BACKUP_PLACE_MISSING', { folder: order.place });
  const files = snapshotFiles(anyKey.snapshots, stamp);
  const page = readPage(files.page);
  if (page === undefined) throw new DomainError('NOT_FOUND');
  // Nothing can be said of it, and so nothing against it.
  const fileKey = fileKeyOf(order, page.key);
  if (fileKey === undefined) throw new DomainError('RESTORE_KEY', { stamp });
  const paths = placePaths(order.place, order.officeId, page.key);
  tell({ step: 'database', percent: 0 });
  if (!isGood({ ...order, fileKey }, paths, stamp, page, tell)) {
    setAside(paths, stamp);
    throw new DomainError('BACKUP_BROKEN', { stamp });
  }
  const seen: SnapshotPage = { ...page, verifiedAt: now };
  writeWhole(files.page, `${JSON.stringify(seen, null, 2)}\n`);
  return { ...seen, stamp };
}

function isGood(order: PlaceOrder, paths: PlacePaths, stamp: string, page: SnapshotPage, tell: Tell): boolean {
  const { fileKey: key, nativeBinding } = order;
  const { database } = snapshotFiles(paths.snapshots, stamp);
  if (statSync(database, { throwIfNoEntry: false })?.size !== page.sizeBytes) return false;
  try {
    return checked(database, { key, nativeBinding }, (copy) => {
      tell({ step: 'chain', percent: 0 });
      const { events, head } = verifyLog(copy);
      tell({ step: 'files', percent: 0 });
      const { names } = blobsAt(paths);
      const missing = neededFiles(copy).filter((name) => !names.has(name)).length;
      return (
        events === page.events &&
        head === page.head &&
        missing <= page.files.missing &&
        JSON.stringify(totalsOf(copy)) === JSON.stringify(page.totals)
      );
    });
  } catch (error) {
    // What the copy itself says of its pages and its log; a stick that was pulled out says nothing about the copy.
    const code = String(Reflect.get(Object(error), 'code'));
    if (['BACKUP_FAILED', 'LOG_BROKEN', 'DATABASE_KEY'].includes(code)) return false;
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return false;
    throw error;
  }
}
