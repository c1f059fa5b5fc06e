import type Database from 'better-sqlite3';
import type { ReadDb } from '#db/access.ts';
import { agreementById } from '#db/repositories/agreements.ts';
import { contractById } from '#db/repositories/contracts.ts';
import { type DocumentRow, documentsOf, issuerOf, printsOf } from '#db/repositories/documents.ts';
import { type PrintRow, spoiledCopiesOf } from '#db/repositories/prints.ts';
import { documentKindOf } from '#shared/documents/index.ts';
import { usuallyDuplex } from '#shared/documents/kind.ts';
import { copiesMade, copiesOutside, copyStandings, nextReprint } from '#shared/domain/documents/copies.ts';
import { type CopyHolder, holdersOfCopies, withHolders } from '#shared/domain/documents/holders.ts';
import { sheetsOffered } from '#shared/domain/documents/sheets.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { pagesRefusal } from './kept-papers.ts';
import { canOfJob } from './print-can.ts';

/** Who keeps the copies of a contract by its own words, and of an agreement about it; undefined for all other papers. */
function keepersByContract(db: ReadDb, { kind, noun, subjectId }: Pick<DocumentRow, 'kind' | 'noun' | 'subjectId'>) {
  // An agreement about a contract has as many copies as that.
  const contractId = noun === 'agreements' ? agreementById(db, subjectId)?.contractId : subjectId;
  const counts = kind === 'saleContract' || noun === 'agreements';
  return counts && contractId !== undefined ? contractById(db, contractId)?.terms.annexes.holders : undefined;
}

/** How many copies belong to a paper; what is printed beyond them is a reprint (补打). A contract says it itself. */
export function copiesDue(db: ReadDb, row: Pick<DocumentRow, 'kind' | 'noun' | 'subjectId'>) {
  const holders = keepersByContract(db, row);
  if (holders === undefined) return documentKindOf(row.kind).copies;
  return holders.reduce((sum, { count }) => sum + count, 0);
}

/** Who each copy of a paper goes to, in the order of the copies. */
export function holdersOf(db: ReadDb, row: Pick<DocumentRow, 'kind' | 'noun' | 'subjectId'>): CopyHolder[] {
  return [...holdersOfCopies(row.kind, keepersByContract(db, row))];
}

/** The prints of one paper. */
export function printsOfDocument(db: ReadDb, documentId: number) {
  return printsOf(db, [documentId]).map(({ print }) => print);
}

/** What was said when a print was ordered, as screens are told it. */
export function saidOfPrint({ earlierBack, keptOut, sheetsLeft }: PrintRow) {
  return { back: [...(earlierBack ?? [])], keptOut, sheetsLeft };
}

/** Papers as screens see them, with what the caller may do with each. */
export function presentDocuments(context: QueryContext, client: Database.Database, rows: readonly DocumentRow[]) {
  const ids = rows.map(({ id }) => id);
  const all = printsOf(context.db, ids);
  const spoiled = spoiledCopiesOf(context.db, ids);
  return rows.map((row) => {
    const own = all.filter(({ print }) => print.documentId === row.id);
    const prints = own.map(({ print }) => print);
    return {
      id: row.id,
      kind: row.kind,
      number: row.number,
      state: row.state,
      issueVersion: row.issueVersion,
      pages: row.pages,
      sheet: row.sheet ?? sheetsOffered(row.kind)[0] ?? null,
      issuedAt: row.issuedAt,
      issuedBy: issuerOf(context.db, row),
      copiesDue: copiesDue(context.db, row),
      copiesPrinted: copiesMade(prints),
      copiesOutside: copiesOutside(prints),
      copiesToReplace: spoiled.filter((one) => one.documentId === row.id && one.replacedBy === null).length,
      nextReprint: nextReprint(prints),
      duplex: usuallyDuplex(documentKindOf(row.kind)),
      voidReason: row.voidReason,
      erased: row.erasedAt !== null,
      prints: own.map(({ print, operator }) => ({
        id: print.id,
        at: print.printedAt ?? print.queuedAt,
        operator,
        printer: print.printer,
        firstCopy: print.firstCopy,
        copies: print.copies,
        reprint: print.reprint,
        state: print.state,
        failure: print.failure,
        said: saidOfPrint(print),
        tray: print.tray ?? '',
        jobName: print.jobName ?? '',
        here: print.place === context.connection.place,
        can: canOfJob(context, print.state),
        spoiled: spoiled.filter((one) => one.printId === print.id).map(({ copy, reason }) => ({ copy, reason })),
      })),
      can: canOfDocument(context, client, row, copiesOutside(prints)),
      version: row.version,
    };
  });
}

/** The copies of a paper version by version, the newest first: which of how many, and what became of each. */
export function copiesByVersion({ db }: Pick<QueryContext, 'db'>, row: DocumentRow) {
  const versions = documentsOf(db, row.noun, row.subjectId).filter(
    ({ kind, number }) => kind === row.kind && number === row.number,
  );
  const spoiled = spoiledCopiesOf(
    db,
    versions.map(({ id }) => id),
  );
  return versions
    .map((one) => ({
      ...{ documentId: one.id, issueVersion: one.issueVersion, voided: one.state === 'voided' },
      of: copiesDue(db, one),
      copies: withHolders(
        copyStandings(
          printsOfDocument(db, one.id),
          spoiled.filter(({ documentId }) => documentId === one.id).map(({ copy }) => copy),
        ),
        holdersOf(db, one),
      ),
    }))
    .filter(({ copies }) => copies.length > 0)
    .toSorted((one, other) => other.issueVersion - one.issueVersion);
}

function canOfDocument(
  context: QueryContext,
  client: Database.Database,
  row: DocumentRow,
  outside: number,
): Record<string, true | Refusal> {
  const { state, number } = row;
  const kept = pagesRefusal(client, context, row);
  const forbidden: Refusal = { code: 'FORBIDDEN' };
  const voided: Refusal = { code: 'DOCUMENT_VOIDED', params: { number } };
  const notYet: Refusal = { code: 'DOCUMENT_NOT_ISSUED', params: { number } };
  const printable = state === 'issued' ? true : state === 'voided' ? voided : notYet;
  return {
    print: context.can('documents.print') ? (printable === true ? (kept ?? true) : printable) : forbidden,
    ...(kept === undefined ? {} : { pages: kept }),
    void: context.can('documents.void') ? (state === 'voided' ? voided : true) : forbidden,
    ...(outside > 0 ? { takeBack: context.can('documents.print') ? true : forbidden } : {}),
    ...(state === 'issuing' ? { resume: context.can('documents.issue') ? true : forbidden } : {}),
  };
}
