import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fen } from '#shared/kernel/money.ts';
import type { SubscriptionState } from '../subscriptions/states.ts';
import type { PaymentMethod, ReceiptItem, ReceiptState } from './states.ts';

/** Ways of paying that leave a number behind: bank slip, terminal slip or cheque. */
export const methodsWithReference = ['transfer', 'card', 'cheque'] as const satisfies readonly PaymentMethod[];

/** A receipt that is about to be given. `balance` is what is still due for its item. */
export type ReceiptRequest = {
  readonly method: PaymentMethod;
  readonly amount: Fen;
  readonly balance: Fen;
  readonly reference: string;
  readonly receivedOn: LocalDate;
  readonly today: LocalDate;
};

/** The settings `receiptNeedsReference` and `paymentMethods`. */
export type ReceiptRules = {
  readonly receiptNeedsReference: boolean;
  readonly paymentMethods: readonly PaymentMethod[];
};

/**
 * Why a receipt cannot be given, or undefined: more than is due, a way to pay that the office does not take, no proof of
 * the bank, or money that is still to come.
 */
export function receiptRefusal(request: ReceiptRequest, rules: ReceiptRules): Refusal | undefined {
  if (request.amount <= 0 || request.amount > request.balance)
    return { code: 'RECEIPT_ABOVE_BALANCE', params: { balanceFen: request.balance } };
  if (!rules.paymentMethods.includes(request.method)) return { code: 'PAYMENT_METHOD_NOT_TAKEN' };
  const leavesNumber: readonly PaymentMethod[] = methodsWithReference;
  if (rules.receiptNeedsReference && leavesNumber.includes(request.method) && request.reference.trim() === '')
    return { code: 'RECEIPT_REFERENCE_MISSING' };
  if (request.receivedOn > request.today) return { code: 'RECEIPT_IN_FUTURE', params: { todayOn: request.today } };
  return undefined;
}

/** What voiding a receipt looks at: its state, who took the money and who voids it, and the deal it belongs to, if any. */
export type VoidRequest = {
  readonly state: ReceiptState;
  readonly item: ReceiptItem;
  readonly cashierId: number;
  /** The receipt whose money went on to this one (换票), if any. */
  readonly replacesId: number | null;
  readonly actorId: number;
  /** For whom the one who voids acts just now: their receipts are as the own ones. */
  readonly standsFor: readonly number[];
  readonly dealState: SubscriptionState | null;
};

/**
 * Why a receipt cannot be voided, or undefined: it is void already, the one who took the money wants to undo it alone, or
 * it is a deposit that stands in a contract. A voided one keeps its number and all three parts.
 */
export function voidRefusal({
  state,
  item,
  cashierId,
  replacesId,
  actorId,
  standsFor,
  dealState,
}: VoidRequest): Refusal | undefined {
  if (state === 'voided') return { code: 'RECEIPT_VOIDED' };
  if (state === 'exchanged') return { code: 'RECEIPT_EXCHANGED' };
  // No money came by it that could be undone: what is to go back is refunded.
  if (replacesId !== null) return { code: 'RECEIPT_IS_EXCHANGE' };
  if (cashierId === actorId || standsFor.includes(cashierId)) return { code: 'RECEIPT_IS_OWN' };
  return item === 'deposit' && dealState === 'converted' ? { code: 'DEPOSIT_IN_CONTRACT' } : undefined;
}
