import { accountById } from '#db/repositories/accounts.ts';
import { subscriptionById } from '#db/repositories/subscriptions.ts';
import { mayOpenDealOf } from '#shared/domain/accounts/own-deals.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';

type Asking = Pick<QueryContext, 'db' | 'actor'>;

/** True when the person may open the record and the papers of a deal: their own, or all of them by their post. */
export function mayOpenDeal({ actor }: Pick<Asking, 'actor'>, consultantId: number): boolean {
  return mayOpenDealOf(actor, consultantId);
}

/**
 * Refuses whoever may not open a deal, since its record and papers name people and their documents. Throws NOT_FOUND,
 * DEAL_OF_OTHER with the consultant to ask.
 */
export function checkOwnDeal(context: Asking, subscriptionId: number): void {
  const row = subscriptionById(context.db, subscriptionId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (mayOpenDeal(context, row.consultantId)) return;
  throw new DomainError('DEAL_OF_OTHER', { by: accountById(context.db, row.consultantId)?.name ?? '' });
}
