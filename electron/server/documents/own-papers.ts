import { changeById } from '#db/repositories/changes.ts';
import { documentById } from '#db/repositories/documents.ts';
import { receiptById } from '#db/repositories/receipts.ts';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { ownContract } from '../contracts/deal.ts';
import { visibleCustomer } from '../customers/present.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { ownIntent } from '../launches/own-intents.ts';
import { ownQuote } from '../quotes/own-quotes.ts';
import { checkOwnBooking, checkOwnDeal } from '../subscriptions/own-deals.ts';

type Asking = Pick<QueryContext, 'db' | 'actor' | 'can' | 'sees' | 'level'>;

/** Papers that tell more than their record shows everybody, each with who is told that. */
const toldTo: Partial<Record<DocumentKindName, (context: Pick<Asking, 'can' | 'level'>) => boolean>> = {
  priceList: ({ can }) => can('prices.read'),
  floorPriceList: ({ can, level }) => can('prices.read') && level('floorPrice') === 'full',
};

/** True for a kind of paper that the person may have, as far as the kind asks; whether the record is theirs is another question. */
export function mayHaveKind(context: Pick<Asking, 'can' | 'level'>, kind: DocumentKindName): boolean {
  return toldTo[kind]?.(context) ?? true;
}

/** Refuses whoever may not have a kind of paper. Throws FORBIDDEN. */
export function checkOwnKind(context: Pick<Asking, 'can' | 'level'>, kind: DocumentKindName): void {
  if (!mayHaveKind(context, kind)) throw new DomainError('FORBIDDEN');
}

/** Refuses whoever may not open the deal that a paper's record belongs to. Throws NOT_FOUND, DEAL_OF_OTHER. */
export function checkOwnSubject(context: Asking, noun: string, subjectId: number): void {
  if (noun === 'quotes') {
    ownQuote(context, subjectId);
    return;
  }
  if (noun === 'contracts') {
    ownContract(context, subjectId);
    return;
  }
  if (noun === 'days') {
    if (!context.can('days.read')) throw new DomainError('FORBIDDEN');
    return;
  }
  if (noun === 'buildings') {
    // What is published is everybody's.
    if (!context.can('board.read')) throw new DomainError('FORBIDDEN');
    return;
  }
  if (noun === 'intents') {
    ownIntent(context, subjectId);
    return;
  }
  if (noun === 'launches') {
    if (!context.can('launches.read')) throw new DomainError('FORBIDDEN');
    return;
  }
  // What hangs in the hall for everybody to read.
  if (noun === 'projects') return;
  if (noun === 'controlChecks') {
    if (!context.can('controlChecks.read')) throw new DomainError('FORBIDDEN');
    return;
  }
  if (noun === 'customers') {
    visibleCustomer(context, subjectId);
    return;
  }
  if (noun === 'subjectRequests') {
    if (!context.can('privacy.read')) throw new DomainError('FORBIDDEN');
    return;
  }
  if (noun === 'bookings') return checkOwnBooking(context, subjectId);
  if (noun === 'changes') {
    const change = changeById(context.db, subjectId);
    if (change === undefined) throw new DomainError('NOT_FOUND');
    checkOwnDeal(context, change.subscriptionId);
    return;
  }
  if (noun === 'launchPicks' || noun === 'launches') {
    if (!context.can(noun === 'launches' ? 'launches.read' : 'launches.pick')) throw new DomainError('FORBIDDEN');
    return;
  }
  if (noun !== 'receipts') return checkOwnDeal(context, subjectId);
  const receipt = receiptById(context.db, subjectId);
  if (receipt?.bookingId != null) return checkOwnBooking(context, receipt.bookingId, 'payments');
  if (receipt?.intentId != null) return void ownIntent(context, receipt.intentId);
  if (receipt === undefined || receipt.subscriptionId === null) throw new DomainError('NOT_FOUND');
  checkOwnDeal(context, receipt.subscriptionId, 'payments');
}

/** A paper that the person may see. Throws NOT_FOUND, DEAL_OF_OTHER, FORBIDDEN. */
export function ownPaper(context: Asking, documentId: number) {
  const row = documentById(context.db, documentId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  checkOwnSubject(context, row.noun, row.subjectId);
  checkOwnKind(context, row.kind);
  return row;
}
