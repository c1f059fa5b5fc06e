import { casesOf } from '#db/repositories/cases.ts';
import { subscriptionById } from '#db/repositories/subscriptions.ts';
import { unitById } from '#db/repositories/units.ts';
import { units } from '#db/schema/inventory.ts';
import { decide } from '#shared/domain/lifecycle.ts';
import { unitPostSale } from '#shared/domain/units/post-sale.ts';
import { ZERO_FEN } from '#shared/kernel/money.ts';
import type { CommandContext } from '../kernel/handlers.ts';

/**
 * Moves the unit of a deal along the post-sale axis once the banks have paid all of its loans (放款), and back when one of
 * them is open again. A unit that cannot follow yet, seized or not filed, stays; whatever lets it follow asks again.
 */
export function followLoans({ db, tx }: Pick<CommandContext<unknown>, 'db' | 'tx'>, subscriptionId: number): void {
  const loans = casesOf(db, subscriptionId).filter(({ kind, state }) => kind === 'mortgage' && state !== 'cancelled');
  if (loans.length === 0) return;
  const event = loans.every(({ state }) => state === 'done') ? 'disburseLoan' : 'recallLoan';
  const subscription = subscriptionById(db, subscriptionId);
  const unit = subscription === undefined ? undefined : unitById(db, subscription.unitId);
  if (unit === undefined) return;
  const facts = {
    commercial: unit.commercialState,
    legal: unit.legalState,
    seized: unit.encumbrance === 'seized',
    balanceFen: ZERO_FEN,
    deliveryReady: false,
    maintenanceFundPaid: false,
    areaSettled: false,
  };
  const decision = decide(unitPostSale, unit.postSaleState, event, facts);
  if (decision.refused === undefined) tx.update(units, unit.id, { postSaleState: decision.next });
}
