import type Database from 'better-sqlite3';
import { agreementSignaturesOf } from '#db/repositories/agreements.ts';
import { subscriptionById } from '#db/repositories/subscriptions.ts';
import { unitById } from '#db/repositories/units.ts';
import { agreementSignatures, agreements } from '#db/schema/agreements.ts';
import { amendedTerms, tellsRegistry } from '#shared/domain/agreements/amendments.ts';
import { type AgreementEvent, agreementLifecycle } from '#shared/domain/agreements/lifecycle.ts';
import { paperOfAgreement } from '#shared/domain/agreements/states.ts';
import { completedTerms } from '#shared/domain/contracts/kept-terms.ts';
import { handRefusal } from '#shared/domain/contracts/powers.ts';
import { type SigningPlace, signingRefusal } from '#shared/domain/contracts/review.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { openCasesOf } from '../cases/open-cases.ts';
import { applyChangeEvent } from '../changes/apply-change-event.ts';
import { applyContractEvent } from '../contracts/apply-contract-event.ts';
import { sealSigned } from '../documents/seal-uses.ts';
import { payUp, reopenBalance } from '../payments/take-money.ts';
import { moveLegal } from '../units/move-legal.ts';
import type { UnitCommand } from '../units/unit-facts.ts';
import { type Agreement, agreementWith, gatherAgreementFacts, placesOf } from './agreement-facts.ts';
import { recallAgreement } from './agreement-of-change.ts';
import { changedContract } from './changed-contract.ts';
import { askTerminationRefunds } from './termination.ts';

/** What the act brings with it: why it is done, and what else is written in the same row. */
type AgreementAct = {
  readonly reason?: string;
  readonly write?: Partial<typeof agreements.$inferInsert>;
};

/**
 * Brings an event about on an agreement: decides by the table, writes the state, and lets papers, change and contract
 * follow in the same transaction. The only way an agreement moves. Throws the refusal of the table.
 */
export function applyAgreementEvent(
  command: UnitCommand,
  client: Database.Database,
  agreement: Agreement,
  event: AgreementEvent,
  { reason = '', write = {} }: AgreementAct = {},
): Agreement {
  const { tx, today } = command;
  const facts = gatherAgreementFacts(command, client, agreement);
  const { next, effects } = decideOrRefuse(agreementLifecycle, agreement.row.state, event, facts);
  const inForce = effects.includes('takeEffect');
  const row = tx.update(agreements, agreement.row.id, {
    state: next,
    ...(inForce ? { signedOn: today } : {}),
    ...(next === 'dropped' ? { endReason: reason } : {}),
    ...write,
  });
  if (effects.includes('voidCopies')) recallAgreement(command, row, reason);
  if (inForce && row.kind === 'supplement') takeEffect(command, client, { ...agreement, row });
  // Money goes back only once the registry shows no filing any more; until then it is asked for with that.
  if (inForce && row.kind === 'termination' && agreement.deal.row.state !== 'filed')
    askTerminationRefunds(command, agreement.change);
  return agreementWith(command, row);
}

/** The contract says from now on what the agreement says, and what hangs on it follows. */
function takeEffect(command: UnitCommand, client: Database.Database, { row, change, deal }: Agreement): void {
  const { db, tx, today, setting } = command;
  applyChangeEvent(command, change, 'execute');
  const told = tellsRegistry(row.amendments);
  const wasFiled = deal.row.state === 'filed';
  const terms = amendedTerms(completedTerms(deal.row.terms), row.amendments);
  const subscription = subscriptionById(db, deal.subscription.id);
  if (subscription === undefined) throw new DomainError('NOT_FOUND');
  applyContractEvent(command, client, { ...deal, subscription }, 'amend', {
    authorised: ['amend'],
    write: () => ({ terms, price: subscription.price }),
  });
  // Cancelled for the names, the registry shows the home as signed again under the new ones.
  const legal = unitById(db, deal.unit.id)?.legalState;
  const again = deal.row.state === 'signed' && legal === 'saleable';
  if (again) moveLegal(command, deal.unit.id, 'netSign');
  if (told && (wasFiled || again))
    tx.update(agreements, row.id, { refileBy: addDays(today, setting('amendmentFilingDays')) });
  openCasesOf(command, subscription, { filed: true, paidLines: [] });
  reopenBalance(command, subscription);
  payUp(command, subscription);
}

/**
 * Records one signature under an agreement. Whatever would stop it from holding stops the first signature already; the
 * last one brings it into force on that day.
 */
export function signAgreement(
  command: UnitCommand,
  client: Database.Database,
  agreement: Agreement,
  place: SigningPlace & { readonly byProxy: boolean; readonly recordedBy: number },
): Agreement {
  const { db, tx, today, now } = command;
  const { row } = agreement;
  const facts = gatherAgreementFacts(command, client, agreement);
  decideOrRefuse(agreementLifecycle, row.state, 'sign', facts);
  const signed = agreementSignaturesOf(db, row.id).length;
  const refused = signingRefusal(placesOf(command, agreement), signed, place);
  if (refused !== undefined) throw DomainError.from(refused);
  const { party, customerId, byProxy, recordedBy } = place;
  const notBound = handOf(command, client, agreement, place);
  if (notBound !== undefined) throw DomainError.from(notBound);
  // What is missing is counted after the signature that is given now: it is decided before that is written.
  const after = applyAgreementEvent(command, client, agreement, 'sign');
  tx.insert(agreementSignatures, {
    contractAgreementId: row.id,
    position: signed + 1,
    party,
    customerId,
    byProxy,
    signedOn: today,
    recordedBy,
    recordedAt: now,
  });
  if (party === 'seller') {
    const paper = {
      kind: paperOfAgreement[row.kind],
      noun: 'agreements',
      subjectId: row.id,
      number: row.number,
    } as const;
    sealSigned(command, paper, recordedBy);
  }
  return after;
}

/** Why the hand at the table does not bind whoever signs: those who bought, and those who come in by the agreement. */
function handOf(
  command: UnitCommand,
  client: Database.Database,
  { change, deal }: Agreement,
  { customerId, byProxy }: SigningPlace & { readonly byProxy: boolean },
): Refusal | undefined {
  if (customerId === null) return undefined;
  const { before, after } = changedContract(command, client, deal, change);
  const buyer = [...before.buyers, ...after.buyers].find((one) => one.customerId === customerId);
  return buyer === undefined ? undefined : handRefusal(buyer, byProxy, command.today);
}
