import type { OpenDatabase } from '#db/connection.ts';
import { documentById } from '#db/repositories/documents.ts';
import {
  documentsNumbered,
  newestStacks,
  pagesOfDocument,
  pagesOfStack,
  scanPageById,
  stackById,
  waitingPages,
} from '#db/repositories/scans.ts';
import type { scans as scansApi } from '#shared/api/scans.ts';
import { missingPages } from '#shared/domain/scans/match-page.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { BlobStore } from '../documents/blob-store.ts';
import { joinedFile } from '../documents/joined-file.ts';
import { checkPages } from '../documents/kept-papers.ts';
import { ownPaper } from '../documents/own-papers.ts';
import type { RenderPort } from '../documents/render-port.ts';
import { type CommandContext, type Handlers, prepared, type QueryContext } from '../kernel/handlers.ts';
import { mayOpen, presentPages, presentPaper, type StoredPage, whoseStacks } from './present.ts';
import type { ScanReader } from './scan-reader.ts';
import { ownScan, settleScans } from './settle-scans.ts';
import { fileStack, type KeptPage, type Reading, readAndKeep } from './take-scans.ts';

/** So many stacks and waiting pages a screen shows at once. */
const MOST_SHOWN = { stacks: 20, waiting: 200 };

type TakeInput = { readonly file: { readonly content: string } };

/** What scans are handled with. */
export type ScanPorts = {
  readonly database: OpenDatabase;
  readonly blobs: BlobStore;
  readonly render: Pick<RenderPort, 'join'>;
  readonly scanner: ScanReader;
  /** Destroys the files of what nobody may keep any more. */
  readonly forgetKeys: () => void;
};

/** Handlers of scanned pages. */
export function scansHandlers({ database, blobs, render, scanner, forgetKeys }: ScanPorts): Handlers<typeof scansApi> {
  const { client } = database;
  /** What each window reads; a window reads one file at a time. */
  const readings = new Map<number, Reading>();

  /** Pages of people who may not be found by way of a paper are not shown by way of its scans either. */
  function checkShown(context: QueryContext, { page }: StoredPage): void {
    const paper = page.documentId === null ? undefined : documentById(context.db, page.documentId);
    if (paper !== undefined) checkPages(client, context, paper);
  }

  return {
    take: prepared({
      prepare: async ({ connection }: QueryContext, { file }: TakeInput): Promise<KeptPage[]> => {
        if (readings.has(connection.id)) throw new DomainError('SCAN_RUNNING');
        const reading: Reading = { progress: null, stop: new SharedArrayBuffer(4) };
        readings.set(connection.id, reading);
        try {
          return await readAndKeep({ scanner, blobs }, file.content, reading);
        } finally {
          readings.delete(connection.id);
        }
      },
      run: (context: CommandContext, _input: TakeInput, pages: KeptPage[]) => fileStack(context, pages),
    }),

    progress: ({ connection }) => ({ pages: readings.get(connection.id)?.progress ?? null }),

    stop: prepared({
      prepare: async ({ connection }: QueryContext) => {
        const reading = readings.get(connection.id);
        if (reading !== undefined) Atomics.store(new Int32Array(reading.stop), 0, 1);
      },
      run: () => ({}),
    }),

    overview: (context) => {
      const whose = whoseStacks(context);
      return {
        stacks: newestStacks(context.db, whose, MOST_SHOWN.stacks).map(({ stack, addedBy, filed, waiting }) => ({
          id: stack.id,
          pages: stack.pages,
          filed,
          waiting,
          addedBy: { id: stack.addedBy, name: addedBy },
          addedAt: stack.addedAt,
        })),
        waiting: presentPages(context, waitingPages(context.db, whose, MOST_SHOWN.waiting)),
      };
    },

    stack: (context, { stackId }) => {
      const stack = stackById(context.db, stackId);
      const whose = whoseStacks(context);
      if (stack === undefined || (whose !== null && stack.addedBy !== whose)) throw new DomainError('NOT_FOUND');
      return { pages: presentPages(context, pagesOfStack(context.db, stackId)) };
    },

    ofPaper: (context, { documentId }) => {
      const paper = ownPaper(context, documentId);
      const pages = presentPages(context, pagesOfDocument(context.db, documentId));
      const filed = pages.filter(({ state }) => state === 'filed');
      const gone = paper.erasedAt !== null || paper.state !== 'issued';
      return {
        paper: presentPaper(paper),
        filed,
        replaced: pages.filter(({ state }) => state === 'replaced'),
        missing: missingPages(
          paper.pages ?? 0,
          filed.flatMap(({ page }) => page ?? []),
        ),
        can: {
          take: !context.can('documents.scan')
            ? { code: 'FORBIDDEN' as const }
            : gone
              ? { code: 'SCAN_PAPER_VOID' as const, params: { number: paper.number } }
              : true,
        },
      };
    },

    open: async (context, { scanPageId }) => {
      const found = ownScan(context, scanPageId);
      checkShown(context, found);
      const { sha256, turns } = found.page;
      return { content: Buffer.from(await blobs.get(sha256)).toString('base64'), turns };
    },

    joined: async (context, { documentId }) => {
      const paper = ownPaper(context, documentId);
      checkPages(client, context, paper);
      const filed = pagesOfDocument(context.db, documentId)
        .flatMap(({ page }) => (page.state === 'filed' && page.page !== null ? [{ ...page, page: page.page }] : []))
        .toSorted((one, other) => one.page - other.page);
      return joinedFile({ blobs, render }, filed);
    },

    thumbnails: async (context, { scanPageIds }) => {
      const pictures: { id: number; content: string }[] = [];
      for (const id of scanPageIds) {
        const sha256 = scanPageById(context.db, id)?.page.thumbnailSha256;
        if (sha256 == null || !isShown(context, id)) continue;
        pictures.push({ id, content: Buffer.from(await blobs.get(sha256)).toString('base64') });
      }
      return { pictures };
    },

    papersNumbered: (context, { number }) => ({
      papers: documentsNumbered(context.db, number)
        .filter((row) => row.state === 'issued' && row.erasedAt === null && mayOpen(context, row))
        .map(presentPaper),
    }),

    ...settleScans(forgetKeys),
  };

  function isShown(context: QueryContext, scanPageId: number): boolean {
    try {
      checkShown(context, ownScan(context, scanPageId));
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}
