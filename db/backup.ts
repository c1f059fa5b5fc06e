import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { DomainError } from '#shared/kernel/errors.ts';
import { type OpenOptions, openDatabase } from './connection.ts';

type CopyOptions = Omit<OpenOptions, 'file' | 'readonly' | 'copy'>;

/** What a copy is called until it is known to be good. */
export const partSuffix = '.part';

/**
 * Writes a snapshot of the open database to `target` (encrypted with the same key), opens it, checks it, has it inspected
 * and only then gives it its name; a snapshot that does not open is no snapshot. Answers what the inspection found. Throws
 * `BACKUP_FAILED`, `DISK_FULL` and what the inspection throws.
 */
export function snapshot(client: Database.Database, target: string, options: CopyOptions): void;
export function snapshot<Found>(
  client: Database.Database,
  target: string,
  options: CopyOptions,
  inspect: (copy: Database.Database) => Found,
): Found;
export function snapshot(
  client: Database.Database,
  target: string,
  options: CopyOptions,
  inspect: (copy: Database.Database) => unknown = () => undefined,
): unknown {
  const partial = `${target}${partSuffix}`;
  rmSync(partial, { force: true });
  try {
    client.prepare('vacuum into ?').run(partial);
    // What is read back below is what lies on the disk.
    flush(partial);
    const found = checked(partial, options, inspect);
    if (existsSync(target)) rmSync(target);
    renameSync(partial, target);
    flushFolder(path.dirname(target));
    return found;
  } catch (error) {
    rmSync(partial, { force: true });
    throw error instanceof DomainError ? error : copyFault(error);
  }
}

/** Opens a finished copy as one file, looks at every page of it, and has it inspected. Throws `BACKUP_FAILED`. */
export function checked<Found>(file: string, options: CopyOptions, inspect: (copy: Database.Database) => Found): Found {
  const copy = openDatabase({ ...options, file, readonly: true, copy: true });
  try {
    const answer = copy.client.pragma('integrity_check', { simple: true });
    if (answer !== 'ok') throw new DomainError('BACKUP_FAILED', { reason: String(answer) });
    return inspect(copy.client);
  } finally {
    copy.close();
  }
}

/** What a fault of the disk means to a copy that was being written. */
function copyFault(error: unknown): DomainError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(code)) return new DomainError('DISK_FULL');
  return new DomainError('BACKUP_FAILED', { reason: code });
}

/** Brings a file to the disk. */
export function flush(file: string): void {
  flushOpened(openSync(file, 'r+'));
}

/** Brings the names in a folder to the disk, where the system can: Windows and some shares order them by themselves. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  try {
    flushOpened(openSync(folder, 'r'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EACCES'].includes(code)) throw error;
  }
}

function flushOpened(handle: number): void {
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
