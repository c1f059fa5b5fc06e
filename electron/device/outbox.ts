import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readFileIfThere } from './atomic-file.ts';

const entrySchema = z.strictObject({
  requestId: z.string(),
  path: z.string(),
  /** Who was at the screen; null where nobody was known yet. */
  accountId: z.int().nullable(),
  /** When it was begun, UTC ms. */
  at: z.int(),
});

/** An act that was sent and of which no answer has come: never what it says, only that there is one. */
export type OutboxEntry = z.infer<typeof entrySchema>;

/** The outbox as one window's carrier sees it. */
export type Outbox = {
  /** On the disk before it resolves: only then is the command sent. */
  readonly begin: (entry: { requestId: string; path: string; at: number }) => Promise<void>;
  readonly done: (requestId: string) => void;
  /** Acts of an earlier run, or of a page that is gone, that were never answered. */
  readonly leftOver: () => readonly OutboxEntry[];
  /** Nobody waits for the answer any more: what became of it is asked later. */
  readonly abandon: (requestId: string) => void;
};

export type OutboxFile = {
  /** For one page; `accountId` is asked when an act begins. `gone` turns what it left unanswered into left-overs. */
  readonly page: (accountId: () => number | null) => Outbox & { readonly gone: () => void };
  readonly leftOver: () => readonly OutboxEntry[];
  /** What became of them is known and was told. */
  readonly forget: (requestIds: readonly string[]) => void;
  /** Resolves once all that was said is on the disk. */
  readonly settled: () => Promise<void>;
  readonly destroy: () => Promise<void>;
};

/** Entries beyond which the oldest are dropped: an office without a host for weeks. */
const MOST_ENTRIES = 500;
/** Acts by which somebody comes and goes: they mean nothing once the window is closed. */
const fleeting = /^(session|setup)\./;

/** Opens the outbox of a terminal. A file that another key wrote counts as empty. */
export function openOutbox(file: string, key: Uint8Array): OutboxFile {
  const entries = new Map(read(file, key).map((entry) => [entry.requestId, entry]));
  /** Those whose page still waits for the answer. */
  const awaited = new Set<string>();
  let writing: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  let destroyed = false;

  /** Writes what is there now; calls that come while one is written share the next. */
  const write = (): Promise<void> => {
    next ??= writing
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        writing = destroyed ? Promise.resolve() : writeWhole(file, seal(key, [...entries.values()]));
        return writing;
      });
    return next;
  };
  const writeSoon = (): void => void write().catch(() => undefined);
  const leftOver = () => [...entries.values()].filter(({ requestId }) => !awaited.has(requestId));

  return {
    leftOver,
    page: (accountId) => {
      const mine = new Set<string>();
      return {
        leftOver,
        begin: async ({ requestId, path: procedure, at }) => {
          if (fleeting.test(procedure)) return;
          entries.set(requestId, { requestId, path: procedure, accountId: accountId(), at });
          awaited.add(requestId);
          mine.add(requestId);
          for (const old of [...entries.keys()].slice(0, Math.max(0, entries.size - MOST_ENTRIES))) entries.delete(old);
          await write();
        },
        done: (requestId) => {
          mine.delete(requestId);
          awaited.delete(requestId);
          if (entries.delete(requestId)) writeSoon();
        },
        abandon: (requestId) => void awaited.delete(requestId),
        gone: () => {
          for (const requestId of mine) awaited.delete(requestId);
          mine.clear();
        },
      };
    },
    forget: (requestIds) => {
      const gone = requestIds.filter((requestId) => !awaited.has(requestId) && entries.delete(requestId));
      if (gone.length > 0) writeSoon();
    },
    settled: () => (next ?? writing).catch(() => undefined),
    destroy: async () => {
      destroyed = true;
      entries.clear();
      awaited.clear();
      await (next ?? writing).catch(() => undefined);
      await rm(file, { force: true });
    },
  };
}

let written = 0;

/** The old file or the new one, never half of it. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  // A PC that pairs anew has two for a moment.
  const fresh = `${file}.${process.pid}-${++written}.new`;
  const handle = await open(fresh, 'w', 0o600);
  try {
    await handle.writeFile(bytes.toString('base64'));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
}

/** AES-256-GCM: nonce (12), tag (16), ciphertext. */
function seal(key: Uint8Array, entries: readonly OutboxEntry[]): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(entries)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function read(file: string, key: Uint8Array): readonly OutboxEntry[] {
  const text = readFileIfThere(file);
  if (text === undefined) return [];
  try {
    const bytes = Buffer.from(text, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28));
    const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    return z.array(entrySchema).parse(JSON.parse(plain.toString('utf8')));
  } catch {
    return [];
  }
}
