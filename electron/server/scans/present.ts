import type { z } from 'zod';
import type { DocumentRow } from '#db/repositories/documents.ts';
import { documentById } from '#db/repositories/documents.ts';
import type { pagesOfStack } from '#db/repositories/scans.ts';
import type { scans as scansApi } from '#shared/api/scans.ts';
import { documentKindOf } from '#shared/documents/index.ts';
import { readPageCodeText } from '#shared/documents/kit/page-code.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { checkOwnKind, checkOwnSubject } from '../documents/own-papers.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** A scanned page with the stack it came in, as the repository gives it. */
export type StoredPage = ReturnType<typeof pagesOfStack>[number];
type Shown = z.input<typeof scansApi.stack.output>['pages'][number];
type ShownPaper = NonNullable<Shown['paper']>;

/** True where the person may open a paper: its record and its kind. */
export function mayOpen(context: QueryContext, row: DocumentRow): boolean {
  try {
    checkOwnSubject(context, row.noun, row.subjectId);
    checkOwnKind(context, row.kind);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** A paper as a scanned page names it. */
export function presentPaper(row: DocumentRow): ShownPaper {
  const { id, kind, number, issueVersion, state, pages, noun, subjectId } = row;
  return {
    documentId: id,
    kind,
    title: documentKindOf(kind).title,
    number,
    issueVersion,
    state,
    pages,
    noun,
    subjectId,
  };
}

/** Whose waiting pages the person sees: their own, or everybody's where they see everybody's contracts. */
export function whoseStacks({ actor, reach }: QueryContext): number | null {
  return reach('contracts') === null ? null : actor.id;
}

/** Scanned pages as screens show them, with what may be done with each. */
export function presentPages(context: QueryContext, pages: readonly StoredPage[]): Shown[] {
  const papers = new Map<number, DocumentRow | undefined>();
  const paperOf = (id: number) => {
    if (!papers.has(id)) papers.set(id, documentById(context.db, id));
    const row = papers.get(id);
    return row !== undefined && mayOpen(context, row) ? row : undefined;
  };
  return pages.map(({ page, stack, addedBy }) => {
    const paper = page.documentId === null ? undefined : paperOf(page.documentId);
    const code = readPageCodeText(page.codeText);
    return {
      id: page.id,
      stackId: stack.id,
      position: page.position,
      outcome: page.outcome,
      state: page.state,
      code: code === undefined ? null : { number: code.number, version: code.version, page: code.page },
      paper: paper === undefined ? null : presentPaper(paper),
      page: page.page,
      turns: page.turns,
      sizeBytes: page.sizeBytes,
      pictured: page.thumbnailSha256 !== null,
      byHand: page.byHand,
      reason: page.reason,
      scannedBy: { id: stack.addedBy, name: addedBy },
      scannedAt: stack.addedAt,
      settledAt: page.settledAt,
      can: canOf(context, page, paper),
      version: page.version,
    };
  });
}

function canOf(context: QueryContext, page: StoredPage['page'], paper: DocumentRow | undefined) {
  const may: true | Refusal = context.can('documents.scan') ? true : { code: 'FORBIDDEN' };
  const can: Record<string, true | Refusal> = {};
  if (page.state === 'waiting') {
    can['assign'] = may;
    can['discard'] = may;
    if (page.outcome === 'duplicate' && paper?.state === 'issued') can['replace'] = may;
  }
  if (page.state === 'filed' && paper !== undefined) can['takeOff'] = may;
  return can;
}
