/** Ways money comes in (收款方式). */
export const paymentMethods = ['transfer', 'card', 'cash', 'cheque', 'wechatPay', 'alipay'] as const;
/** Way money comes in. */
export type PaymentMethod = (typeof paymentMethods)[number];

/** What money of a deal is taken for. */
export const dealItems = ['deposit', 'firstPayment', 'instalment', 'loan', 'other'] as const;
/** What money of a deal is taken for. */
export type DealItem = (typeof dealItems)[number];

/** What money is taken for (款项类别): a deal, a small booking (小订金) or the earnest money of a launch (认筹金). */
export const receiptItems = [...dealItems, 'bookingMoney', 'intentMoney'] as const;
/** What money is taken for. */
export type ReceiptItem = (typeof receiptItems)[number];

/** States of a receipt (收据状态): one that was exchanged (换票) counts no more, for its money stands on another. */
export const receiptStates = ['valid', 'voided', 'exchanged'] as const;
/** State of a receipt. */
export type ReceiptState = (typeof receiptStates)[number];

/** States of a refund (退款状态): asked for, agreed to, paid out; what was paid out by mistake is voided. */
export const refundStates = ['requested', 'approved', 'paid', 'rejected', 'withdrawn', 'voided'] as const;
/** State of a refund. */
export type RefundState = (typeof refundStates)[number];

/** Accounts of the double-entry ledger (会计科目). */
export const ledgerAccounts = [
  'supervisedAccount',
  'cashOnHand',
  'depositsReceived',
  'pricesReceived',
  'bookingMoneyReceived',
  'intentMoneyReceived',
  'depositsKept',
  'interestPaid',
] as const;
/** Account of the ledger. */
export type LedgerAccount = (typeof ledgerAccounts)[number];
