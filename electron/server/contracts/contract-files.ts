import { attachmentsOf } from '#db/repositories/attachments.ts';
import { planLinesOf } from '#db/repositories/subscriptions.ts';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import { type NeededFile, neededFiles } from '#shared/domain/contracts/needed-files.ts';
import { isLoan } from '#shared/domain/plans/states.ts';
import { saleFactsOf, type UnitContext } from '../units/unit-facts.ts';
import type { Deal } from './deal.ts';

/** Which files a contract needs and which are there: at the contract, at its subscription, in the buyers' own files. */
export function filesOfContract(
  { db, today }: Pick<UnitContext, 'db' | 'today'>,
  { row, subscription, unit }: Deal,
  { buyers, signOn, purchaseLimited }: ContractDraft,
): NeededFile[] {
  const files = [
    ...attachmentsOf(db, 'contracts', row.id),
    ...attachmentsOf(db, 'subscriptions', subscription.id),
    ...buyers.flatMap(({ customerId }) => (customerId === null ? [] : attachmentsOf(db, 'customers', customerId))),
  ].map(({ attachment }) => attachment);
  const { encumbrance } = saleFactsOf(db, unit, today);
  return neededFiles(
    {
      ...{ buyers, signOn, purchaseLimited },
      loan: planLinesOf(db, subscription.id).some(({ item }) => isLoan(item)),
      mortgaged: encumbrance === 'projectMortgage' || encumbrance === 'dischargeRequested',
    },
    files,
  );
}
