import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';

/**
 * A mark beside an office's file that says how far its log has come. A write-ahead log that was damaged in its middle, or
 * belongs to another moment, ends early without a word: what is left is whole, but not all. The mark is written after each
 * commit and never flushed by itself, so that it may be behind the file after a power cut and is never ahead of it.
 */
export type LogMark = {
  /** The newest event that was seen in this very file; 0 where nothing is known. */
  readonly seen: () => number;
  readonly note: (seq: number) => void;
  readonly close: () => void;
};

/** More than any mark: what was there before is overwritten whole. */
const WIDTH = 120;

/** The mark of an office's database file. A file that was put in its place is another one, of which nothing is known. */
export function logMark(file: string): LogMark {
  const at = `${file.replace(/\.db$/, '')}.mark`;
  const { dev, ino } = statSync(file, { bigint: true });
  const identity = `${dev}:${ino}`;
  let handle: number | undefined;
  return {
    seen: () => {
      const [seq = '', of = ''] = textOf(at).trim().split(' ');
      return of === identity && /^\d{1,15}$/.test(seq) ? Number(seq) : 0;
    },
    note: (seq) => {
      try {
        handle ??= openSync(at, 'w', 0o600);
        writeSync(handle, `${seq} ${identity}`.padEnd(WIDTH), 0);
      } catch {
        // The act is on the disk; a mark that stays behind accuses nobody.
      }
    },
    close: () => {
      if (handle !== undefined) closeSync(handle);
      handle = undefined;
    },
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
