import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { DomainError } from '#shared/kernel/errors.ts';
import { type OpenOptions, openDatabase } from './connection.ts';

/**
 * Writes a snapshot of the open database to `target` (encrypted with the same key), opens it, checks it and only then
 * gives it its name; a snapshot that does not open is no snapshot. Throws `BACKUP_FAILED`.
 */
export function snapshot(client: Database.Database, target: string, options: Omit<OpenOptions, 'file'>): void {
  const partial = `${target}.part`;
  rmSync(partial, { force: true });
  try {
    client.prepare('vacuum into ?').run(partial);
    verify(partial, options);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error instanceof DomainError ? error : new DomainError('BACKUP_FAILED', { reason: reasonOf(error) });
  }
  for (const suffix of ['-wal', '-shm']) rmSync(`${partial}${suffix}`, { force: true });
  const handle = openSync(partial, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  if (existsSync(target)) rmSync(target);
  renameSync(partial, target);
}

function verify(file: string, options: Omit<OpenOptions, 'file'>): void {
  const copy = openDatabase({ ...options, file });
  try {
    const answer = copy.client.pragma('integrity_check', { simple: true });
    if (answer !== 'ok') throw new DomainError('BACKUP_FAILED', { reason: String(answer) });
  } finally {
    copy.close();
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
