import { mkdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import type { KeyChangeFigures, KeyChangeProgress } from '#shared/domain/keys/steps.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { checked, flushFolder, snapshot } from './backup.ts';
import { openBlob } from './blob-cipher.ts';
import { comparedCopy, totalsOf } from './compared-copy.ts';
import { checkpoint, openDatabase } from './connection.ts';
import { filesIn } from './copy-files.ts';
import { databaseName, filesName } from './office-copy.ts';
import { type Rekeying, rekeyDatabase, rekeyFiles } from './rekey-copy.ts';
import { appendEvent, verifyLog } from './repositories/events.ts';

/** Who changes the keys, why, and when (UTC ms). */
export type KeyChangeAct = {
  readonly id: string;
  readonly at: number;
  readonly actorId: number | null;
  readonly terminal: string;
  readonly reason: string;
  /** What the keys are called on the office's page. */
  readonly names: { readonly from: string; readonly to: string };
};

/** Which office is written under another key, and where, beside it. Nobody has it open. */
export type RekeyOrder = Rekeying & {
  readonly folder: string;
  readonly side: string;
  readonly act: KeyChangeAct;
};

/** What the disk keeps free, bytes. */
const LEFT_FREE = 64 * 1024 ** 2;

type Tell = (progress: KeyChangeProgress) => void;

/**
 * Writes an office beside itself under another key, with the act in its log, and opens all of it there: every page, its
 * unbroken log, every table and the money as before, every paper and scan. The office itself is only read, and whatever
 * fails or falls leaves it as it was. Throws DISK_FULL, BACKUP_FAILED, LOG_BROKEN.
 */
export function rekeyOffice(order: RekeyOrder, tell: Tell): KeyChangeFigures {
  const { side } = order;
  try {
    rmSync(side, { recursive: true, force: true });
    return rekeyed(order, tell);
  } catch (error) {
    rmSync(side, { recursive: true, force: true });
    throw faultOf(error);
  }
}

function rekeyed(order: RekeyOrder, tell: Tell): KeyChangeFigures {
  const { folder, side, from, to, nativeBinding } = order;
  checkRoom(folder);
  mkdirSync(side, { recursive: true, mode: 0o700 });
  const file = path.join(side, databaseName);
  tell({ step: 'copy', percent: 0 });
  const source = openDatabase({ file: path.join(folder, databaseName), key: from.file, nativeBinding });
  try {
    snapshot(source.client, file, { key: from.file, nativeBinding }, (copy) =>
      comparedCopy(source.client, copy, { quiet: true }),
    );
    tell({ step: 'database', percent: 0 });
    rekeyDatabase(file, order);
    tell({ step: 'files', percent: 0 });
    const folders = { from: path.join(folder, filesName), to: path.join(side, filesName) };
    const files = rekeyFiles(order, folders, (percent) => tell({ step: 'files', percent }));
    tell({ step: 'check', percent: 0 });
    // Compared before the act is in it, so that every table has to be the same.
    checked(file, { key: to.file, nativeBinding }, (copy) => comparedCopy(source.client, copy, { quiet: true }));
    tell({ step: 'check', percent: 40 });
    const events = withAct(file, order, source.client);
    tell({ step: 'check', percent: 60 });
    if (damagedIn(folders.to, to.blobs) !== files.damaged) throw new DomainError('BACKUP_FAILED', { reason: 'files' });
    flushFolder(side);
    tell({ step: 'check', percent: 100 });
    return { events, files: files.count, damaged: files.damaged };
  } finally {
    source.close();
  }
}

/** The office once more beside itself. Throws DISK_FULL before anything is written. */
function checkRoom(folder: string): void {
  const database = statSync(path.join(folder, databaseName)).size;
  const files = filesIn(path.join(folder, filesName)).reduce((sum, { size }) => sum + size, 0);
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < database + files + LEFT_FREE) throw new DomainError('DISK_FULL');
}

/** Writes the act into the copy's log, and answers how long that is. */
function withAct(file: string, { act, to, nativeBinding }: RekeyOrder, source: Database.Database): number {
  const opened = openDatabase({ file, key: to.file, nativeBinding });
  try {
    const { client } = opened;
    const before = verifyLog(client).events;
    client.transaction(() => writeAct(client, act)).immediate();
    const { events } = verifyLog(client);
    const money = totalsOf(client).receiptsFen === totalsOf(source).receiptsFen;
    if (events !== before + 1 || !money) throw new DomainError('BACKUP_FAILED', { reason: 'events' });
    checkpoint(client);
    return events;
  } finally {
    opened.close();
  }
}

function writeAct(client: Database.Database, { id, at, actorId, terminal, reason, names }: KeyChangeAct): void {
  const header = {
    happenedAt: at,
    recordedAt: at,
    businessDate: dayOf(at),
    actorId,
    terminal,
    procedure: 'keys.change',
    requestId: id,
    noun: 'office',
    subjectId: 1,
    kind: 'keysChanged',
    data: { reason, from: names.from, to: names.to },
  } as const;
  appendEvent(client, header, []);
}

/** Opens every paper and scan. */
function damagedIn(folder: string, key: Uint8Array): number {
  return filesIn(folder).filter(({ name }) => {
    try {
      openBlob(readFileSync(path.join(folder, name)), path.basename(name), key);
      return false;
    } catch {
      return true;
    }
  }).length;
}

/** What a fault means to whoever changes the keys. */
function faultOf(error: unknown): unknown {
  const code = String(Reflect.get(Object(error), 'code'));
  if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(code)) return new DomainError('DISK_FULL');
  return error;
}
