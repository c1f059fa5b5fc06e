import type { ReadDb } from '#db/access.ts';
import { type ContractRow, contractById } from '#db/repositories/contracts.ts';
import { type SubscriptionRow, subscriptionById } from '#db/repositories/subscriptions.ts';
import { type UnitRow, unitById } from '#db/repositories/units.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { checkOwnDeal } from '../subscriptions/own-deals.ts';

/** A contract with the records that it rests on. */
export type Deal = {
  readonly row: ContractRow;
  readonly subscription: SubscriptionRow;
  readonly unit: UnitRow;
};

/** The records of a contract. Throws NOT_FOUND. */
export function dealOf(db: ReadDb, row: ContractRow): Deal {
  const subscription = subscriptionById(db, row.subscriptionId);
  const unit = unitById(db, row.unitId);
  if (subscription === undefined || unit === undefined) throw new DomainError('NOT_FOUND');
  return { row, subscription, unit };
}

/** A contract that the person may open: their own deal, one that they drafted, or all. Throws NOT_FOUND, DEAL_OF_OTHER. */
export function ownContract(context: Pick<QueryContext, 'db' | 'actor' | 'sees'>, contractId: number): Deal {
  const row = contractById(context.db, contractId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (row.draftedBy !== context.actor.id) checkOwnDeal(context, row.subscriptionId, 'contracts');
  return dealOf(context.db, row);
}

/** The same for a command that saw a version. Throws STALE besides. */
export function ownContractAt(
  context: Pick<QueryContext, 'db' | 'actor' | 'sees'>,
  { contractId, version }: { readonly contractId: number; readonly version: number },
): Deal {
  const deal = ownContract(context, contractId);
  if (deal.row.version !== version) throw new DomainError('STALE');
  return deal;
}
