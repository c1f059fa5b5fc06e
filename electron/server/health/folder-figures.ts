import { readdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { HealthFigures } from '#shared/domain/health/figures.ts';

/** How long a count of the papers' files holds, ms: there may be a hundred thousand of them. */
const COUNTED_FOR_MS = 60_000;

/** Files counted at a time. */
const AT_ONCE = 32;

type FolderFigures = Pick<HealthFigures, 'disk' | 'blobs'> & {
  readonly sizeBytes: number;
  readonly walBytes: number;
};

/** What an office's folder and its disk say. */
export function folderFigures(folder: string): (now: number) => Promise<FolderFigures> {
  let counted: { readonly at: number; readonly blobs: Promise<HealthFigures['blobs']> } | undefined;
  return async (now) => {
    if (counted === undefined || now - counted.at > COUNTED_FOR_MS)
      counted = { at: now, blobs: countFiles(path.join(folder, 'blobs')) };
    const [disk, sizeBytes, walBytes, blobs] = await Promise.all([
      diskOf(folder),
      sizeOf(path.join(folder, 'office.db')),
      sizeOf(path.join(folder, 'office.db-wal')),
      counted.blobs,
    ]);
    return { disk, sizeBytes, walBytes, blobs };
  };
}

async function diskOf(folder: string): Promise<HealthFigures['disk']> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { freeBytes: bavail * bsize, sizeBytes: blocks * bsize };
  } catch {
    return null;
  }
}

async function sizeOf(file: string): Promise<number> {
  return (await statOf(file))?.size ?? 0;
}

/** A file may go between being listed and being looked at. */
async function statOf(file: string) {
  try {
    return await stat(file);
  } catch {
    return undefined;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

async function countFiles(root: string): Promise<HealthFigures['blobs']> {
  let count = 0;
  let sizeBytes = 0;
  for (const folder of await namesIn(root)) {
    const names = await namesIn(path.join(root, folder));
    for (let at = 0; at < names.length; at += AT_ONCE) {
      const found = await Promise.all(
        names.slice(at, at + AT_ONCE).map((name) => statOf(path.join(root, folder, name))),
      );
      for (const each of found) {
        if (each === undefined) continue;
        count += 1;
        sizeBytes += each.size;
      }
    }
  }
  return { count, sizeBytes };
}
