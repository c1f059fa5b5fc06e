import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { SharedFile } from '#shared/documents/rendering.ts';

const UNREAD = 0;
const BEING_READ = 1;
const READ = 2;
/** A thread that was ended while it read leaves a file half there: the others then read one for themselves. */
const PATIENCE_MS = 10_000;

const known = new Map<string, Uint8Array>();
const shared = new Map<string, SharedFile>();
let patience = PATIENCE_MS;

/** Lets this thread read files into memory that it shares with others; `patienceMs`: how long it waits for one of them. */
export function shareFiles(files: readonly SharedFile[], patienceMs = PATIENCE_MS): void {
  patience = patienceMs;
  for (const one of files) shared.set(one.file, one);
}

/** The bytes of a typeface's file, held once by this thread, or once by all that share it. Nobody may change them. */
export function typefaceBytes(file: string): Uint8Array {
  const held = known.get(file);
  if (held !== undefined) return held;
  const together = shared.get(file);
  const bytes = (together && readTogether(together)) ?? readFileSync(file);
  known.set(file, bytes);
  return bytes;
}

/** Undefined where another thread began to read and did not come to its end. */
function readTogether({ file, bytes, state }: SharedFile): Uint8Array | undefined {
  const stands = new Int32Array(state);
  // A Buffer: what fontkit cuts out of one is seen, not copied.
  const all = Buffer.from(bytes);
  if (Atomics.compareExchange(stands, 0, UNREAD, BEING_READ) === UNREAD) {
    fill(all, file);
    Atomics.store(stands, 0, READ);
    Atomics.notify(stands, 0);
  } else Atomics.wait(stands, 0, BEING_READ, patience);
  return Atomics.load(stands, 0) === READ ? all : undefined;
}

function fill(all: Uint8Array, file: string): void {
  const from = openSync(file, 'r');
  try {
    let at = 0;
    while (at < all.length) {
      const count = readSync(from, all, at, all.length - at, at);
      if (count === 0) throw new Error(`${file} became shorter`);
      at += count;
    }
  } finally {
    closeSync(from);
  }
}
