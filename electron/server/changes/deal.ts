import type { ReadDb } from '#db/access.ts';
import type { ChangeRow } from '#db/repositories/changes.ts';
import type { ContractRow } from '#db/repositories/contracts.ts';
import { type SubscriptionRow, subscriptionById } from '#db/repositories/subscriptions.ts';
import { liveContractOf, type UnitRow, unitById } from '#db/repositories/units.ts';
import { unsignedContractStates } from '#shared/domain/contracts/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';

/** A deal that is to be changed, with its home and the contract that was drafted of it. */
export type ChangedDeal = {
  readonly row: SubscriptionRow;
  readonly unit: UnitRow;
  readonly contract: ContractRow | undefined;
};

/** The records of a deal. Throws NOT_FOUND. */
export function changedDeal(db: ReadDb, subscriptionId: number): ChangedDeal {
  const row = subscriptionById(db, subscriptionId);
  const unit = row === undefined ? undefined : unitById(db, row.unitId);
  if (row === undefined || unit === undefined) throw new DomainError('NOT_FOUND');
  const contract = liveContractOf(db, unit.id);
  return { row, unit, contract: contract?.subscriptionId === row.id ? contract : undefined };
}

/** The deal of a change. Throws NOT_FOUND. */
export function dealOfChange(db: ReadDb, { subscriptionId }: Pick<ChangeRow, 'subscriptionId'>): ChangedDeal {
  return changedDeal(db, subscriptionId);
}

/** True where a contract was drafted that nobody has signed yet. */
export function hasDraft({ contract }: ChangedDeal): boolean {
  return contract !== undefined && unsignedContractStates.some((state) => state === contract.state);
}

/** True where the contract is signed. */
export function isSigned(deal: ChangedDeal): boolean {
  return deal.contract !== undefined && !hasDraft(deal);
}
