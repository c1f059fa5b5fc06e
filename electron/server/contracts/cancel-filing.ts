import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { ReadDb } from '#db/access.ts';
import { agreementOfChange } from '#db/repositories/agreements.ts';
import { openChangeOf } from '#db/repositories/changes.ts';
import type { contracts as contractsApi } from '#shared/api/contracts.ts';
import { needsFilingCancelled } from '#shared/domain/agreements/needs.ts';
import { filesRefusal } from '#shared/domain/contracts/needed-files.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { filesNow } from '../agreements/agreement-facts.ts';
import { askTerminationRefunds } from '../agreements/termination.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { moveLegal } from '../units/move-legal.ts';
import { applyContractEvent } from './apply-contract-event.ts';
import { contractEvent } from './contract-happened.ts';
import { ownContractAt } from './deal.ts';

/** True while a change of names or the end of the contract is agreed to: for nothing else its filing is cancelled. */
export function mayCancelFiling(db: ReadDb, subscriptionId: number): boolean {
  const change = openChangeOf(db, subscriptionId);
  return change?.state === 'approved' && needsFilingCancelled(change.kind);
}

/**
 * Enters that the registry has cancelled the filing (撤销备案): the contract is signed and no longer filed, its number of the
 * city is free. The scans that the agreement on its end needs by its filing are there. Throws FILING_CANCEL_WITHOUT_CHANGE,
 * FILING_DAY_WRONG, FILES_LACKING, REFUND_WAITING_FIRST.
 */
export function cancelFiling(
  context: CommandContext,
  client: Database.Database,
  input: z.output<(typeof contractsApi)['cancelFiling']['input']>,
) {
  const { today } = context;
  const { number, cancelledOn } = input;
  const deal = ownContractAt(context, input);
  const { filingNumber, filedOn } = deal.row;
  if (!mayCancelFiling(context.db, deal.subscription.id)) throw new DomainError('FILING_CANCEL_WITHOUT_CHANGE');
  if (cancelledOn > today || (filedOn !== null && cancelledOn < filedOn))
    throw new DomainError('FILING_DAY_WRONG', { signedOn: filedOn ?? today, todayOn: today });
  const change = openChangeOf(context.db, deal.subscription.id);
  const agreement = change?.kind === 'cancellation' ? agreementOfChange(context.db, change.id) : undefined;
  if (change !== undefined && agreement !== undefined) {
    const lacking = filesRefusal('filing', filesNow(context, client, { row: agreement, change, deal }));
    if (lacking !== undefined) throw DomainError.from(lacking);
  }
  const after = applyContractEvent(context, client, deal, 'cancelFiling', {
    registryClear: true,
    write: () => ({ filingNumber: '', filedOn: null, citySha256: null }),
  });
  moveLegal(context, deal.unit.id, 'cancelFiling');
  if (change !== undefined && agreement?.state === 'inForce') askTerminationRefunds(context, change);
  return contractEvent(context, after, 'filingCancelled', { filingNumber, cancellation: number, cancelledOn });
}
