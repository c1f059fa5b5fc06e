import type { ReadDb } from '#db/access.ts';
import { documentById, unsealedDocuments } from '#db/repositories/documents.ts';
import { documents } from '#db/schema/papers.ts';
import { checkPaper, type PaperRequest } from '#shared/documents/index.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Corridor } from '../kernel/corridor.ts';
import type { KernelPorts } from '../kernel/ports.ts';
import type { Turn } from '../kernel/worker-pool.ts';
import type { BlobStore } from './blob-store.ts';
import type { RenderPort } from './render-port.ts';
import { refusedPlaces } from './seal-refusal.ts';
import { storedPaper } from './stored-paper.ts';

/** Renders and seals what took its number (decision 9): the second and third of the three steps. */
export type Press = {
  /** Renders and seals one paper; does nothing for one that is sealed or voided. Rejects with what the renderer refuses. */
  seal(documentId: number, turn?: Turn): Promise<void>;
  /** The same without waiting; a failure is written to the log and the paper stays to be resumed or voided. */
  start(documentId: number, turn?: Turn): void;
  /** Takes up what a crash or a closing left unsealed. */
  resumeAll(): void;
  /** Which papers are being made. */
  making(): ReadonlySet<number>;
  /** Waits for what is being rendered. */
  idle(): Promise<void>;
};

/** How many places of a paper are named that does not say what its data say. */
const MOST_PLACES = 8;

/** The press of an office. */
export function createPress(options: {
  readonly db: ReadDb;
  readonly corridor: () => Pick<Corridor, 'act'>;
  readonly blobs: BlobStore;
  readonly render: RenderPort;
  readonly log: KernelPorts['log'];
}): Press {
  const { db, blobs, render, log } = options;
  const running = new Map<number, Promise<void>>();

  async function make(documentId: number, turn?: Turn): Promise<void> {
    const row = documentById(db, documentId);
    if (row?.state !== 'issuing') return;
    const stored = storedPaper(await blobs.get(row.dataSha256));
    const { kind, number, issueVersion } = row;
    const sheet = { paper: row.sheet ?? undefined };
    const paper = await render.render({ kind, data: stored.data, number, version: issueVersion, ...sheet }, turn);
    // Data that were kept under another edition of the words would be printed in the new ones, under the old hash.
    if (paper.dataSha256 !== row.dataSha256) throw new DomainError('PAPER_EDITION_CHANGED', { number });
    await readAgain(
      documentId,
      { kind, data: stored.data, number, ...sheet },
      await render.readBack(paper.bytes, turn),
    );
    const { sha256 } = await blobs.put(paper.bytes);
    await options.corridor().act({
      procedure: 'documents.seal',
      run: ({ tx, db: now, happened }) => {
        // Somebody may have voided it meanwhile.
        if (documentById(now, documentId)?.state !== 'issuing') return;
        tx.update(documents, documentId, { state: 'issued', pdfSha256: sha256, pages: paper.pages });
        happened({ kind: 'issued', noun: 'documents', id: documentId, data: { kind, number, pages: paper.pages } });
      },
    });
  }

  /** Compares what was read from the finished pages with the data. Throws PAPER_DIFFERS, which is kept in the history. */
  async function readAgain(
    documentId: number,
    made: PaperRequest & { number: string },
    read: Awaited<ReturnType<RenderPort['readBack']>>,
  ) {
    const { number } = made;
    const places = checkPaper(made).differences(number, read);
    if (places.length === 0) return;
    const refusal = { number, places: places.slice(0, MOST_PLACES).join('、') };
    // It is tried again at every start; what is known already need not be told again.
    if (refusedPlaces(db, documentId) !== refusal.places)
      await options.corridor().act({
        procedure: 'documents.seal',
        run: ({ happened }) => happened({ kind: 'sealRefused', noun: 'documents', id: documentId, data: refusal }),
      });
    throw new DomainError('PAPER_DIFFERS', refusal);
  }

  function seal(documentId: number, turn?: Turn): Promise<void> {
    const known = running.get(documentId);
    if (known !== undefined) return known;
    const made = make(documentId, turn).finally(() => running.delete(documentId));
    running.set(documentId, made);
    return made;
  }

  function start(documentId: number, turn?: Turn): void {
    seal(documentId, turn).catch((error: unknown) => {
      const why = error instanceof DomainError ? error.code : error instanceof Error ? error.message : 'unknown';
      log('error', `paper ${documentId} not sealed: ${why}`);
    });
  }

  return {
    seal,
    start,
    resumeAll: () => {
      for (const { id } of unsealedDocuments(db)) start(id, 'batch');
    },
    making: () => new Set(running.keys()),
    idle: async () => {
      await Promise.allSettled([...running.values()]);
    },
  };
}
