import type { OpenDatabase } from '#db/connection.ts';
import {
  type DocumentRow,
  documentById,
  documentsOf,
  nextIssueVersion,
  standingDocumentOf,
} from '#db/repositories/documents.ts';
import { documents } from '#db/schema/papers.ts';
import type { documents as documentsApi } from '#shared/api/documents.ts';
import { documentKindOf } from '#shared/documents/index.ts';
import { keepingOf, keepingYears } from '#shared/domain/documents/keeping.ts';
import { type SheetName, sheetsOffered } from '#shared/domain/documents/sheets.ts';
import type { DocumentKindName, PaperNoun } from '#shared/domain/documents/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import { prepared } from '../kernel/handlers.ts';
import type { BlobStore } from './blob-store.ts';
import { checkPages, keptPaper, openKept } from './kept-papers.ts';
import { openBlanksOf } from './open-blanks.ts';
import { checkOwnSubject, mayHaveKind, ownPaper } from './own-papers.ts';
import type { PaperBatches } from './paper-batches.ts';
import { paperSource } from './paper-source.ts';
import { copiesByVersion, holdersOf, presentDocuments } from './present.ts';
import type { Press } from './press.ts';
import { printJobs } from './print-jobs.ts';
import { paperData, type RenderPort } from './render-port.ts';
import { paperSamples } from './samples.ts';
import { refusedPlaces } from './seal-refusal.ts';

/** What papers are made with. */
export type PaperPorts = {
  readonly database: OpenDatabase;
  readonly blobs: BlobStore;
  readonly render: RenderPort;
  readonly press: Press;
  readonly batches: PaperBatches;
};

/** Why a paper is void in whose place a newer one stands. */
const FOLLOWED = '由新版代替';

type Issued = { readonly dataSha256: string };

/** Handlers of issued papers. */
export function documentsHandlers({
  database,
  blobs,
  render,
  press,
  batches,
}: PaperPorts): Handlers<typeof documentsApi> {
  const { client } = database;
  return {
    ofSubject: (context, { noun, subjectId }) => {
      checkOwnSubject(context, noun, subjectId);
      const papers = documentsOf(context.db, noun, subjectId).filter(({ kind }) => mayHaveKind(context, kind));
      return presentDocuments(context, client, papers);
    },

    detail: async (context, { documentId }) => {
      const row = ownPaper(context, documentId);
      const [document] = presentDocuments(context, client, [row]);
      if (document === undefined) throw new DomainError('NOT_FOUND');
      const openBlanks = row.erasedAt === null ? await openBlanksOf(blobs, row) : [];
      const differences = row.state === 'issuing' ? refusedPlaces(context.db, documentId) : null;
      return {
        document,
        title: documentKindOf(row.kind).title,
        noun: row.noun,
        subjectId: row.subjectId,
        openBlanks,
        differences,
        keeping: { rule: keepingOf(row.noun), ...keepingYears(context.setting('retentionTerms')) },
        holders: holdersOf(context.db, row),
        copies: copiesByVersion(context, row),
        kept: row.erasedAt === null ? keptPaper(client, context, row) : null,
      };
    },

    issue: prepared({
      // The data must lie safely on the disk before a row names them, and unprintable signs must show before a number is taken.
      prepare: async (context: QueryContext, input: IssueInput): Promise<Issued> => {
        const { kind, subjectId } = input;
        checkSheet(input);
        const { noun, data, texts } = paperSource(context, client, kind, subjectId, input.noun);
        checkOwnSubject(context, noun, subjectId);
        const missing = await render.missingSigns(texts);
        if (missing.length > 0) throw new DomainError('GLYPH_MISSING', { signs: missing.slice(0, 10).join('') });
        const { bytes, sha256 } = paperData({ kind, data });
        await blobs.put(bytes);
        return { dataSha256: sha256 };
      },
      run: (context: CommandContext, input: IssueInput, { dataSha256 }: Issued) => {
        const { kind, subjectId } = input;
        const { db, tx, actor, now, happened, afterCommit } = context;
        const { noun, number, data } = paperSource(context, client, kind, subjectId, input.noun);
        const standing = standingDocumentOf(db, kind, noun, subjectId);
        // One that is still being made is finished first.
        const sheet = chosenSheet(input, standing);
        const changed =
          standing?.state === 'issued' && (standing.dataSha256 !== dataSha256 || standing.sheet !== sheet);
        const stays = documentKindOf(kind).follows !== true;
        // What was handed out once is not laid out anew: another sheet would say that nobody gave it to the payer yet.
        if (stays && standing !== undefined && standing.sheet !== sheet) throw new DomainError('SHEET_STANDS');
        const kept = !changed || stays;
        if (standing !== undefined && kept) return { documentId: standing.id, state: standing.state };
        if (standing !== undefined) tx.update(documents, standing.id, { state: 'voided', voidReason: FOLLOWED });
        if (paperData({ kind, data }).sha256 !== dataSha256) throw new DomainError('STALE');
        const document = tx.insert(documents, {
          kind,
          number,
          noun,
          subjectId,
          state: 'issuing',
          issueVersion: nextIssueVersion(db, kind, number),
          templateVersion: documentKindOf(kind).templateVersion,
          dataSha256,
          sheet,
          issuedBy: actor.id,
          issuedAt: now,
        });
        happened({ kind: 'numberTaken', noun: 'documents', id: document.id, data: { kind, number } });
        const turn = batches.turnOf(kind, subjectId);
        afterCommit(() => press.start(document.id, turn));
        return { documentId: document.id, state: document.state };
      },
    }),

    ...batches.handlers({ client, blobs, render }),

    resume: {
      prepare: (context, { documentId }) => {
        ownPaper(context, documentId);
        return press.seal(documentId);
      },
      run: ({ db }: CommandContext, { documentId }: { readonly documentId: number }) => {
        const row = documentById(db, documentId);
        if (row === undefined) throw new DomainError('NOT_FOUND');
        return { state: row.state };
      },
    },

    pages: async (context, { documentId }) => {
      const row = ownPaper(context, documentId);
      if (row.pdfSha256 === null || row.pages === null)
        throw new DomainError('DOCUMENT_NOT_ISSUED', { number: row.number });
      checkPages(client, context, row);
      const content = Buffer.from(await blobs.get(row.pdfSha256)).toString('base64');
      return { content, sha256: row.pdfSha256, pages: row.pages };
    },

    ...openKept(client),
    ...printJobs(client, blobs, render),
    ...paperSamples({ client, blobs, render }),

    void: (context, { documentId, version, reason }) => {
      const { tx, happened } = context;
      const row = ownPaper(context, documentId);
      if (row.state === 'voided') throw new DomainError('DOCUMENT_VOIDED', { number: row.number });
      const after = tx.update(documents, documentId, { state: 'voided', voidReason: reason }, version);
      happened({ kind: 'voided', noun: 'documents', id: documentId, data: { number: row.number, reason } });
      return { state: after.state };
    },
  };
}

type IssueInput = {
  readonly kind: DocumentKindName;
  readonly subjectId: number;
  readonly noun?: PaperNoun | undefined;
  readonly sheet?: SheetName | undefined;
};

/** Refuses a sheet that the kind of paper is not printed on. Throws SHEET_NOT_OFFERED. */
function checkSheet({ kind, sheet }: IssueInput): void {
  if (sheet !== undefined && !sheetsOffered(kind).includes(sheet)) throw new DomainError('SHEET_NOT_OFFERED');
}

/** The sheet of a paper: the one that is asked for, else the one it had; null where it is the usual one. */
function chosenSheet({ kind, sheet }: IssueInput, standing: DocumentRow | undefined): SheetName | null {
  if (sheet === undefined) return standing?.sheet ?? null;
  return sheet === sheetsOffered(kind)[0] ? null : sheet;
}
