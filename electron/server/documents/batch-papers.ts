import type Database from 'better-sqlite3';
import { z } from 'zod';
import { documentById, printsOf } from '#db/repositories/documents.ts';
import { type BatchedRow, type PaperBatchRow, rowsOfBatch } from '#db/repositories/paper-batches.ts';
import type { PaperBatch } from '#shared/api/paper-batches.ts';
import { documentKindOf } from '#shared/documents/index.ts';
import { usuallyDuplex } from '#shared/documents/kind.ts';
import { batchStateOf } from '#shared/domain/documents/batch.ts';
import { copiesMade } from '#shared/domain/documents/copies.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { type Joining, joinedFile } from './joined-file.ts';
import { checkPages, pagesRefusal } from './kept-papers.ts';
import { maySeePaper, ownPaper } from './own-papers.ts';
import { copiesDue } from './present.ts';

/** Where the pages of a batch are. */
export type BatchPages = Joining & { readonly client: Database.Database };

type Work = { readonly making: ReadonlySet<number>; readonly stopping: boolean };

const refusalSchema = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) });

/** A batch as whoever began it sees it, with the copies of its papers. */
export function presentBatch(
  context: QueryContext,
  { client }: Pick<BatchPages, 'client'>,
  batch: PaperBatchRow,
  work: Work | undefined,
): PaperBatch {
  const rows = rowsOfBatch(context.db, batch.id);
  const { id, begunAt, noun, kind, endCode } = batch;
  return {
    ...{ id, begunAt, noun, kind, state: batchStateOf(batch.state, work) },
    why: endCode === '' ? null : { code: endCode, params: {} },
    duplex: usuallyDuplex(documentKindOf(kind)),
    rows: rows.map((row) => ({
      ...{ subjectId: row.subjectId, number: row.number, documentId: row.documentId },
      outcome: row.outcome === 'waiting' && work?.making.has(row.subjectId) === true ? 'making' : row.outcome,
      refusal: row.refusal === '' ? null : refusalSchema.parse(JSON.parse(row.refusal)),
      copies: copiesOf(context, client, row),
    })),
  };
}

function copiesOf(
  context: QueryContext,
  client: Database.Database,
  { documentId }: BatchedRow,
): PaperBatch['rows'][number]['copies'] {
  const document = documentId === null ? undefined : documentById(context.db, documentId);
  // The deal may have gone to somebody else meanwhile.
  if (document === undefined || !maySeePaper(context, document)) return null;
  const prints = printsOf(context.db, [document.id]).map(({ print }) => print);
  const printable = document.state === 'issued' && pagesRefusal(client, context, document) === undefined;
  return {
    due: copiesDue(context.db, document),
    printed: copiesMade(prints),
    printable,
    toConfirm: prints.filter(({ state }) => state === 'sent' || state === 'sending').map(({ id }) => id),
    failed: prints.filter(({ state }) => state === 'failed').length,
  };
}

/**
 * The sealed papers of a batch in one PDF, in the order of the batch, those left out that were voided meanwhile. Throws
 * JOINED_FILE_TOO_LARGE, and what the pages of each refuse.
 */
export async function joinedBatch(context: QueryContext, { client, ...joining }: BatchPages, batch: PaperBatchRow) {
  const found = rowsOfBatch(context.db, batch.id).flatMap(({ documentId }) =>
    documentId === null ? [] : [ownPaper(context, documentId)],
  );
  const papers = found.filter(({ state }) => state === 'issued');
  for (const paper of papers) checkPages(client, context, paper);
  const file = await joinedFile(
    joining,
    papers.flatMap(({ pdfSha256 }) => (pdfSha256 === null ? [] : [{ sha256: pdfSha256 }])),
  );
  return { ...file, documentIds: papers.map(({ id }) => id) };
}
