import type Database from 'better-sqlite3';
import { type AgreementRow, agreementSignaturesOf } from '#db/repositories/agreements.ts';
import { type ChangeRow, changeById } from '#db/repositories/changes.ts';
import { contractById } from '#db/repositories/contracts.ts';
import { documentsOf, printsOf } from '#db/repositories/documents.ts';
import { buyersOf } from '#db/repositories/subscriptions.ts';
import { type AgreementFacts, bareAgreementFacts } from '#shared/domain/agreements/lifecycle.ts';
import { agreementOrder } from '#shared/domain/agreements/signing.ts';
import { voidWordsIn } from '#shared/domain/agreements/terms.ts';
import { askAsKept } from '#shared/domain/changes/asks.ts';
import { completedTerms } from '#shared/domain/contracts/kept-terms.ts';
import type { NeededFile } from '#shared/domain/contracts/needed-files.ts';
import type { SigningPlace } from '#shared/domain/contracts/review.ts';
import { copiesOutside } from '#shared/domain/documents/copies.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { openPointsOf, reckonAnew } from '../changes/apply-change-event.ts';
import { figuresHashOf } from '../changes/simulate.ts';
import { buyersAsNamed } from '../contracts/contract-buyers.ts';
import { filesOfAgreement } from '../contracts/contract-files.ts';
import { type Deal, dealOf } from '../contracts/deal.ts';
import { countingAs } from '../kernel/standing.ts';
import type { UnitContext } from '../units/unit-facts.ts';
import { clearedBySigning } from './agreement-of-change.ts';

/** An agreement with the change that it writes down and the deal that it is about. */
export type Agreement = { readonly row: AgreementRow; readonly change: ChangeRow; readonly deal: Deal };

/** The records of an agreement. Throws NOT_FOUND. */
export function agreementWith({ db }: Pick<UnitContext, 'db'>, row: AgreementRow): Agreement {
  const change = changeById(db, row.changeId);
  const contract = contractById(db, row.contractId);
  if (change === undefined || contract === undefined) throw new DomainError('NOT_FOUND');
  return { row, change, deal: dealOf(db, contract) };
}

/** Printed copies of earlier versions of an agreement that have not come back. */
export function agreementCopiesOutside({ db }: Pick<UnitContext, 'db'>, agreementId: number): number {
  const voided = documentsOf(db, 'agreements', agreementId).filter(({ state }) => state === 'voided');
  return copiesOutside(
    printsOf(
      db,
      voided.map(({ id }) => id),
    ).map(({ print }) => print),
  );
}

/** Who signs an agreement in which order; once it is in force, who did. */
export function placesOf({ db }: Pick<UnitContext, 'db'>, { row, change, deal }: Agreement): SigningPlace[] {
  if (row.state === 'inForce')
    return agreementSignaturesOf(db, row.id).map(({ signature: { party, customerId } }) => ({ party, customerId }));
  const before = buyersOf(db, [deal.subscription.id]).map(({ customer }) => customer.id);
  const ask = askAsKept(change.ask);
  const after = ask.kind === 'nameChange' ? ask.buyers.map(({ customerId }) => customerId) : before;
  return agreementOrder(before, after);
}

/** Whether the change still comes out as it was shown, and what would stop it from being carried out. */
function changeNow(
  context: UnitContext,
  { row, change }: Agreement,
): Pick<AgreementFacts, 'figuresMoved' | 'obstacle' | 'changeAgreed'> {
  if (change.state !== 'approved') return { changeAgreed: false, figuresMoved: false, obstacle: null };
  try {
    const { simulation, refusals } = reckonAnew(context, change);
    // Money and papers come back after both have agreed on the end; a supplement holds at once.
    const points = row.kind === 'termination' ? [] : openPointsOf(context, change);
    const [obstacle] = [...refusals, ...points.filter(({ code }) => !clearedBySigning.includes(code))];
    return {
      changeAgreed: true,
      figuresMoved: figuresHashOf(simulation) !== change.figuresHash,
      obstacle: obstacle ?? null,
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const refusal: Refusal = { code: error.code, ...(error.params === undefined ? {} : { params: error.params }) };
    return { changeAgreed: true, figuresMoved: false, obstacle: refusal };
  }
}

/** The list of required files of an agreement: of those who bought until now and of those who come in by it. */
export function filesNow(context: UnitContext, client: Database.Database, agreement: Agreement): NeededFile[] {
  const { db, today } = context;
  const { change, deal } = agreement;
  const bought = buyersOf(db, [deal.subscription.id]).map(({ customer, sharePpm }) => ({
    customerId: customer.id,
    sharePpm,
  }));
  const ask = askAsKept(change.ask);
  const next = ask.kind === 'nameChange' ? ask.buyers : [];
  const all = [...bought, ...next.filter((one) => !bought.some(({ customerId }) => customerId === one.customerId))];
  const of = { subscriptionId: deal.subscription.id, contractId: deal.row.id };
  return filesOfAgreement(context, agreement, {
    buyers: buyersAsNamed(db, client, of, all),
    signOn: today,
    purchaseLimited: completedTerms(deal.row.terms).purchaseLimited,
  });
}

/** Everything that the guards of an agreement look at. */
export function gatherAgreementFacts(
  context: UnitContext,
  client: Database.Database,
  agreement: Agreement,
): AgreementFacts {
  const { db, actor } = context;
  const { row, change } = agreement;
  const authors = [row.draftedBy, change.requestedBy, ...(row.submittedBy === null ? [] : [row.submittedBy])];
  const signed = agreementSignaturesOf(db, row.id).length;
  return {
    ...bareAgreementFacts(),
    ...changeNow(context, agreement),
    actorId: actor?.id ?? null,
    authorIds: countingAs(actor, authors),
    voidWords: voidWordsIn(row.clauses),
    copiesOutstanding: agreementCopiesOutside(context, row.id),
    signaturesLeft: Math.max(0, placesOf(context, agreement).length - signed - 1),
    files: filesNow(context, client, agreement),
    refilingOpen: row.refileBy !== null && row.refiledOn === null,
  };
}
