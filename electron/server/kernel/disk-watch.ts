import { statfs } from 'node:fs/promises';
import { DomainError } from '#shared/kernel/errors.ts';

/** Below this everybody is told that the disk fills up. */
const LOW_BYTES = 1024 ** 3;
/** Below this nothing large is taken in any more, so that selling and receiving go on for long. */
const LEFT_FOR_WORK_BYTES = 512 * 1024 ** 2;

/** What brings much at once. */
const large: ReadonlySet<string> = new Set([
  'imports.commit',
  'imports.commitProject',
  'contracts.attachCity',
  'attachments.add',
  'scans.take',
]);

/** How much room there is on the disk of an office. */
export type DiskWatch = {
  /** Looks anew; what cannot be asked is not complained of. */
  readonly look: () => Promise<void>;
  /** Bytes that are free, when they are few; null otherwise. */
  readonly lowBytes: () => number | null;
  /** Bytes that were free at the last look; null where that can't be asked. */
  readonly freeBytes: () => number | null;
  /** An act brings much at once: what is kept back for the last acts is not for it. */
  readonly isLarge: (path: string) => boolean;
  /** Throws DISK_LOW for an act that brings much when little is free. */
  readonly check: (path: string) => void;
};

/** Watches the disk of a folder. `freeBytes` stands in for the system in a test. */
export function watchDisk(folder: string, freeBytes: () => Promise<number> = () => freeOn(folder)): DiskWatch {
  let free: number | null = null;
  return {
    look: async () => {
      free = await freeBytes().catch(() => null);
    },
    lowBytes: () => (free !== null && free < LOW_BYTES ? free : null),
    freeBytes: () => free,
    isLarge: (path) => large.has(path),
    check: (path) => {
      if (free !== null && free < LEFT_FOR_WORK_BYTES && large.has(path))
        throw new DomainError('DISK_LOW', { freeMegabytes: Math.floor(free / 1024 ** 2) });
    },
  };
}

async function freeOn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
