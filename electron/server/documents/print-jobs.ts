import type Database from 'better-sqlite3';
import { documentById, printById } from '#db/repositories/documents.ts';
import { openSpoiledCopies } from '#db/repositories/prints.ts';
import { prints, spoiledCopies } from '#db/schema/papers.ts';
import type { documents as documentsApi } from '#shared/api/documents.ts';
import { documentKindOf } from '#shared/documents/index.ts';
import { usuallyDuplex } from '#shared/documents/kind.ts';
import { papers } from '#shared/documents/kit/paper.ts';
import { copiesOutside, planCopies } from '#shared/domain/documents/copies.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { agreementPrinted } from '../agreements/agreement-paper.ts';
import { contractPrinted } from '../contracts/contract-printed.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { BlobStore } from './blob-store.ts';
import { takeEarlierBack } from './earlier-copies.ts';
import { checkPages } from './kept-papers.ts';
import { ownPaper } from './own-papers.ts';
import { copiesDue, printsOfDocument } from './present.ts';
import { freeReplacements } from './print-outcomes.ts';
import type { RenderPort } from './render-port.ts';

type Jobs = Pick<Handlers<typeof documentsApi>, 'print' | 'printJob' | 'printed' | 'takeBack'>;

/** Orders, pages and outcomes of prints. The terminal that owns the printer fetches its job and says what became of it. */
export function printJobs(client: Database.Database, blobs: BlobStore, render: RenderPort): Jobs {
  return {
    print: (context, { documentId, printer, copies, reason, earlier, sheetsLeft, tray, duplex }) => {
      const { db, tx, actor, now, connection, happened } = context;
      const document = ownPaper(context, documentId);
      const { number, kind } = document;
      if (document.state === 'voided') throw new DomainError('DOCUMENT_VOIDED', { number });
      if (document.state !== 'issued') throw new DomainError('DOCUMENT_NOT_ISSUED', { number });
      checkPages(client, context, document);
      const plan = planCopies(copiesDue(db, document), printsOfDocument(db, documentId), copies);
      if ('code' in plan) throw DomainError.from(plan);
      const { firstCopy } = plan;
      const reprint = plan.reprint > 0;
      // What takes the place of spoiled copies is explained by these.
      const replaced = reprint ? openSpoiledCopies(db, documentId).slice(0, copies) : [];
      const purposed = reprint && replaced.length < copies;
      if (purposed && reason === '') throw new DomainError('REPRINT_REASON_MISSING');
      const said = purposed ? takeEarlierBack(context, documentId, earlier) : undefined;
      if (kind === 'saleContract') contractPrinted(context, client, document.subjectId);
      if (document.noun === 'agreements') agreementPrinted(context, client, document.subjectId);
      const print = tx.insert(prints, {
        documentId,
        operatorId: actor.id,
        printer,
        firstCopy,
        copies,
        reprint,
        reprintNth: plan.reprint,
        ...said,
        sheetsLeft: sheetsLeft ?? null,
        place: connection.place,
        terminal: connection.terminal,
        tray,
        duplex: duplex ?? usuallyDuplex(documentKindOf(kind)),
        state: 'queued',
        queuedAt: now,
      });
      for (const { id } of replaced) tx.update(spoiledCopies, id, { replacedBy: print.id });
      const inPlaceOf = replaced.map(({ copy }) => copy).join(',');
      happened({
        kind: reprint ? 'reprintOrdered' : 'printOrdered',
        noun: 'documents',
        id: documentId,
        data: {
          ...{ number, copies, firstCopy },
          ...(inPlaceOf === '' ? {} : { inPlaceOf }),
          ...(reprint && reason !== '' ? { reason } : {}),
          ...(said?.earlierBack?.length ? { back: said.earlierBack.join(',') } : {}),
          ...(said?.keptOut == null ? {} : { keptOut: said.keptOut }),
          ...(sheetsLeft === undefined ? {} : { sheetsLeft }),
        },
      });
      return { printId: print.id, firstCopy, reprint };
    },

    printJob: async ({ db, actor }, { printId }) => {
      const found = printById(db, printId);
      const document = found === undefined ? undefined : documentById(db, found.print.documentId);
      if (found === undefined || document?.pdfSha256 == null) throw new DomainError('NOT_FOUND');
      const { print, operator } = found;
      if (print.operatorId !== actor.id) throw new DomainError('FORBIDDEN');
      if (print.state !== 'queued') throw new DomainError('PRINT_JOB_DONE');
      if (document.state === 'voided') throw new DomainError('DOCUMENT_VOIDED', { number: document.number });
      const kind = documentKindOf(document.kind);
      const duplex = print.duplex ?? usuallyDuplex(kind);
      const stamped = await render.stamp({
        bytes: await blobs.get(document.pdfSha256),
        firstCopy: print.firstCopy,
        copies: print.copies,
        of: copiesDue(db, document),
        reprint: print.reprintNth ?? (print.reprint ? 1 : 0),
        operator,
        at: print.queuedAt,
        duplex,
      });
      return {
        content: Buffer.from(stamped.bytes).toString('base64'),
        title: `${kind.title} ${document.number}`,
        printer: print.printer,
        media: papers[document.sheet ?? kind.papers[0]].media,
        tray: print.tray ?? '',
        duplex,
        sha256: stamped.sha256,
      };
    },

    takeBack: (context, { documentId, copies, reason }) => {
      const { tx, db, happened } = context;
      const { number } = ownPaper(context, documentId);
      const outside = printsOfDocument(db, documentId).filter((one) => copiesOutside([one]) > 0);
      const most = copiesOutside(outside);
      if (copies > most) throw new DomainError('COPIES_NOT_OUTSIDE', { count: most });
      let left = copies;
      for (const one of outside) {
        const back = Math.min(left, copiesOutside([one]));
        if (back > 0) tx.update(prints, one.id, { takenBack: one.takenBack + back });
        left -= back;
      }
      happened({ kind: 'copiesTakenBack', noun: 'documents', id: documentId, data: { number, copies, reason } });
      return { outside: most - copies };
    },

    printed: ({ db, tx, actor, now, happened }, { printId, result }) => {
      const found = printById(db, printId);
      if (found === undefined) throw new DomainError('NOT_FOUND');
      const { print } = found;
      if (print.operatorId !== actor.id) throw new DomainError('FORBIDDEN');
      if (print.state !== 'queued' && print.state !== 'sending') throw new DomainError('PRINT_JOB_DONE');
      if (!result.ok) freeReplacements({ db, tx }, print);
      const after = tx.update(
        prints,
        printId,
        result.ok
          ? { state: 'sent', jobName: result.jobName, stampedSha256: result.sha256, printedAt: now }
          : { state: 'failed', failure: result.failure },
      );
      const { copies, firstCopy } = print;
      happened({
        kind: result.ok ? 'printed' : 'printFailed',
        noun: 'documents',
        id: print.documentId,
        data: { copies, firstCopy },
      });
      return { state: after.state };
    },
  };
}
