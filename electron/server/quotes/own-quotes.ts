import { type QuoteRow, quoteById } from '#db/repositories/quotes.ts';
import { quoteState } from '#shared/domain/quotes/states.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { checkSeen } from '../subscriptions/own-deals.ts';

/** A purchase plan that the person may open. Throws NOT_FOUND, DEAL_OF_OTHER with the consultant to ask. */
export function ownQuote(context: Pick<QueryContext, 'db' | 'sees'>, quoteId: number): QuoteRow {
  const row = quoteById(context.db, quoteId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  checkSeen(context, 'quotes', row.consultantId);
  return row;
}

/** Why a purchase plan can no longer be given or followed: its days are over, or it became a subscription. */
export function quoteRefusal(row: QuoteRow, today: LocalDate): Refusal | undefined {
  const state = quoteState(row, today);
  if (state === 'valid') return undefined;
  const { number, validUntil } = row;
  return state === 'subscribed'
    ? { code: 'QUOTE_USED', params: { number } }
    : { code: 'QUOTE_EXPIRED', params: { number, untilOn: validUntil } };
}

/**
 * The purchase plan that a subscription follows. Throws QUOTE_EXPIRED, QUOTE_USED, and QUOTE_DOES_NOT_FIT for one of
 * another home or of a customer who is no buyer.
 */
export function quoteToFollow(
  context: Pick<QueryContext, 'db' | 'sees' | 'today'>,
  quoteId: number,
  order: { readonly terms: { readonly unitId: number }; readonly buyers: readonly { readonly customerId: number }[] },
): QuoteRow {
  const row = ownQuote(context, quoteId);
  const refusal = quoteRefusal(row, context.today);
  if (refusal !== undefined) throw DomainError.from(refusal);
  const fits =
    row.unitId === order.terms.unitId && order.buyers.some(({ customerId }) => customerId === row.customerId);
  if (!fits) throw new DomainError('QUOTE_DOES_NOT_FIT', { number: row.number });
  return row;
}
