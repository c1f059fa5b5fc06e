import { closeSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { isStamp, type Snapshot, type SnapshotPage, snapshotPageSchema } from '#shared/domain/backups/snapshot-page.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { flush, flushFolder } from './backup.ts';
import { makeFolder, newSuffix } from './copy-files.ts';
import { erasedFiles } from './repositories/erased-papers.ts';

/** Where the snapshots of an office lie at a place: another disk, a stick, a share. */
export type PlacePaths = {
  readonly root: string;
  /** `<stamp>.db` and, last, `<stamp>.json`. */
  readonly snapshots: string;
  /** Papers and scans, once each, as in the office's own folder; a folder of their own for each key of the office. */
  readonly blobs: string;
  /** The office's page without the key that only its own PC's keychain opens. */
  readonly page: string;
  /** What was good once and is not any more: nobody counts it, and nothing of it is deleted. */
  readonly broken: string;
  /** What was here and was cleared away by the years. */
  readonly pruned: string;
};

/** See {@link PlacePaths}. `key`: the name of the key they are under; null for the one that the office was founded with. */
export function placePaths(place: string, officeId: string, key: string | null = null): PlacePaths {
  const root = path.join(place, `zhiye-${officeId}`);
  return {
    root,
    snapshots: path.join(root, 'snapshots'),
    blobs: blobsUnder(root, key),
    page: path.join(root, 'office.json'),
    broken: path.join(root, 'broken'),
    pruned: path.join(root, 'pruned.json'),
  };
}

/** Where the papers and scans lie that are under a key; see {@link placePaths}. */
export function blobsUnder(root: string, key: string | null): string {
  return path.join(root, key === null ? 'blobs' : `blobs-${key}`);
}

/** The two files of a snapshot. */
export function snapshotFiles(folder: string, stamp: string): { readonly database: string; readonly page: string } {
  return { database: path.join(folder, `${stamp}.db`), page: path.join(folder, `${stamp}.json`) };
}

/**
 * True when the office has been given this place: its folder is there with its page. One that is empty may be a stick that
 * is not plugged in.
 */
export function isPrepared({ page }: PlacePaths): boolean {
  return statSync(page, { throwIfNoEntry: false })?.isFile() === true;
}

/**
 * Makes the folder of an office at a place that it is given. The place is there, or nothing is made: it may be a stick that
 * is not plugged in. Throws what the disk throws.
 */
export function preparePlace(paths: PlacePaths, officePage: string): void {
  makeFolder(paths.root);
  refreshPlace(paths, officePage);
}

/** What lies in the folder of an office at its place, anew; the folder itself is there or nothing is written. */
export function refreshPlace(paths: PlacePaths, officePage: string): void {
  for (const folder of [paths.snapshots, paths.blobs]) makeFolder(folder);
  writeWhole(paths.page, officePage);
}

/** Writes a small file so that there is the old or the new one after any fall. */
export function writeWhole(file: string, text: string): void {
  const fresh = `${file}${newSuffix}`;
  const handle = openSync(fresh, 'w', 0o600);
  try {
    writeSync(handle, text);
  } finally {
    closeSync(handle);
  }
  flush(fresh);
  renameSync(fresh, file);
  flushFolder(path.dirname(file));
}

/** Names in a folder; none where there is no folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw error;
  }
}

/** The snapshots of a folder that count, the newest first: those with a page, and in the size that it tells. */
export function readSnapshots(folder: string): Snapshot[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.json') && isStamp(name.slice(0, -'.json'.length)))
    .flatMap((name) => {
      const stamp = name.slice(0, -'.json'.length);
      const files = snapshotFiles(folder, stamp);
      const page = readPage(files.page);
      const size = statSync(files.database, { throwIfNoEntry: false })?.size;
      return page === undefined || size !== page.sizeBytes ? [] : [{ ...page, stamp }];
    })
    .toSorted((one, other) => other.at - one.at);
}

/** The page of a snapshot; undefined where it can't be read or understood. */
export function readPage(file: string): SnapshotPage | undefined {
  try {
    return snapshotPageSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Clears away what a fall has left in the folder of snapshots: halves, and snapshots that never got their page. */
export function clearHalves({ snapshots }: PlacePaths): void {
  const names = namesIn(snapshots);
  const there = new Set(names);
  for (const name of names) {
    const [, stamp, kind] = /^(\d{8}-\d{6})\.(.+)$/.exec(name) ?? [];
    // A page that this program does not understand may be of a newer one: it stays.
    const whole = (kind === 'db' && there.has(`${stamp}.json`)) || (kind === 'json' && there.has(`${stamp}.db`));
    if (stamp !== undefined && !whole) rmSync(path.join(snapshots, name), { force: true });
  }
}

/** Takes a snapshot away: its page first, so that it never counts without its file. */
export function removeSnapshot({ snapshots }: PlacePaths, stamp: string): void {
  const files = snapshotFiles(snapshots, stamp);
  rmSync(files.page, { force: true });
  flushFolder(snapshots);
  rmSync(files.database, { force: true });
}

/** Puts a snapshot aside that is no longer good. */
export function setAside({ snapshots, broken }: PlacePaths, stamp: string): void {
  makeFolder(broken);
  const from = snapshotFiles(snapshots, stamp);
  const to = snapshotFiles(broken, stamp);
  renameSync(from.page, to.page);
  flushFolder(snapshots);
  renameSync(from.database, to.database);
}

/** The hashes that a database names, of files among others: whatever stands in a column that is called so; not those of
 * papers that were erased. */
export function namedFiles(client: Database.Database): Set<string> {
  const columns = client
    .prepare<[], { table: string; column: string }>(
      `select t.name as "table", c.name as "column" from sqlite_schema t, pragma_table_info(t.name) c
       where t.type = 'table' and c.name like '%sha256'`,
    )
    .all();
  const named = columns.map(({ table, column }) => `select "${column}" from "${table}" where "${column}" is not null`);
  const all = named.length === 0 ? [] : client.prepare<[], string>(named.join(' union ')).pluck().all();
  const erased = new Set(erasedFiles(client));
  return new Set(all.filter((sha256) => !erased.has(sha256)));
}

/** The papers that a database cannot do without. */
export function neededFiles(client: Database.Database): string[] {
  const select =
    'select data_sha256 from documents union select pdf_sha256 from documents where pdf_sha256 is not null';
  const erased = new Set(erasedFiles(client));
  return client
    .prepare<[], string>(select)
    .pluck()
    .all()
    .filter((sha256) => !erased.has(sha256));
}

/** Where a file lies below a folder of files. */
export function placeOfFile(sha256: string): string {
  return path.join(sha256.slice(0, 2), sha256);
}

/** The files at a place by their names, and what a fall has left of others. */
export function blobsAt({ blobs }: PlacePaths): { readonly names: ReadonlySet<string>; readonly halves: string[] } {
  const names = new Set<string>();
  const halves: string[] = [];
  for (const folder of namesIn(blobs))
    for (const name of namesIn(path.join(blobs, folder)))
      if (name.endsWith(newSuffix)) halves.push(path.join(blobs, folder, name));
      else names.add(name);
  return { names, halves };
}

/** What a fault means at a place. Throws nothing. */
export function placeFault(error: unknown, place: string, paths: PlacePaths): DomainError {
  const refusal = error instanceof DomainError ? error : undefined;
  if (refusal !== undefined && !['DISK_FULL', 'BACKUP_FAILED'].includes(refusal.code)) return refusal;
  const missing = () => new DomainError('BACKUP_PLACE_MISSING', { folder: place });
  const code = refusal === undefined ? codeOf(error) : String(refusal.params['reason'] ?? refusal.code);
  const there = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
  // Without its folder it may be the empty mount point of a stick that is not plugged in; a new place has none yet.
  if (!there || (refusal === undefined ? code === 'ENOENT' : !isPrepared(paths))) return missing();
  if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'DISK_FULL'].includes(code))
    return new DomainError('BACKUP_PLACE_FULL', { folder: place });
  const probed = probe(isPrepared(paths) ? paths.root : place);
  if (['EROFS', 'EACCES', 'EPERM'].includes(probed ?? code))
    return new DomainError('BACKUP_PLACE_READONLY', { folder: place });
  if (probed !== undefined || ['ENOENT', 'EIO', 'ENXIO', 'ENODEV', 'ESTALE', 'ENOTDIR'].includes(code))
    return missing();
  return refusal ?? new DomainError('BACKUP_FAILED', { reason: code });
}

/** Why nothing can be written at a place, as the system calls it; undefined where something can. */
function probe(folder: string): string | undefined {
  const file = path.join(folder, `zhiye-probe${newSuffix}`);
  try {
    closeSync(openSync(file, 'w', 0o600));
    rmSync(file);
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
