import type Database from 'better-sqlite3';
import { attachmentById } from '#db/repositories/attachments.ts';
import { changeById } from '#db/repositories/changes.ts';
import { handoverById } from '#db/repositories/custody.ts';
import { peopleOnPaper } from '#db/repositories/erased-papers.ts';
import { houseTypeById } from '#db/repositories/house-types.ts';
import { partnerAgreementById } from '#db/repositories/partner-agreements.ts';
import { paymentLetterById } from '#db/repositories/payment-letters.ts';
import { permitById } from '#db/repositories/projects.ts';
import { seizureById } from '#db/repositories/units.ts';
import { type AttachmentNoun, attachmentRights, personalAttachments } from '#shared/domain/attachments/kinds.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { ownAgreement } from '../agreements/own-agreement.ts';
import { ownContract } from '../contracts/deal.ts';
import { canWith } from '../customers/customer-detail.ts';
import { visibleCustomer } from '../customers/present.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { checkOwnDeal } from '../subscriptions/own-deals.ts';
import { seesCourtPapers } from '../units/seizures.ts';

/** Refuses whoever may not open the record that a file belongs to, and a record that is not there. */
export const checkOpens: Readonly<Record<AttachmentNoun, (context: QueryContext, subjectId: number) => void>> = {
  permits: ({ db }, subjectId) => {
    if (permitById(db, subjectId) === undefined) throw new DomainError('NOT_FOUND');
  },
  houseTypes: ({ db }, subjectId) => {
    if (houseTypeById(db, subjectId) === undefined) throw new DomainError('NOT_FOUND');
  },
  subscriptions: (context, subjectId) => checkOwnDeal(context, subjectId),
  // An order of a court names whom it is about: for those who act on it, and those who check them.
  seizures: ({ db, can }, subjectId) => {
    if (seizureById(db, subjectId) === undefined) throw new DomainError('NOT_FOUND');
    if (!seesCourtPapers({ can })) throw new DomainError('FORBIDDEN');
  },
  changes: (context, subjectId) => {
    const change = changeById(context.db, subjectId);
    if (change === undefined) throw new DomainError('NOT_FOUND');
    checkOwnDeal(context, change.subscriptionId);
  },
  paymentLetters: (context, subjectId) => {
    const letter = paymentLetterById(context.db, subjectId);
    if (letter === undefined) throw new DomainError('NOT_FOUND');
    checkOwnDeal(context, letter.subscriptionId, 'payments');
  },
  handovers: (context, subjectId) => {
    const found = handoverById(context.db, subjectId);
    if (found === undefined) throw new DomainError('NOT_FOUND');
    ownContract(context, found.handover.contractId);
  },
  partnerAgreements: ({ db, can }, subjectId) => {
    if (partnerAgreementById(db, subjectId) === undefined) throw new DomainError('NOT_FOUND');
    if (!can('partnerAgreements.read')) throw new DomainError('FORBIDDEN');
  },
  contracts: (context, subjectId) => {
    if (!context.can('contracts.read')) throw new DomainError('FORBIDDEN');
    ownContract(context, subjectId);
  },
  agreements: (context, subjectId) => {
    if (!context.can('contracts.read')) throw new DomainError('FORBIDDEN');
    ownAgreement(context, subjectId);
  },
  customers: (context, subjectId) => {
    if (!context.can('customers.read')) throw new DomainError('FORBIDDEN');
    visibleCustomer(context, subjectId);
  },
};

/** Scans show people: why nobody reads or touches them who may not find those people by way of a paper either. */
function peopleRefusal(client: Database.Database, noun: AttachmentNoun, subjectId: number): Refusal | undefined {
  if (!personalAttachments.has(noun)) return undefined;
  const people = peopleOnPaper(client, noun, subjectId);
  if (people.length > 0 && people.every(({ anonymised }) => anonymised === 1)) return { code: 'ATTACHMENT_ERASED' };
  if (people.some(({ anonymised, restricted }) => anonymised + restricted > 0)) return { code: 'CUSTOMER_RESTRICTED' };
  return undefined;
}

/** Throws ATTACHMENT_ERASED or CUSTOMER_RESTRICTED where scans show people who may not be seen. */
export function checkPeople(client: Database.Database, noun: AttachmentNoun, subjectId: number): void {
  const refusal = peopleRefusal(client, noun, subjectId);
  if (refusal !== undefined) throw DomainError.from(refusal);
}

/** Why somebody who may open a record may not change its files: the right, or a customer who is another's or only kept. */
export function writeRefusal(context: QueryContext, noun: AttachmentNoun, subjectId: number): Refusal | undefined {
  if (!context.can(attachmentRights[noun])) return { code: 'FORBIDDEN' };
  if (noun !== 'customers') return undefined;
  const { update = true } = canWith(context, visibleCustomer(context, subjectId));
  return update === true ? undefined : update;
}

/** Throws what stands against it that somebody changes the files of a record. */
export function checkWrite(context: QueryContext, noun: AttachmentNoun, subjectId: number): void {
  const refusal = writeRefusal(context, noun, subjectId);
  if (refusal !== undefined) throw DomainError.from(refusal);
}

/** A file of a record that somebody may open. Throws NOT_FOUND, FORBIDDEN. */
export function ownAttachment(context: QueryContext, attachmentId: number, byId = attachmentById) {
  const row = byId(context.db, attachmentId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  checkOpens[row.noun](context, row.subjectId);
  return row;
}

/** Why a file that lies with a record may not be touched: by who may change its files, and by whom the scans show. */
export function touchRefusal(
  context: QueryContext,
  client: Database.Database,
  { noun, subjectId }: { readonly noun: AttachmentNoun; readonly subjectId: number },
): Refusal | undefined {
  return writeRefusal(context, noun, subjectId) ?? peopleRefusal(client, noun, subjectId);
}

/** A file that somebody may remove, put back or call something else. Throws what stands against it. */
export function touchedAttachment(
  context: QueryContext,
  client: Database.Database,
  attachmentId: number,
  byId = attachmentById,
) {
  const row = ownAttachment(context, attachmentId, byId);
  const refusal = touchRefusal(context, client, row);
  if (refusal !== undefined) throw DomainError.from(refusal);
  return row;
}
