import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import type { RelocationProgress, RelocationTotals } from '#shared/domain/relocation/steps.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { snapshot } from './backup.ts';
import { type FileKey, openDatabase } from './connection.ts';
import { verifyLog } from './repositories/events.ts';
import { releaseServing } from './repositories/terminals.ts';

/** Which office is copied where. Nobody may write in it meanwhile; the target is empty. */
export type CopyOrder = {
  readonly folder: string;
  readonly target: string;
  readonly fileKey: FileKey;
  /** UTC ms. */
  readonly at: number;
  readonly nativeBinding: string | undefined;
};

const databaseName = 'office.db';
const filesName = 'blobs';

/**
 * Copies the database and the files of an office and opens the copy: it is whole, its log is unbroken, and every table
 * and file is as it was. The folder's own page is not copied, so that the copy is no office yet. Throws BACKUP_FAILED,
 * LOG_BROKEN, DISK_FULL.
 */
export async function copyOffice(
  { folder, target, fileKey: key, at, nativeBinding }: CopyOrder,
  tell: (progress: RelocationProgress) => void,
): Promise<RelocationTotals> {
  const copy = path.join(target, databaseName);
  tell({ step: 'database', percent: 0 });
  const source = openDatabase({ file: path.join(folder, databaseName), key, nativeBinding });
  try {
    snapshot(source.client, copy, { key, nativeBinding });
    tell({ step: 'chain', percent: 0 });
    const counted = comparedTables(source.client, copy, { key, at, nativeBinding });
    const files = await copyFiles(path.join(folder, filesName), path.join(target, filesName), tell);
    const sizeBytes = files.sizeBytes + statSync(copy).size;
    return { ...counted, files: files.count, sizeBytes };
  } finally {
    source.close();
  }
}

type Counts = ReadonlyMap<string, number>;

function countsOf(client: Database.Database): Counts {
  const names = client
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
    )
    .pluck()
    .all();
  return new Map(
    names.map((name) => [name, Number(client.prepare(`select count(*) from "${name}"`).pluck().get())] as const),
  );
}

function comparedTables(
  source: Database.Database,
  copy: string,
  { at, ...options }: { readonly key: FileKey; readonly at: number; readonly nativeBinding: string | undefined },
): Pick<RelocationTotals, 'events' | 'head' | 'tables' | 'rows'> {
  const opened = openDatabase({ ...options, file: copy });
  try {
    const [before, after] = [countsOf(source), countsOf(opened.client)];
    for (const [table, rows] of before)
      if (after.get(table) !== rows) throw new DomainError('BACKUP_FAILED', { reason: table });
    const { events, head } = verifyLog(opened.client);
    const last = source.prepare<[], string>('select hash from events order by seq desc limit 1').pluck().get();
    if (last !== undefined && last !== head) throw new DomainError('BACKUP_FAILED', { reason: 'events' });
    const rows = [...after.values()].reduce((sum, count) => sum + count, 0);
    // Whoever opens it there is meant to serve it, and no terminal goes back to this PC.
    releaseServing(opened.client, at);
    // What only lives beside an open file is written back into it: the copy is one file.
    opened.client.pragma('wal_checkpoint(TRUNCATE)');
    return { events, head, tables: after.size, rows };
  } finally {
    opened.close();
  }
}

async function copyFiles(from: string, to: string, tell: (progress: RelocationProgress) => void) {
  const files = filesIn(from);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  let copied = 0;
  let percent = -1;
  for (const { name, size: bytes } of files) {
    const [source, target] = [path.join(from, name), path.join(to, name)];
    mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
    copyFileSync(source, target);
    flush(target);
    if ((await hashOf(source)) !== (await hashOf(target))) throw new DomainError('BACKUP_FAILED', { reason: name });
    copied += bytes;
    const now = size === 0 ? 100 : Math.floor((copied / size) * 100);
    if (now !== percent) tell({ step: 'files', percent: now });
    percent = now;
  }
  return { count: files.length, sizeBytes: size };
}

/** Files below a folder by their paths in it; what was being written when something fell is no file of the office. */
function filesIn(folder: string): { readonly name: string; readonly size: number }[] {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there === undefined) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.new'))
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .map((file) => ({ name: path.relative(folder, file), size: statSync(file).size }));
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest('hex');
}
