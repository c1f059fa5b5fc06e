import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { openBlob, sealBlob } from '#db/blob-cipher.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { sha256Of } from './render-port.ts';

const hashForm = /^[0-9a-f]{64}$/;

/** A blob that lies safely on the disk: SHA-256 of its bytes (hexadecimal), and how many they are. */
export type StoredBlob = { readonly sha256: string; readonly size: number };

/** Files of an office beside its database: issued papers, scans, photos (decision 7). */
export type BlobStore = {
  /**
   * Stores bytes and answers when they would survive a power cut; only then may a transaction name them. The same bytes
   * are stored once.
   */
  put(bytes: Uint8Array): Promise<StoredBlob>;
  /** The bytes of a hash, verified. Rejects with BLOB_MISSING or BLOB_DAMAGED. */
  get(sha256: string): Promise<Uint8Array>;
  /**
   * Deletes what no row names and what was written before an instant (UTC ms); younger files may be on their way into a
   * transaction. Gives the hashes that are gone.
   */
  sweep(referenced: ReadonlySet<string>, before: number): Promise<string[]>;
  /** Deletes some files that hold what must be forgotten; what is not there is no fault. */
  remove(sha256s: readonly string[]): Promise<void>;
};

/** The blob store of an office's folder. `key`: 32 bytes; `random`: for nonces, of the system unless a test needs others. */
export function blobStore(options: {
  readonly folder: string;
  readonly key: Uint8Array;
  readonly random?: (size: number) => Uint8Array;
}): BlobStore {
  const { key, random = randomBytes } = options;
  const root = path.join(options.folder, 'blobs');
  const fileOf = (sha256: string) => path.join(root, sha256.slice(0, 2), sha256);

  async function readOrMissing(sha256: string): Promise<Uint8Array | undefined> {
    try {
      return openBlob(await readFile(fileOf(sha256)), sha256, key);
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  return {
    put: async (bytes) => {
      const sha256 = sha256Of(bytes);
      const there = await readOrMissing(sha256).catch(() => undefined);
      if (there === undefined) await write(root, fileOf(sha256), sealBlob(bytes, sha256, key, random), random);
      return { sha256, size: bytes.length };
    },
    get: async (sha256) => {
      if (!hashForm.test(sha256)) throw new DomainError('BLOB_MISSING');
      const bytes = await readOrMissing(sha256);
      if (bytes === undefined) throw new DomainError('BLOB_MISSING');
      return bytes;
    },
    remove: async (sha256s) => {
      for (const sha256 of sha256s) if (hashForm.test(sha256)) await rm(fileOf(sha256), { force: true });
    },
    sweep: async (referenced, before) => {
      const gone: string[] = [];
      for (const folder of await namesIn(root))
        for (const name of await namesIn(path.join(root, folder))) {
          const file = path.join(root, folder, name);
          if (referenced.has(name) || (await stat(file)).mtimeMs >= before) continue;
          await rm(file, { force: true });
          if (hashForm.test(name)) gone.push(name);
        }
      return gone;
    },
  };
}

/** Written beside, flushed, renamed, and the folders flushed: after a power cut there is all of it or nothing. */
async function write(
  root: string,
  file: string,
  bytes: Uint8Array,
  random: (size: number) => Uint8Array,
): Promise<void> {
  const folder = path.dirname(file);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = `${file}.${Buffer.from(random(6)).toString('hex')}.new`;
  try {
    const handle = await open(fresh, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw isFull(error) ? new DomainError('DISK_FULL') : error;
  }
  await syncFolder(folder);
  if (made !== undefined) for (const above of [root, path.dirname(root)]) await syncFolder(above);
}

/** Flushes the names in a folder. Windows has no such call and orders them by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
