import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Something that happened to the files of an office, as the system saw it. */
export type Written =
  | { readonly kind: 'write'; readonly file: string; readonly at: number; readonly data: Buffer }
  | { readonly kind: 'cut'; readonly file: string; readonly size: number }
  | { readonly kind: 'gone'; readonly file: string }
  /** All that was written to a file is on the disk; of the folder: that the file is there, or not there any more. */
  | { readonly kind: 'synced'; readonly file: string }
  | { readonly kind: 'folderSynced' }
  /** What the process said of its acts. */
  | { readonly kind: 'said'; readonly text: string };

/** The system calls by which SQLite writes a file, and by which a process speaks. */
const calls = 'pwrite64,write,fsync,fdatasync,ftruncate,unlink';

/** How strace is told to keep them all, with every byte. */
export const recordingOptions = (log: string): readonly string[] => [
  ...['-y', '-xx', '-s', '1048576', '-e', `trace=${calls}`, '-o', log],
];

const form = /^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)/;
const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');
/** The path in `3</home/…>`, or of `"/home/…"`. */
const pathIn = (word: string): string => bytesOf(/[<"]([^>"]*)[>"]/.exec(word)?.[1] ?? '').toString('utf8');

/**
 * Reads what a process did to the files of a folder, in order. The index beside the write-ahead log (`-shm`) is memory
 * that SQLite makes anew. Throws when a call of the folder's files is not understood: a log with gaps proves nothing.
 */
export function readWriteLog(log: string, folder: string, program: string): Written[] {
  const written: Written[] = [];
  for (const line of readFileSync(log, 'latin1').split('\n')) {
    const [, call = '', words = '', answer = ''] = form.exec(line) ?? [];
    if (call === '') {
      if (line.includes('unfinished')) throw new Error('Two threads wrote at once: the log has no order');
      continue;
    }
    const [first = '', ...rest] = words.split(', ');
    if (call === 'write') {
      if (first.startsWith('1<'))
        written.push({ kind: 'said', text: bytesOf(rest[0]?.replaceAll('"', '') ?? '').toString() });
      continue;
    }
    const file = pathIn(first);
    if (file === folder) written.push({ kind: 'folderSynced' });
    if (path.dirname(file) !== folder || file.endsWith('-shm') || Number(answer) < 0) continue;
    const name = path.basename(file);
    if (call === 'pwrite64') {
      const data = bytesOf(rest[0]?.replaceAll('"', '') ?? '');
      if (data.length !== Number(answer))
        throw new Error(`${program} wrote ${answer} bytes, of which ${data.length} are known`);
      written.push({ kind: 'write', file: name, at: Number(rest[2]), data });
    } else if (call === 'ftruncate') written.push({ kind: 'cut', file: name, size: Number(rest[0]) });
    else if (call === 'unlink') written.push({ kind: 'gone', file: name });
    else written.push({ kind: 'synced', file: name });
  }
  return written;
}
