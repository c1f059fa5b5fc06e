import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { refusalOf } from './faults.ts';

const MIB = 1024 ** 2;
/** What the office keeps back for its last acts, bytes: a day's close, some hundred receipts and a clean end. */
export const usualReserve = 64 * MIB;
/** It is made where so many times its size are free: what was just given up is not taken back by the next tick. */
const ROOM = 4;
/** Where less is free at the end, the office closes with what it has kept back, bytes. */
const FULL = 16 * MIB;
const reserveName = 'office.reserve';

/** Room on the disk that an office has taken before others could. */
export type DiskReserve = {
  /** Takes it where there is enough room; whoever writes much goes on meanwhile. */
  readonly keep: (freeBytes: number | null) => Promise<void>;
  /** Does what writes; where the disk is full for it, gives the reserve up and does it once more. */
  readonly withIt: <T>(run: () => Promise<T>) => Promise<T>;
  /** Takes nothing any more, and gives it up for the closing where the disk is as good as full. */
  readonly close: (freeBytes: number | null) => Promise<void>;
  /** It was given up and could not be taken again yet. */
  readonly isGiven: () => boolean;
};

/** The reserve of an office that keeps none: scripts and generated offices. */
export const noReserve: DiskReserve = {
  keep: () => Promise.resolve(),
  withIt: (run) => run(),
  close: () => Promise.resolve(),
  isGiven: () => false,
};

/**
 * The reserve of an office's folder: a file of so many bytes that holds nothing. When the disk is full it is deleted, so
 * that the acts at hand, the close of the day and a clean end succeed; it is made again when there is room.
 */
export function diskReserve(folder: string, bytes: number, log: (line: string) => void): DiskReserve {
  const file = path.join(folder, reserveName);
  /** Known to stand whole; unknown after the start, when a file of an earlier day may lie there. */
  let stands = false;
  let given = false;
  const closing = new AbortController();
  let making = Promise.resolve();
  /** How often it was given up: whoever was refused together with the one who gave it up tries again as well. */
  let times = 0;

  function give(): boolean {
    if (!stands) return false;
    try {
      rmSync(file, { force: true });
    } catch (error) {
      log(`the reserve on the disk can't be given up: ${String(error)}`);
      return false;
    }
    stands = false;
    given = true;
    times += 1;
    log('the disk is full: the reserve was given up');
    return true;
  }

  async function take(freeBytes: number | null): Promise<void> {
    const there = await stat(file).catch(() => undefined);
    if (there?.size !== bytes) {
      for (const left of [file, unfinishedOf(file)]) rmSync(left, { force: true });
      if (freeBytes === null || freeBytes < bytes * ROOM || !(await fill(file, bytes, closing.signal))) return;
    }
    stands = true;
    given = false;
  }

  return {
    keep: (freeBytes) => {
      const work = stands || closing.signal.aborted ? Promise.resolve() : take(freeBytes);
      making = work.catch(() => undefined);
      return work;
    },
    withIt: async (run) => {
      const before = times;
      try {
        return await run();
      } catch (error) {
        if (refusalOf(error).refusal.code !== 'DISK_FULL' || (times === before && !give())) throw error;
        return run();
      }
    },
    close: async (freeBytes) => {
      closing.abort();
      await making;
      if (freeBytes !== null && freeBytes < FULL) give();
    },
    isGiven: () => given,
  };
}

const unfinishedOf = (file: string) => `${file}.new`;

/**
 * Writes a file that takes its room whatever the disk makes of empty contents; it is whole, or not there under its name.
 * False when it was stopped.
 */
async function fill(file: string, bytes: number, stop: AbortSignal): Promise<boolean> {
  const unfinished = unfinishedOf(file);
  try {
    const handle = await open(unfinished, 'w', 0o600);
    try {
      const piece = randomBytes(MIB);
      for (let left = bytes; left > 0 && !stop.aborted; left -= piece.length)
        await handle.write(piece, 0, Math.min(left, piece.length));
    } finally {
      await handle.close();
    }
    if (!stop.aborted) await rename(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return !stop.aborted;
}
