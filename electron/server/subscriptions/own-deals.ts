import { accountById } from '#db/repositories/accounts.ts';
import { bookingById } from '#db/repositories/bookings.ts';
import { subscriptionById } from '#db/repositories/subscriptions.ts';
import type { ScopedNoun } from '#shared/domain/accounts/rights.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';

type Asking = Pick<QueryContext, 'db' | 'sees'>;

/** Refuses whoever does not see a record of this consultant. Throws DEAL_OF_OTHER with the consultant to ask. */
export function checkSeen({ db, sees }: Asking, noun: ScopedNoun, consultantId: number): void {
  if (!sees(noun, consultantId))
    throw new DomainError('DEAL_OF_OTHER', { by: accountById(db, consultantId)?.name ?? '' });
}

/**
 * Refuses whoever may not open a deal, since its record and papers name people and their documents. Throws NOT_FOUND,
 * DEAL_OF_OTHER with the consultant to ask.
 */
export function checkOwnDeal(context: Asking, subscriptionId: number, noun: ScopedNoun = 'subscriptions'): void {
  const row = subscriptionById(context.db, subscriptionId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  checkSeen(context, noun, row.consultantId);
}

/** Refuses whoever may not open a small booking; it belongs to its consultant as a deal does. */
export function checkOwnBooking(context: Asking, bookingId: number, noun: ScopedNoun = 'subscriptions'): void {
  const row = bookingById(context.db, bookingId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  checkSeen(context, noun, row.consultantId);
}
