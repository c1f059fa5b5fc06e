import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { z } from 'zod';
import { type HeadAlarm, type HeadAnswer, isHeadAlarm, type KeptHead } from '#shared/domain/events/heads.ts';
import { readFileIfThere, writeFileAtomic } from './atomic-file.ts';

const fileSchema = z.strictObject({
  officeId: z.string(),
  seq: z.int().min(0),
  hash: z.string().max(64),
  origin: z.string().max(64),
});

/** What a PC remembers of the office's log, so that it shows when somebody cuts or changes it. */
export type HeadKeeper = {
  /** The newest entry that this PC was told of, with the first one of its log. */
  readonly kept: () => Required<KeptHead> | undefined;
  /**
   * The office says where its log ends now, and how that goes with what was kept. What does not go with it stays kept, as
   * the only proof there is.
   */
  readonly told: (head: Required<KeptHead>, answer?: HeadAnswer) => void;
  /** What is wrong with the office's log, as it said itself when it was asked last. */
  readonly alarm: () => HeadAlarm | null;
  /** Writes down what is only remembered yet. */
  readonly settle: () => void;
  readonly remove: () => void;
};

/** A new head comes with each act of anybody: it is written down this often, ms. */
const WRITE_EVERY_MS = 15_000;

/**
 * The small file in which a PC keeps the head of its office's log; sealed where there is a key, which is what lets in the
 * terminal. A file of another office, or one that can't be opened, counts as none.
 */
export function headKeeper(options: {
  readonly file: string;
  readonly officeId: string;
  readonly key?: Uint8Array | undefined;
  readonly now?: () => number;
}): HeadKeeper {
  const { file, officeId, key, now = Date.now } = options;
  let kept = read(file, officeId, key);
  let alarm: HeadAlarm | null = null;
  let written = kept?.seq ?? 0;
  let writtenAt = 0;
  let removed = false;

  const write = (): void => {
    if (kept === undefined || removed) return;
    writeFileAtomic(file, `${pack(JSON.stringify({ officeId, ...kept }), key)}\n`);
    written = kept.seq;
    writtenAt = now();
  };

  return {
    kept: () => kept,
    told: (head, answer) => {
      if (answer !== undefined) alarm = isHeadAlarm(answer) ? answer : null;
      if (alarm !== null) return;
      // Two windows hear of it in any order; only an answer takes it back.
      if (answer === undefined && kept !== undefined && head.seq <= kept.seq) return;
      const first = kept === undefined || answer === 'restored' || answer === 'accepted';
      kept = head;
      if (first || now() - writtenAt >= WRITE_EVERY_MS) write();
    },
    alarm: () => alarm,
    settle: () => {
      if (kept !== undefined && kept.seq !== written) write();
    },
    remove: () => {
      removed = true;
      rmSync(file, { force: true });
    },
  };
}

function read(file: string, officeId: string, key: Uint8Array | undefined): Required<KeptHead> | undefined {
  const text = readFileIfThere(file);
  if (text === undefined) return undefined;
  try {
    const { officeId: of, ...head } = fileSchema.parse(JSON.parse(unpack(text.trim(), key)));
    return of === officeId ? head : undefined;
  } catch {
    return undefined;
  }
}

/** AES-256-GCM as base64: nonce (12), tag (16), ciphertext; plain text without a key. */
function pack(text: string, key: Uint8Array | undefined): string {
  if (key === undefined) return text;
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

function unpack(text: string, key: Uint8Array | undefined): string {
  if (key === undefined) return text;
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
