import { readFileSync, statSync } from 'node:fs';
import { DomainError } from '#shared/kernel/errors.ts';

/** Largest file that is read, bytes: what travels from a window to the office at most. */
const LARGEST_FILE = 24 * 1024 * 1024;

/** The bytes of a file. Throws when there is none, FILE_TOO_LARGE for one that no window could send. */
export function readFile(file: string): Buffer {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) throw new Error(`There is no file ${file}`);
  if (stats.size > LARGEST_FILE) throw new DomainError('FILE_TOO_LARGE', { largestMib: LARGEST_FILE / 1024 / 1024 });
  return readFileSync(file);
}
