import { contractsOfSubscription } from '#db/repositories/contracts.ts';
import { subscriptionsOfCustomer } from '#db/repositories/customers.ts';
import { indexSubject } from '#db/repositories/grams.ts';
import { buyersOf } from '#db/repositories/subscriptions.ts';
import { labelOfUnit } from '#db/repositories/units.ts';
import type { CommandContext } from '../kernel/handlers.ts';

/** Files a person's deals anew, by the names that their buyers have now: nobody finds them by one that was put away. */
export function indexDealsOf({ db, tx }: Pick<CommandContext, 'db' | 'tx'>, customerId: number): void {
  for (const { subscription } of subscriptionsOfCustomer(db, customerId)) {
    const names = buyersOf(db, [subscription.id]).flatMap(({ customer }) =>
      customer.restrictedAt === null && customer.state !== 'anonymised' ? [customer.name] : [],
    );
    indexSubject(tx, 'subscriptions', subscription.id, { names, codes: [subscription.number] });
    for (const contract of contractsOfSubscription(db, subscription.id)) {
      const codes = [contract.number, labelOfUnit(db, contract.unitId), contract.filingNumber];
      indexSubject(tx, 'contracts', contract.id, { names, codes: codes.filter((code) => code !== '') });
    }
  }
}
