import { filedPage, scanPageById } from '#db/repositories/scans.ts';
import { scanPages } from '#db/schema/scans.ts';
import type { scans as scansApi } from '#shared/api/scans.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { ownPaper } from '../documents/own-papers.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import { type StoredPage, whoseStacks } from './present.ts';

type Settling = Pick<Handlers<typeof scansApi>, 'assign' | 'replace' | 'takeOff' | 'discard'>;
type Target = { readonly scanPageId: number; readonly version: number };

/**
 * A scanned page that the person may see: of a paper that they may open, or waiting in a stack of theirs. Throws NOT_FOUND,
 * DEAL_OF_OTHER, FORBIDDEN.
 */
export function ownScan(context: QueryContext, scanPageId: number): StoredPage {
  const found = scanPageById(context.db, scanPageId);
  if (found === undefined || found.page.state === 'discarded') throw new DomainError('NOT_FOUND');
  const { page, stack } = found;
  if (page.state !== 'waiting' && page.documentId !== null) ownPaper(context, page.documentId);
  else {
    const whose = whoseStacks(context);
    if (!context.can('documents.scan') || (whose !== null && stack.addedBy !== whose))
      throw new DomainError('FORBIDDEN');
  }
  return found;
}

function waiting(context: CommandContext, { scanPageId }: Target): StoredPage['page'] {
  const { page } = ownScan(context, scanPageId);
  if (page.state !== 'waiting') throw new DomainError('SCAN_SETTLED');
  return page;
}

/** Puts a page at a place of a paper that stands; a scan that is there is kept as replaced. */
function putAt(
  context: CommandContext,
  target: Target,
  place: { readonly documentId: number; readonly page: number; readonly reason: string; readonly byHand: boolean },
): { state: 'filed' } {
  const { db, tx, actor, now, happened } = context;
  const { documentId, page, reason, byHand } = place;
  const paper = ownPaper(context, documentId);
  const { number } = paper;
  if (paper.state !== 'issued' || paper.erasedAt !== null) throw new DomainError('SCAN_PAPER_VOID', { number });
  if (page > (paper.pages ?? 0)) throw new DomainError('SCAN_NO_SUCH_PAGE', { number, pages: paper.pages ?? 0 });
  const before = filedPage(db, documentId, page);
  const settled = { settledBy: actor.id, settledAt: now };
  if (before !== undefined) tx.update(scanPages, before.id, { state: 'replaced', ...settled });
  const patch = { state: 'filed' as const, documentId, page, reason, byHand, ...settled };
  tx.update(scanPages, target.scanPageId, patch, target.version);
  const data = { number, page, byHand, replaced: before !== undefined, ...(reason === '' ? {} : { reason }) };
  happened({ kind: 'scanFiled', noun: 'documents', id: documentId, data });
  return { state: 'filed' };
}

/** Handlers of what a person does with scanned pages. `forget`: destroys the bytes of what was thrown away. */
export function settleScans(forget: () => void): Settling {
  return {
    assign: (context, { documentId, page, reason, ...target }) => {
      waiting(context, target);
      return putAt(context, target, { documentId, page, reason, byHand: true });
    },

    replace: (context, target) => {
      const { outcome, documentId, page } = waiting(context, target);
      if (outcome !== 'duplicate' || documentId === null || page === null) throw new DomainError('SCAN_NOT_TWICE');
      return putAt(context, target, { documentId, page, reason: '', byHand: false });
    },

    takeOff: (context, { scanPageId, version, reason }) => {
      const { page } = ownScan(context, scanPageId);
      if (page.state !== 'filed' || page.documentId === null) throw new DomainError('SCAN_SETTLED');
      const { number } = ownPaper(context, page.documentId);
      const off = { state: 'waiting' as const, reason, settledBy: null, settledAt: null };
      context.tx.update(scanPages, scanPageId, off, version);
      const data = { number, page: page.page, reason };
      context.happened({ kind: 'scanTakenOff', noun: 'documents', id: page.documentId, data });
      return { state: 'waiting' };
    },

    discard: (context, { scanPageId, version, reason }) => {
      const { id, stackId, position } = waiting(context, { scanPageId, version });
      const { tx, actor, now, happened, afterCommit } = context;
      tx.update(scanPages, id, { state: 'discarded', reason, settledBy: actor.id, settledAt: now }, version);
      happened({ kind: 'scanDiscarded', noun: 'office', id: 1, data: { stackId, page: position, reason } });
      afterCommit(forget);
      return { state: 'discarded' };
    },
  };
}
