import { changeById } from '#db/repositories/changes.ts';
import { handoverById } from '#db/repositories/custody.ts';
import { type DocumentRow, documentById } from '#db/repositories/documents.ts';
import { paymentLetterById } from '#db/repositories/payment-letters.ts';
import { receiptById } from '#db/repositories/receipts.ts';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import type { DocumentKindName, PaperNoun } from '#shared/domain/documents/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { ownAgreement } from '../agreements/own-agreement.ts';
import { ownContract } from '../contracts/deal.ts';
import { visibleCustomer } from '../customers/present.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { ownIntent } from '../launches/own-intents.ts';
import { ownQuote } from '../quotes/own-quotes.ts';
import { visibleRuling } from '../rulings/conflict.ts';
import { checkOwnBooking, checkOwnDeal } from '../subscriptions/own-deals.ts';

type Asking = Pick<QueryContext, 'db' | 'actor' | 'can' | 'sees' | 'level'>;

/** Papers that tell more than their record shows everybody, each with who is told that. */
const toldTo: Partial<Record<DocumentKindName, (context: Pick<Asking, 'can' | 'level'>) => boolean>> = {
  priceList: ({ can }) => can('prices.read'),
  dealLedger: ({ can }) => can('payments.read'),
  // It says how far a price lies above the floor price.
  discountForm: ({ level }) => level('floorPrice') === 'full',
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

/** Refuses whoever lacks the right to read what papers of a kind hang on. */
function reading(right: Permission): (context: Asking) => void {
  return ({ can }) => {
    if (!can(right)) throw new DomainError('FORBIDDEN');
  };
}

/** Who may open the record that a paper belongs to, by what it is. */
const ownRecord: Record<PaperNoun, (context: Asking, subjectId: number) => void> = {
  quotes: (context, quoteId) => void ownQuote(context, quoteId),
  subscriptions: checkOwnDeal,
  contracts: (context, contractId) => void ownContract(context, contractId),
  receipts: checkOwnReceipt,
  days: reading('days.read'),
  customers: (context, customerId) => void visibleCustomer(context, customerId),
  subjectRequests: reading('privacy.read'),
  bookings: checkOwnBooking,
  changes: (context, changeId) => {
    const change = changeById(context.db, changeId);
    if (change === undefined) throw new DomainError('NOT_FOUND');
    checkOwnDeal(context, change.subscriptionId);
  },
  agreements: (context, agreementId) => void ownAgreement(context, agreementId),
  // What is published of a building is everybody's who has the board.
  buildings: reading('board.read'),
  // What hangs in the hall for everybody to read.
  projects: () => {},
  controlChecks: reading('controlChecks.read'),
  intents: (context, intentId) => void ownIntent(context, intentId),
  launches: reading('launches.read'),
  launchPicks: reading('launches.pick'),
  paymentLetters: (context, letterId) => {
    const letter = paymentLetterById(context.db, letterId);
    if (letter === undefined) throw new DomainError('NOT_FOUND');
    checkOwnDeal(context, letter.subscriptionId, 'payments');
  },
  handovers: (context, handoverId) => {
    const found = handoverById(context.db, handoverId);
    if (found === undefined) throw new DomainError('NOT_FOUND');
    ownContract(context, found.handover.contractId);
  },
  rulings: (context, rulingId) => {
    if (!context.can('rulings.read')) throw new DomainError('FORBIDDEN');
    visibleRuling(context, rulingId);
  },
  archiveBoxes: reading('custody.read'),
};

/** Money belongs to the deal, the booking or the intent that it was paid for. */
function checkOwnReceipt(context: Asking, receiptId: number): void {
  const receipt = receiptById(context.db, receiptId);
  if (receipt?.bookingId != null) return checkOwnBooking(context, receipt.bookingId, 'payments');
  if (receipt?.intentId != null) return void ownIntent(context, receipt.intentId);
  if (receipt === undefined || receipt.subscriptionId === null) throw new DomainError('NOT_FOUND');
  checkOwnDeal(context, receipt.subscriptionId, 'payments');
}

/** Refuses whoever may not open the deal that a paper's record belongs to. Throws NOT_FOUND, DEAL_OF_OTHER. */
export function checkOwnSubject(context: Asking, noun: PaperNoun, subjectId: number): void {
  ownRecord[noun](context, subjectId);
}

/** A paper that the person may see. Throws NOT_FOUND, DEAL_OF_OTHER, FORBIDDEN. */
export function ownPaper(context: Asking, documentId: number) {
  const row = documentById(context.db, documentId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  checkOwnSubject(context, row.noun, row.subjectId);
  checkOwnKind(context, row.kind);
  return row;
}

/** True for a paper that the person may see, for lists that leave out the others. */
export function maySeePaper(context: Asking, { noun, subjectId, kind }: DocumentRow): boolean {
  try {
    checkOwnSubject(context, noun, subjectId);
    return mayHaveKind(context, kind);
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
