import type { receipts } from '#db/schema/papers.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** A receipt as stored, with the names of its cashier and payer. */
export type ListedReceipt = {
  readonly receipt: typeof receipts.$inferSelect;
  readonly cashier: string;
  readonly payer: string;
};

/** A receipt as screens see it, with what the caller may do with it. */
export function presentReceipt(context: QueryContext, { receipt, cashier, payer }: ListedReceipt) {
  const { id, number, item, method, amount, reference, receivedOn, receivedAt, state, voidReason, version } = receipt;
  const voidable: true | Refusal = state === 'valid' ? true : { code: 'RECEIPT_VOIDED' };
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
