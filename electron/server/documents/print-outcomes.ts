import type Database from 'better-sqlite3';
import type { WriteTx } from '#db/access.ts';
import { printById } from '#db/repositories/documents.ts';
import { listPrints, type PrintRow, replacedBy, spoiledCopiesOf, unsettledPrintsOf } from '#db/repositories/prints.ts';
import { prints, spoiledCopies } from '#db/schema/papers.ts';
import type { prints as printsApi } from '#shared/api/prints.ts';
import { documentKindOf } from '#shared/documents/index.ts';
import { confirmRefusal, nextReprint, stillFree } from '#shared/domain/documents/copies.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import { numberPool } from './number-pool.ts';
import { maySeePaper, ownPaper } from './own-papers.ts';
import { printsOfDocument, saidOfPrint } from './present.ts';
import { canOfJob } from './print-can.ts';
import { terminalPrinters } from './printers.ts';
import type { RenderPort } from './render-port.ts';

/** The spoiled copies whose place a print was to take have none again. */
export function freeReplacements({ db, tx }: { db: CommandContext['db']; tx: WriteTx }, print: PrintRow): void {
  for (const { id } of replacedBy(db, print.id)) tx.update(spoiledCopies, id, { replacedBy: null });
}

/** A print of a paper that the caller may see. Throws NOT_FOUND and what `ownPaper` throws. */
function ownPrint(context: QueryContext, printId: number) {
  const found = printById(context.db, printId);
  if (found === undefined) throw new DomainError('NOT_FOUND');
  return { print: found.print, document: ownPaper(context, found.print.documentId) };
}

function spoiledOf(context: Pick<QueryContext, 'db'>, print: PrintRow): number[] {
  const all = spoiledCopiesOf(context.db, [print.documentId]);
  return all.filter(({ printId }) => printId === print.id).map(({ copy }) => copy);
}

/** What becomes of print jobs: handed over, confirmed copy by copy, cancelled, tried again (decisions 9 to 11). */
export function printsHandlers(client: Database.Database, render: RenderPort): Handlers<typeof printsApi> {
  return {
    ...numberPool(client),
    ...terminalPrinters(render),

    list: (context, { scope, limit }) => {
      const found = listPrints(context.db, { open: scope === 'open', limit: limit + 1 });
      const seen = found.slice(0, limit).filter(({ document }) => maySeePaper(context, document));
      const spoiled = spoiledCopiesOf(
        context.db,
        seen.map(({ document }) => document.id),
      );
      return {
        jobs: seen.map((one) => presentJob(context, one, spoiled)),
        more: found.length > limit,
      };
    },

    here: (context) =>
      unsettledPrintsOf(context.db, context.connection.place)
        .filter(({ document }) => maySeePaper(context, document))
        .map(({ print, document }) => ({ id: print.id, state: print.state, number: document.number })),

    start: (context, { printId }) => {
      const { tx, actor, happened } = context;
      const { print, document } = ownPrint(context, printId);
      if (print.operatorId !== actor.id) throw new DomainError('FORBIDDEN');
      if (print.state !== 'queued') throw new DomainError('PRINT_JOB_DONE');
      // A paper that was voided meanwhile must not come out as one that counts.
      if (document.state === 'voided') throw new DomainError('DOCUMENT_VOIDED', { number: document.number });
      const after = tx.update(prints, printId, { state: 'sending' });
      happened({ kind: 'printSending', noun: 'documents', id: document.id, data: copiesOf(print) });
      return { state: after.state };
    },

    confirm: (context, { printId, spoiled }) => {
      const { tx, actor, now, happened } = context;
      const { print, document } = ownPrint(context, printId);
      const known = spoiledOf(context, print);
      const refused = confirmRefusal(print, known, spoiled);
      if (refused !== undefined) throw DomainError.from(refused);
      const count = known.length + spoiled.length;
      const after = tx.update(prints, printId, {
        state: 'printed',
        spoiled: count,
        printedAt: print.printedAt ?? now,
        confirmedBy: actor.id,
        confirmedAt: now,
      });
      for (const { copy, reason } of spoiled)
        tx.insert(spoiledCopies, {
          ...{ documentId: document.id, printId, copy, reason },
          ...{ accountId: actor.id, spoiledAt: now },
        });
      happened({
        kind: spoiled.length > 0 ? 'copiesSpoiled' : 'printConfirmed',
        noun: 'documents',
        id: document.id,
        data: {
          ...copiesOf(print),
          ...(spoiled.length > 0
            ? {
                spoiled: spoiled.map(({ copy }) => copy).join(','),
                reason: spoiled.map(({ reason }) => reason).join('；'),
              }
            : {}),
        },
      });
      return { state: after.state, good: print.copies - print.takenBack - count, spoiled: count };
    },

    nothingOut: (context, { printId }) => {
      const { tx, happened } = context;
      const { print, document } = ownPrint(context, printId);
      if (print.state !== 'sending' && print.state !== 'sent') throw new DomainError('PRINT_NOT_OUT');
      if (print.takenBack > 0) throw new DomainError('PRINT_JOB_DONE');
      freeReplacements(context, print);
      const after = tx.update(prints, printId, { state: 'failed', failure: 'PRINT_NOTHING_OUT' });
      happened({ kind: 'printFailed', noun: 'documents', id: document.id, data: copiesOf(print) });
      return { state: after.state };
    },

    cancel: (context, { printId, reason }) => {
      const { tx, happened } = context;
      const { print, document } = ownPrint(context, printId);
      if (print.state !== 'queued' && print.state !== 'failed') throw new DomainError('PRINT_JOB_DONE');
      freeReplacements(context, print);
      const after = tx.update(prints, printId, { state: 'cancelled', failure: reason });
      happened({ kind: 'printCancelled', noun: 'documents', id: document.id, data: { ...copiesOf(print), reason } });
      return { state: after.state };
    },

    retry: (context, { printId, printer, tray }) => {
      const { db, tx, actor, now, connection, happened } = context;
      const { print, document } = ownPrint(context, printId);
      if (print.state !== 'failed') throw new DomainError('PRINT_NOT_FAILED');
      if (document.state === 'voided') throw new DomainError('DOCUMENT_VOIDED', { number: document.number });
      const others = printsOfDocument(db, document.id).filter(({ id }) => id !== printId);
      if (!stillFree(print, others)) throw new DomainError('PRINT_NUMBERS_TAKEN');
      const after = tx.update(prints, printId, {
        ...{ state: 'queued', failure: '', operatorId: actor.id, queuedAt: now, printer, tray },
        ...{ place: connection.place, terminal: connection.terminal },
        ...(print.reprint ? { reprintNth: nextReprint(others) } : {}),
      });
      if (print.reprint)
        for (const { id } of openSpoiled(context, document.id).slice(0, print.copies))
          tx.update(spoiledCopies, id, { replacedBy: printId });
      happened({ kind: 'printRetried', noun: 'documents', id: document.id, data: copiesOf(print) });
      return { state: after.state, firstCopy: print.firstCopy };
    },
  };
}

function openSpoiled(context: Pick<QueryContext, 'db'>, documentId: number) {
  return spoiledCopiesOf(context.db, [documentId]).filter((one) => one.replacedBy === null);
}

function copiesOf({ copies, firstCopy }: PrintRow) {
  return { copies, firstCopy };
}

type Listed = ReturnType<typeof listPrints>[number];

function presentJob(context: QueryContext, { print, document, operator, confirmer }: Listed, spoiled: Spoiled) {
  return {
    ...{ id: print.id, documentId: document.id, kind: document.kind, title: documentKindOf(document.kind).title },
    ...{ number: document.number, noun: document.noun, subjectId: document.subjectId },
    ...{
      issueVersion: document.issueVersion,
      state: print.state,
      queuedAt: print.queuedAt,
      printedAt: print.printedAt,
    },
    ...{ operator, mine: print.operatorId === context.actor.id, terminal: print.terminal ?? '' },
    here: print.place === context.connection.place,
    ...{ printer: print.printer, tray: print.tray ?? '', jobName: print.jobName ?? '' },
    ...{ firstCopy: print.firstCopy, copies: print.copies, reprint: print.reprint, failure: print.failure },
    said: saidOfPrint(print),
    spoiled: spoiled.filter(({ printId }) => printId === print.id).map(({ copy, reason }) => ({ copy, reason })),
    ...{ confirmedBy: confirmer ?? '', confirmedAt: print.confirmedAt },
    can: canOfJob(context, print.state),
  };
}

type Spoiled = ReturnType<typeof spoiledCopiesOf>;
