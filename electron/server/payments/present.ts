import type { receipts } from '#db/schema/papers.ts';
import { voidRefusal } from '#shared/domain/payments/receipt-rules.ts';
import type { SubscriptionState } from '#shared/domain/subscriptions/states.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { lendersOf } from '../kernel/standing.ts';

/** A receipt as stored, with the names of its cashier and payer. */
export type ListedReceipt = {
  readonly receipt: typeof receipts.$inferSelect;
  readonly cashier: string;
  readonly payer: string;
};

/** A receipt as screens see it, with what the caller may do with it. */
export function presentReceipt(
  context: QueryContext,
  { receipt, cashier, payer }: ListedReceipt,
  dealState: SubscriptionState | null,
) {
  const { id, number, item, method, amount, reference, receivedOn, receivedAt, state, voidReason, version } = receipt;
  const voidable: true | Refusal =
    receipt.bookingId !== null
      ? { code: 'RECEIPT_OF_BOOKING' }
      : (voidRefusal({ ...receipt, actorId: context.actor.id, standsFor: lendersOf(context.actor), dealState }) ??
        true);
  return {
    id,
    number,
    item,
    method,
    amount,
    payer,
    reference,
    receivedOn,
    receivedAt,
    cashier,
    state,
    voidReason,
    can: { void: context.can('payments.void') ? voidable : ({ code: 'FORBIDDEN' } satisfies Refusal) },
    version,
  };
}
