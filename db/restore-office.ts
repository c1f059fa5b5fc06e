import { existsSync, mkdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import type { SnapshotPage } from '#shared/domain/backups/snapshot-page.ts';
import { lossOf, type NamedAct, type Restorable, type RestoreLoss } from '#shared/domain/restores/loss.ts';
import type { RestoreProgress } from '#shared/domain/restores/steps.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { checked } from './backup.ts';
import { blobsUnder, namedFiles, placeOfFile, readPage, snapshotFiles } from './backup-place.ts';
import { totalsOf } from './compared-copy.ts';
import { type FileKey, openWithAny } from './connection.ts';
import { copyFiles } from './copy-files.ts';
import { lastCommon } from './lost-acts.ts';
import { schemaVersion } from './migrate.ts';
import { databaseName, filesName } from './office-copy.ts';
import { type Rekeying, rekeyDatabase, rekeyFiles } from './rekey-copy.ts';
import { newestSeq, verifyLog } from './repositories/events.ts';

/** Which backup is made ready for which office. Nobody has that office open. */
export type RestoreOrder = {
  /** The folder of the office at the place of its backups. */
  readonly root: string;
  readonly stamp: string;
  /** The office that is here, or where there is none yet. */
  readonly folder: string;
  /** Where the backup is written, beside it. */
  readonly side: string;
  readonly fileKey: FileKey;
  /** Left out where the office still has the key that it was founded with. */
  readonly keys?: RestoreKeys | undefined;
  readonly nativeBinding: string | undefined;
  /** The newest version of the database that this program knows. */
  readonly newestSchema: number;
};

/** The keys of a restoring, where an office has had several. */
export type RestoreKeys = {
  /** Name of the backup's own; null for the one that the office was founded with. */
  readonly key: string | null;
  /** The one of the office that is here; undefined where it is not known. */
  readonly here: FileKey | undefined;
  /** All that are known: the office that is here may be under another one than the backup. */
  readonly known: readonly FileKey[];
  /** From the backup's to the one that the office goes on with, where that is another. */
  readonly rekey: Omit<Rekeying, 'nativeBinding'> | undefined;
};

/** What the disk keeps free, bytes. */
const LEFT_FREE = 64 * 1024 ** 2;

type Tell = (progress: RestoreProgress) => void;

/**
 * Writes a backup beside the office that is here and opens it there: it is whole, its log is unbroken, it has the totals of
 * its page, and the papers and scans that it names are there. Tells what the office here would lose to it. The office
 * itself is only read. Throws RESTORE_BROKEN, RESTORE_KEY, RESTORE_NEWER, BACKUP_PLACE_MISSING, DISK_FULL, and leaves
 * nothing behind then.
 */
export async function prepareRestore(order: RestoreOrder, tell: Tell): Promise<Restorable> {
  try {
    rmSync(order.side, { recursive: true, force: true });
    return await prepared(order, tell);
  } catch (error) {
    rmSync(order.side, { recursive: true, force: true });
    throw faultAt(error, order);
  }
}

async function prepared(order: RestoreOrder, tell: Tell): Promise<Restorable> {
  const { root, stamp, side, fileKey: key, nativeBinding } = order;
  const from = path.join(root, 'snapshots');
  const page = readPage(snapshotFiles(from, stamp).page);
  if (page === undefined) throw new DomainError('RESTORE_BROKEN', { stamp });
  if (page.schemaVersion > order.newestSchema) throw new DomainError('RESTORE_NEWER', { stamp });
  checkRoom(order, page.sizeBytes);
  mkdirSync(side, { recursive: true, mode: 0o700 });
  const name = path.basename(snapshotFiles(from, stamp).database);
  tell({ step: 'copy', percent: 0 });
  await copyFiles([{ name, size: page.sizeBytes }], { from, to: side }, (percent) => tell({ step: 'copy', percent }));
  const file = path.join(side, databaseName);
  renameSync(path.join(side, name), file);
  tell({ step: 'check', percent: 0 });
  const found = checked(file, { key, nativeBinding }, (copy) => {
    tell({ step: 'chain', percent: 0 });
    if (!isAsItsPage(copy, page)) throw new DomainError('RESTORE_BROKEN', { stamp });
    return { named: [...namedFiles(copy)], last: lastAct(copy) };
  });
  const files = await copyNamed(order, found.named, (percent) => tell({ step: 'files', percent }));
  tell({ step: 'compare', percent: 0 });
  const { at, events, head, sizeBytes } = page;
  const compared = comparedWithHere(order, file);
  underOwnKey(order, file, page, (percent) => tell({ step: 'compare', percent }));
  return { stamp, at, events, head, sizeBytes, last: found.last, files, ...compared };
}

/** Puts what was made ready under the key that the office goes on with: an old backup does not bring an old key back. */
function underOwnKey(
  { keys, side, stamp, nativeBinding }: RestoreOrder,
  file: string,
  page: SnapshotPage,
  tell: (percent: number) => void,
): void {
  if (keys?.rekey === undefined) return;
  const rekeying = { ...keys.rekey, nativeBinding };
  rekeyDatabase(file, rekeying);
  const files = path.join(side, filesName);
  rekeyFiles(rekeying, { from: files, to: files }, tell);
  const whole = checked(file, { key: rekeying.to.file, nativeBinding }, (copy) => isAsItsPage(copy, page));
  if (!whole) throw new DomainError('RESTORE_BROKEN', { stamp });
}

function checkRoom({ folder, root }: RestoreOrder, databaseBytes: number): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = statfsSync(folder);
  if (!existsSync(root)) throw new DomainError('BACKUP_PLACE_MISSING', { folder: root });
  if (bavail * bsize < databaseBytes + LEFT_FREE) throw new DomainError('DISK_FULL');
}

/** Walks the log and counts what its page tells. Throws LOG_BROKEN. */
function isAsItsPage(copy: Database.Database, page: SnapshotPage): boolean {
  const { events, head } = verifyLog(copy);
  return (
    events === page.events &&
    head === page.head &&
    schemaVersion(copy) === page.schemaVersion &&
    JSON.stringify(totalsOf(copy)) === JSON.stringify(page.totals)
  );
}

/** The papers and scans that a backup names: from its place, else from the office that is here. */
async function copyNamed(
  { root, folder, side, fileKey, keys }: RestoreOrder,
  named: readonly string[],
  tell: (percent: number) => void,
): Promise<Restorable['files']> {
  const to = path.join(side, filesName);
  const sources = [blobsUnder(root, keys?.key ?? null)];
  // What the office here has is of use only under the same key.
  if (keys === undefined || isSameKey(keys.here, fileKey)) sources.push(path.join(folder, filesName));
  let missing = named.map(placeOfFile);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const from of sources) {
    const there = missing.flatMap((name) => {
      const size = statSync(path.join(from, name), { throwIfNoEntry: false })?.size;
      return size === undefined ? [] : [{ name, size }];
    });
    await copyFiles(there, { from, to }, tell);
    const copied = new Set(there.map(({ name }) => name));
    missing = missing.filter((name) => !copied.has(name));
  }
  return { count: named.length, missing: missing.length };
}

function isSameKey(one: FileKey | undefined, other: FileKey): boolean {
  return one !== undefined && Buffer.compare(one, other) === 0;
}

const selectActs = `select seq, happened_at as at, kind, accounts.name as "by" from events
  left join accounts on accounts.id = events.actor_id`;

function lastAct(client: Database.Database): NamedAct | null {
  return client.prepare<[], NamedAct>(`${selectActs} order by seq desc limit 1`).get() ?? null;
}

/** What the office that is here has and the backup has not. */
function comparedWithHere(
  { folder, fileKey: key, keys, nativeBinding }: RestoreOrder,
  copy: string,
): { readonly loss: RestoreLoss; readonly epoch: number } {
  const file = path.join(folder, databaseName);
  if (!existsSync(file)) return { loss: { kind: 'noOffice' }, epoch: 0 };
  try {
    const here = openWithAny(keys?.known ?? [key], { file, nativeBinding, readonly: true });
    try {
      return checked(copy, { key, nativeBinding }, (other) => ({
        loss: lossBetween(here.client, other),
        epoch: epochOf(here.client),
      }));
    } finally {
      here.close();
    }
  } catch {
    return { loss: { kind: 'unreadable' }, epoch: 0 };
  }
}

function lossBetween(here: Database.Database, other: Database.Database): RestoreLoss {
  const common = lastCommon(here, other);
  const lost = here.prepare<[number], NamedAct>(`${selectActs} where seq > ? order by seq`).all(common);
  const since = here.prepare<[number], number>('select happened_at from events where seq = ?').pluck().get(common);
  return lossOf(lost, since ?? null, newestSeq(other) - common);
}

function epochOf(client: Database.Database): number {
  return Number(client.prepare('select coalesce(max(epoch), 0) from host_identity').pluck().get());
}

/** What a fault means to whoever restores. */
function faultAt(error: unknown, { root, stamp, folder }: RestoreOrder): unknown {
  const code = String(Reflect.get(Object(error), 'code'));
  if (code === 'DATABASE_KEY') return new DomainError('RESTORE_KEY', { stamp });
  if (['BACKUP_FAILED', 'LOG_BROKEN'].includes(code) || /^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return new DomainError('RESTORE_BROKEN', { stamp });
  if (error instanceof DomainError) return error;
  if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(code)) return new DomainError('DISK_FULL');
  const failed = String(Reflect.get(Object(error), 'path') ?? '');
  if (failed.startsWith(folder)) return new DomainError('DISK_FAILED');
  if (/^E[A-Z]+$/.test(code)) return new DomainError('BACKUP_PLACE_MISSING', { folder: root });
  return error;
}
