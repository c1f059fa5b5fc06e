import { documentsNumbered, filedPage } from '#db/repositories/scans.ts';
import { scanPages, scanStacks } from '#db/schema/scans.ts';
import { pageCodeText } from '#shared/documents/kit/page-code.ts';
import { matchPage, type ReadCode } from '#shared/domain/scans/match-page.ts';
import { SCAN_MEGABYTES } from '#shared/domain/scans/reading.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ThreadProgress } from '#shared/kernel/thread-answer.ts';
import type { BlobStore } from '../documents/blob-store.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';
import { mayOpen } from './present.ts';
import type { ScanReader } from './scan-reader.ts';

/** A page that was read, its bytes safely on the disk. */
export type KeptPage = {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly thumbnailSha256: string | null;
  readonly turns: number;
  readonly read: ReadCode;
};

/** What a window is reading: how far it is, and how it is told to stop. */
export type Reading = { progress: ThreadProgress | null; readonly stop: SharedArrayBuffer };

/** Reads a file and lays its pages on the disk; only then may rows name them. */
export async function readAndKeep(
  { scanner, blobs }: { readonly scanner: ScanReader; readonly blobs: BlobStore },
  content: string,
  reading: Reading,
): Promise<KeptPage[]> {
  const bytes = new Uint8Array(Buffer.from(content, 'base64'));
  if (bytes.length > SCAN_MEGABYTES * 1024 ** 2) throw new DomainError('SCAN_TOO_LARGE', { limit: SCAN_MEGABYTES });
  const pages = await scanner.read({ bytes, stop: reading.stop }, (progress) => {
    reading.progress = progress;
  });
  const kept: KeptPage[] = [];
  for (const { bytes: page, thumbnail, turns, read } of pages) {
    if (Atomics.load(new Int32Array(reading.stop), 0) !== 0) throw new DomainError('ACT_STOPPED');
    const { sha256, size } = await blobs.put(page);
    const small = thumbnail.length === 0 ? null : await blobs.put(thumbnail);
    kept.push({ sha256, sizeBytes: size, thumbnailSha256: small?.sha256 ?? null, turns, read });
  }
  return kept;
}

/** Writes down the pages of a stack, each where its code says, in the order in which they lay in the scanner. */
export function fileStack(context: CommandContext, pages: readonly KeptPage[]) {
  const { db, tx, actor, now, happened } = context;
  const stack = tx.insert(scanStacks, { pages: pages.length, addedBy: actor.id, addedAt: now });
  let filed = 0;
  for (const [index, { read, ...kept }] of pages.entries()) {
    const match = matchPage(
      read,
      (number) => papersNumbered(context, number),
      (documentId, page) => filedPage(db, documentId, page) !== undefined,
    );
    const isFiled = match.outcome === 'filed';
    if (isFiled) filed += 1;
    tx.insert(scanPages, {
      ...kept,
      stackId: stack.id,
      position: index + 1,
      codeText: read.found === 'ours' ? pageCodeText({ ...read.code, hash: read.code.check }) : '',
      ...match,
      state: isFiled ? 'filed' : 'waiting',
      ...(isFiled ? { settledBy: actor.id, settledAt: now } : {}),
    });
  }
  const waiting = pages.length - filed;
  const data = { stackId: stack.id, pages: pages.length, filed, waiting };
  happened({ kind: 'scansTaken', noun: 'office', id: 1, data });
  return data;
}

function papersNumbered(context: QueryContext, number: string) {
  return documentsNumbered(context.db, number).map((row) => ({ ...row, mine: mayOpen(context, row) }));
}
