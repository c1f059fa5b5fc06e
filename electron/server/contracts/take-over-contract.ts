import type Database from 'better-sqlite3';
import { buyersOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { buildingOf, unitById } from '#db/repositories/units.ts';
import { contractSignatures } from '#db/schema/contracts.ts';
import { customers } from '#db/schema/customers.ts';
import { contracts } from '#db/schema/deals.ts';
import { formOf } from '#shared/domain/contracts/form-of.ts';
import { termsOf } from '#shared/domain/contracts/kept-terms.ts';
import { draftContract as draftOf } from '#shared/domain/contracts/make-draft.ts';
import { signingOrder } from '#shared/domain/contracts/review.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import { moveLegal } from '../units/move-legal.ts';
import type { UnitCommand } from '../units/unit-facts.ts';
import { turnDepositIntoPrice } from './apply-contract-event.ts';
import type { Deal } from './deal.ts';
import { draftFacts } from './draft-facts.ts';
import { writeContract } from './write-contract.ts';

/** A contract that was signed before the office had this program. */
export type OldContract = {
  readonly number: string;
  readonly signedOn: LocalDate;
  readonly filingNumber: string;
  readonly filedOn: LocalDate | null;
  readonly recordedBy: number;
};

/**
 * Takes over a signed contract under the number of its paper: its terms are what the records say of the deal, everybody
 * has signed, the home is signed or filed at the registry, and the deposit is price. The command is one of the day of
 * signing; the money of the deal is written before.
 */
export function takeOverContract(
  command: UnitCommand,
  client: Database.Database,
  subscription: SubscriptionRow,
  { number, signedOn, filingNumber, filedOn, recordedBy }: OldContract,
): Deal {
  const { db, tx, now } = command;
  const { consultantId: drafterId, unitId } = subscription;
  const unit = unitById(db, unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  const saleBasis = buildingOf(db, unit.buildingId)?.permit?.kind ?? null;
  const text = contractTextOf(formOf({ use: unit.use, saleBasis }));
  const draft = draftOf(draftFacts(command, client, { subscription, unit, contractId: null, drafterId, text }));
  const row = writeContract(command, {
    number,
    subscriptionId: subscription.id,
    unitId,
    state: 'signed',
    price: subscription.price,
    terms: termsOf({ ...draft, signOn: signedOn }),
    draftedBy: drafterId,
    draftedOn: signedOn,
    signedOn,
  });
  const buyers = buyersOf(db, [subscription.id]).map(({ customer }) => customer);
  for (const [index, { party, customerId }] of signingOrder(buyers.map(({ id }) => id)).entries())
    tx.insert(contractSignatures, {
      contractId: row.id,
      position: index + 1,
      party,
      customerId,
      signedOn,
      recordedBy,
      recordedAt: now,
    });
  applyUnitEvent(command, unit, 'takeOverSigned', { subscription: subscription.state, contract: row.state });
  for (const { id } of buyers) tx.update(customers, id, { state: 'signed' });
  const deal = { row, subscription, unit };
  moveLegal(command, deal.unit.id, 'netSign');
  turnDepositIntoPrice(command, deal);
  if (filedOn === null) return deal;
  const filed = tx.update(contracts, row.id, { state: 'filed', filingNumber, filedOn });
  moveLegal(command, deal.unit.id, 'register');
  return { ...deal, row: filed };
}
