import { indexSubject } from '#db/repositories/grams.ts';
import { buyersOf } from '#db/repositories/subscriptions.ts';
import { labelOfUnit } from '#db/repositories/units.ts';
import { contracts } from '#db/schema/deals.ts';
import type { CommandContext } from '../kernel/handlers.ts';

/** Writes a contract and files it for the search. */
export function writeContract(
  { db, tx }: Pick<CommandContext<unknown>, 'db' | 'tx'>,
  values: typeof contracts.$inferInsert,
): typeof contracts.$inferSelect {
  const contract = tx.insert(contracts, values);
  const names = buyersOf(db, [contract.subscriptionId]).map(({ customer }) => customer.name);
  indexSubject(tx, 'contracts', contract.id, { names, codes: [contract.number, labelOfUnit(db, contract.unitId)] });
  return contract;
}
