import type Database from 'better-sqlite3';
import { z } from 'zod';
import { newestDataOf } from '#db/repositories/event-entry.ts';
import type { contracts as contractsApi } from '#shared/api/contracts.ts';
import type { documents as documentsApi } from '#shared/api/documents.ts';
import { type handedPages, sampleWay } from '#shared/api/samples.ts';
import { documentKindOf } from '#shared/documents/index.ts';
import { usuallyDuplex } from '#shared/documents/kind.ts';
import { papers } from '#shared/documents/kit/paper.ts';
import type { RenderOrder } from '#shared/documents/rendering.ts';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { printedData } from '../contracts/contract-data.ts';
import { ownContract } from '../contracts/deal.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import type { BlobStore } from './blob-store.ts';
import { checkPages } from './kept-papers.ts';
import { ownPaper } from './own-papers.ts';
import type { RenderPort } from './render-port.ts';
import { storedPaper } from './stored-paper.ts';

/** For how long the pages of a sample can be fetched after it was ordered, in ms. */
const FETCHED_MS = 10 * 60_000;

const waySchema = z.object(sampleWay);
type Way = z.output<typeof waySchema>;
type Of = { readonly noun: 'contracts' | 'documents'; readonly id: number; readonly number: string };

/** Keeps in the history that a sample was printed: it takes no number, and none of the paper's copies is one. */
function order({ happened }: Pick<CommandContext, 'happened'>, { noun, id, number }: Of, way: Way) {
  happened({ kind: 'samplePrinted', noun, id, data: { number, ...way } });
  return { number, copies: way.copies };
}

/** How the caller has just ordered a sample of a record. Throws NOT_FOUND where they have not. */
function ordered(client: Database.Database, { actor, now }: QueryContext, { noun, id }: Omit<Of, 'number'>): Way {
  const data = newestDataOf(client, {
    ...{ noun, subjectId: id, kind: 'samplePrinted', actorId: actor.id, since: now - FETCHED_MS },
  });
  if (data === undefined) throw new DomainError('NOT_FOUND');
  return waySchema.parse(JSON.parse(data));
}

/** The pages of a sample: 草稿 across each of them, and at its foot that it is one, when and by whom it was printed. */
async function pagesOf(
  render: RenderPort,
  { actor, now }: QueryContext,
  paper: Omit<RenderOrder, 'job' | 'draft'> & { readonly kind: DocumentKindName },
  { copies, printer, tray }: Way,
): Promise<z.input<typeof handedPages>> {
  const kind = documentKindOf(paper.kind);
  const duplex = usuallyDuplex(kind);
  const { bytes } = await render.render({ ...paper, draft: true });
  const stamped = await render.stamp({
    ...{ bytes, copies, duplex, sample: true, firstCopy: 1, of: copies, reprint: 0 },
    ...{ operator: actor.name, at: now },
  });
  return {
    content: Buffer.from(stamped.bytes).toString('base64'),
    title: `${kind.title} ${paper.number} 样张`,
    media: papers[paper.paper ?? kind.papers[0]].media,
    ...{ printer, tray, duplex, sha256: stamped.sha256 },
  };
}

type Ports = { readonly client: Database.Database; readonly render: RenderPort };

/** Samples (样张) of a contract as it would be printed now. */
export function contractSamples({
  client,
  render,
}: Ports): Pick<Handlers<typeof contractsApi>, 'sample' | 'sampleJob'> {
  return {
    sample: (context, { contractId, ...way }) => {
      const { row } = ownContract(context, contractId);
      return order(context, { noun: 'contracts', id: row.id, number: row.number }, way);
    },

    sampleJob: async (context, { contractId }) => {
      const deal = ownContract(context, contractId);
      const way = ordered(client, context, { noun: 'contracts', id: contractId });
      const data = printedData(context, client, deal);
      return pagesOf(render, context, { kind: 'saleContract', data, number: deal.row.number, version: 1 }, way);
    },
  };
}

/** Samples (样张) of a paper that was issued. */
export function paperSamples({
  client,
  render,
  blobs,
}: Ports & { readonly blobs: BlobStore }): Pick<Handlers<typeof documentsApi>, 'sample' | 'sampleJob'> {
  return {
    sample: (context, { documentId, ...way }) => {
      const { number, state, ...row } = ownPaper(context, documentId);
      if (state !== 'issued') throw new DomainError('DOCUMENT_NOT_ISSUED', { number });
      checkPages(client, context, { ...row, number });
      return order(context, { noun: 'documents', id: documentId, number }, way);
    },

    sampleJob: async (context, { documentId }) => {
      const row = ownPaper(context, documentId);
      checkPages(client, context, row);
      const way = ordered(client, context, { noun: 'documents', id: documentId });
      const { kind, number, issueVersion: version } = row;
      const { data } = storedPaper(await blobs.get(row.dataSha256));
      return pagesOf(render, context, { kind, data, number, version, paper: row.sheet ?? undefined }, way);
    },
  };
}
