/** Ways money comes in (收款方式). */
export const paymentMethods = ['transfer', 'card', 'cash', 'cheque', 'wechatPay', 'alipay'] as const;
/** Way money comes in. */
export type PaymentMethod = (typeof paymentMethods)[number];

/** What money is taken for (款项类别). */
export const receiptItems = ['deposit', 'firstPayment', 'instalment', 'loan', 'other'] as const;
/** What money is taken for. */
export type ReceiptItem = (typeof receiptItems)[number];

/** States of a receipt (收据状态). */
export const receiptStates = ['valid', 'voided'] as const;
/** State of a receipt. */
export type ReceiptState = (typeof receiptStates)[number];

/** Accounts of the double-entry ledger (会计科目). */
export const ledgerAccounts = ['supervisedAccount', 'cashOnHand', 'depositsReceived', 'pricesReceived'] as const;
/** Account of the ledger. */
export type LedgerAccount = (typeof ledgerAccounts)[number];
