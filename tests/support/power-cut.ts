import type { Random } from '#shared/kernel/random.ts';
import type { Written } from './write-log.ts';

/** What a disk does by itself as one: the least that is written whole. */
const SECTOR = 512;

/** How what was written and not yet flushed fares when the power goes. */
export const ways = ['nothing kept', 'all kept', 'torn', 'any sector', 'the newest first'] as const;
type Way = (typeof ways)[number];

/** A piece of a file that the disk may or may not have taken. */
type Piece = { readonly at: number; readonly data: Buffer } | { readonly cutTo: number };

type FileState = {
  /** What the disk has for certain; undefined: no such file. */
  safe: Buffer | undefined;
  /** What was done since, in order. */
  pieces: Piece[];
  /** Whether the file is there, for whoever asks the system while the power is on. */
  there: boolean;
  /** Whether the folder's own entry is on the disk as it is. */
  entered: boolean;
  /** As it was when its entry was last safe, for an entry that comes back. */
  former: Buffer | undefined;
};

/** The files of a folder under a log of what was written to them, as far as the disk has it. */
export type PowerCut = {
  /** The next thing that happened. */
  readonly step: (written: Written) => void;
  /** The files as a cut at this moment may leave them: name → bytes. */
  readonly cut: (random: Random, way: Way) => Map<string, Buffer>;
};

/** Begins with files that are safe on the disk. */
export function powerCut(files: ReadonlyMap<string, Buffer>): PowerCut {
  const states = new Map<string, FileState>(
    [...files].map(([name, safe]) => [name, { safe, pieces: [], there: true, entered: true, former: undefined }]),
  );
  const stateOf = (name: string): FileState => {
    const known = states.get(name);
    if (known !== undefined) return known;
    const fresh = { safe: undefined, pieces: [], there: false, entered: true, former: undefined };
    states.set(name, fresh);
    return fresh;
  };
  const opened = (name: string): FileState => {
    const state = stateOf(name);
    // A file that was deleted and is made anew: its old entry may still be what the disk has.
    if (!state.there) Object.assign(state, { safe: Buffer.alloc(0), pieces: [], there: true, entered: false });
    return state;
  };

  function step(written: Written): void {
    if (written.kind === 'said') return;
    if (written.kind === 'folderSynced') {
      for (const state of states.values()) Object.assign(state, { entered: true, former: undefined });
      return;
    }
    const { file } = written;
    if (written.kind === 'gone') {
      const state = stateOf(file);
      state.former = whole(state);
      state.there = false;
      state.entered = false;
    } else if (written.kind === 'synced') {
      const state = stateOf(file);
      if (!state.there) return;
      state.safe = whole(state);
      state.pieces = [];
    } else
      opened(file).pieces.push(
        written.kind === 'write' ? { at: written.at, data: written.data } : { cutTo: written.size },
      );
  }

  function cut(random: Random, way: Way): Map<string, Buffer> {
    const left = new Map<string, Buffer>();
    for (const [name, state] of states) {
      // An entry that is not flushed may be there or not, as the disk likes.
      const there = state.entered || way === 'all kept' ? state.there : random.chance(0.5) === state.there;
      if (!there) continue;
      const bytes = state.there ? survived(state, random, way) : state.former;
      if (bytes !== undefined) left.set(name, bytes);
    }
    return left;
  }

  return { step, cut };
}

/** A file as whoever reads it finds it while the power is on. */
function whole({ safe = Buffer.alloc(0), pieces }: FileState): Buffer {
  return applied(safe, pieces, () => undefined);
}

function survived({ safe = Buffer.alloc(0), pieces }: FileState, random: Random, way: Way): Buffer {
  // Where a file grew and its bytes did not come, a disk may show whatever was there before.
  const rubbish = random.chance(0.5);
  const fill = (hole: Buffer): void => {
    if (rubbish) hole.set(random.bytes(Math.min(hole.length, 64)));
  };
  return applied(safe, kept(pieces, random, way), fill);
}

function kept(pieces: readonly Piece[], random: Random, way: Way): Piece[] {
  if (way === 'nothing kept') return [];
  if (way === 'all kept') return [...pieces];
  if (way === 'torn') {
    const upTo = random.int(0, pieces.length);
    const torn = pieces.slice(upTo, upTo + 1).flatMap(sectorsOf);
    return [...pieces.slice(0, upTo), ...torn.slice(0, random.int(0, torn.length))];
  }
  if (way === 'the newest first') {
    const from = random.int(0, pieces.length);
    return pieces.slice(from);
  }
  return pieces.flatMap(sectorsOf).filter(() => random.chance(0.5));
}

function sectorsOf(piece: Piece): Piece[] {
  if (!('data' in piece)) return [piece];
  const sectors: Piece[] = [];
  // Sectors lie where the disk has them, not where a write begins.
  for (let at = 0; at < piece.data.length; ) {
    const upTo = Math.min(piece.data.length, at + SECTOR - ((piece.at + at) % SECTOR));
    sectors.push({ at: piece.at + at, data: piece.data.subarray(at, upTo) });
    at = upTo;
  }
  return sectors;
}

function applied(base: Buffer, pieces: readonly Piece[], fill: (hole: Buffer) => void): Buffer {
  if (pieces.length === 0) return base;
  const size = pieces.reduce(
    (most, piece) => Math.max(most, 'data' in piece ? piece.at + piece.data.length : 0),
    base.length,
  );
  const bytes = Buffer.alloc(size);
  base.copy(bytes);
  let length = base.length;
  for (const piece of pieces) {
    if ('data' in piece) {
      if (piece.at > length) fill(bytes.subarray(length, piece.at));
      piece.data.copy(bytes, piece.at);
      length = Math.max(length, piece.at + piece.data.length);
    } else {
      if (piece.cutTo < length) bytes.fill(0, piece.cutTo, length);
      length = Math.min(size, piece.cutTo);
    }
  }
  return bytes.subarray(0, length);
}
