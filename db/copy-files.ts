import { createHash } from 'node:crypto';
import { copyFileSync, createReadStream, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '#shared/kernel/errors.ts';
import { flush, flushFolder } from './backup.ts';

/** What is being written beside a file before it gets its name. */
export const newSuffix = '.new';

/** A file below a folder, by its path in it. */
export type FileBelow = { readonly name: string; readonly size: number };

/** Files below a folder; what was being written when something fell is no file of the office. */
export function filesIn(folder: string): FileBelow[] {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there === undefined) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(newSuffix))
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .map((file) => ({ name: path.relative(folder, file), size: statSync(file).size }));
}

/**
 * Copies files from one folder to another, each compared by its hash before it gets its name; those that are there in
 * their size stay as they are. The folder that `to` lies in is there, or nothing is written: a stick may have been pulled
 * out. Throws BACKUP_FAILED with the file that differs, and what the disk throws.
 */
export async function copyFiles(
  files: readonly FileBelow[],
  { from, to }: { readonly from: string; readonly to: string },
  tell: (percent: number) => void,
): Promise<{ count: number; sizeBytes: number }> {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  makeFolder(to);
  let done = 0;
  let percent = -1;
  for (const { name, size: bytes } of files) {
    const target = path.join(to, name);
    if (statSync(target, { throwIfNoEntry: false })?.size !== bytes) {
      const parts = path.dirname(name).split(path.sep);
      for (const [depth] of parts.entries()) makeFolder(path.join(to, ...parts.slice(0, depth + 1)));
      await copyFile(path.join(from, name), target);
    }
    done += bytes;
    const now = size === 0 ? 100 : Math.floor((done / size) * 100);
    if (now !== percent) tell(now);
    percent = now;
  }
  return { count: files.length, sizeBytes: size };
}

/** Makes one folder unless it is there. Throws what the disk throws: ENOENT where the one that it is to lie in is gone. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

async function copyFile(source: string, target: string): Promise<void> {
  const fresh = `${target}${newSuffix}`;
  try {
    copyFileSync(source, fresh);
    flush(fresh);
    if ((await hashOf(source)) !== (await hashOf(fresh)))
      throw new DomainError('BACKUP_FAILED', { reason: path.basename(source) });
    renameSync(fresh, target);
    flushFolder(path.dirname(target));
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest('hex');
}
