import type Database from 'better-sqlite3';
import type { z } from 'zod';
import { agreementsToRefile } from '#db/repositories/agreements.ts';
import { signaturesOf } from '#db/repositories/contracts.ts';
import { fileSubject } from '#db/repositories/grams.ts';
import { buyersOf } from '#db/repositories/subscriptions.ts';
import { agreements } from '#db/schema/agreements.ts';
import { contractSignatures } from '#db/schema/contracts.ts';
import type { contracts as contractsApi } from '#shared/api/contracts.ts';
import { contractLifecycle } from '#shared/domain/contracts/lifecycle.ts';
import { handRefusal } from '#shared/domain/contracts/powers.ts';
import { type SigningPlace, signingOrder, signingRefusal } from '#shared/domain/contracts/review.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { advanceFollowers } from '../cases/apply-case-event.ts';
import { sealSigned } from '../documents/seal-uses.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { payUp } from '../payments/take-money.ts';
import { moveLegal } from '../units/move-legal.ts';
import type { UnitCommand } from '../units/unit-facts.ts';
import { applyContractEvent } from './apply-contract-event.ts';
import { gatherContractFacts } from './contract-facts.ts';
import { contractEvent } from './contract-happened.ts';
import { type Deal, ownContractAt } from './deal.ts';

/**
 * Records one signature. Whatever would stop the contract from being signed stops the first signature already: nobody
 * puts their name under a contract that cannot be completed, and no hand counts that does not bind its buyer. The last
 * one completes it.
 */
export function recordSignature(
  command: UnitCommand,
  client: Database.Database,
  deal: Deal,
  place: SigningPlace & { readonly byProxy: boolean; readonly recordedBy: number },
): Deal {
  const { db, tx, today, now } = command;
  const { row, subscription } = deal;
  const { facts, checked } = gatherContractFacts(command, client, deal, { signaturesComplete: true });
  decideOrRefuse(contractLifecycle, row.state, 'sign', facts);
  const order = signingOrder(buyersOf(db, [subscription.id]).map(({ customer }) => customer.id));
  const signed = signaturesOf(db, row.id).length;
  const refused = signingRefusal(order, signed, place);
  if (refused !== undefined) throw DomainError.from(refused);
  const buyer = checked.draft.buyers.find(({ customerId }) => customerId !== null && customerId === place.customerId);
  const notBound = buyer === undefined ? undefined : handRefusal(buyer, place.byProxy, today);
  if (notBound !== undefined) throw DomainError.from(notBound);
  tx.insert(contractSignatures, {
    contractId: row.id,
    position: signed + 1,
    party: place.party,
    customerId: place.customerId,
    byProxy: place.byProxy,
    signedOn: today,
    recordedBy: place.recordedBy,
    recordedAt: now,
  });
  if (place.party === 'seller')
    sealSigned(
      command,
      { kind: 'saleContract', noun: 'contracts', subjectId: row.id, number: row.number },
      place.recordedBy,
    );
  return signed + 1 === order.length ? applyContractEvent(command, client, deal, 'sign') : deal;
}

/** Records the signature of whoever comes next. */
export function signContract(
  context: CommandContext,
  client: Database.Database,
  input: z.output<(typeof contractsApi)['sign']['input']>,
) {
  const { party, customerId, byProxy } = input;
  const deal = ownContractAt(context, input);
  const place = { party, customerId, byProxy, recordedBy: context.actor.id };
  const after = recordSignature(context, client, deal, place);
  // A price that came whole before the signing pays the home up at once.
  if (after.row.state === 'signed') payUp(context, after.subscription);
  const kind = after.row.state === 'signed' ? 'contractSigned' : 'signatureTaken';
  const position = signaturesOf(context.db, after.row.id).length;
  return contractEvent(context, after, kind, { party, position, byProxy });
}

/** What the city's contract says, beside its number. */
export type CityContract = {
  readonly filingNumber: string;
  readonly filedOn: z.output<(typeof contractsApi)['file']['input']>['filedOn'];
  readonly price: number;
  readonly builtArea: number;
};

/** Enters the number of the city's net-signing; refused where the city's contract differs from ours (decision 14). */
export function enterFiling(command: UnitCommand, client: Database.Database, deal: Deal, city: CityContract): Deal {
  const { today } = command;
  const { row } = deal;
  const { filingNumber, filedOn } = city;
  if (row.signedOn !== null && (filedOn < row.signedOn || filedOn > today))
    throw new DomainError('FILING_DAY_WRONG', { signedOn: row.signedOn, todayOn: today });
  const differences = [city.price !== row.price, city.builtArea !== row.terms.fields.builtArea];
  const after = applyContractEvent(command, client, deal, 'file', {
    filingNumberEntered: filingNumber !== '',
    registryDifferences: differences.filter(Boolean).length,
    write: () => ({ filingNumber, filedOn }),
  });
  // From now on the city's number finds it too.
  fileSubject(command.tx, 'contracts', row.id, { codes: [filingNumber] });
  moveLegal(command, after.unit.id, 'register');
  // Filed anew under what was agreed since: the registry has been told of that, too.
  for (const { id } of agreementsToRefile(command.db, row.id))
    command.tx.update(agreements, id, { refiledOn: filedOn, refiledNumber: filingNumber });
  advanceFollowers(command, after.subscription.id);
  return after;
}
