/** English sentences of the refusals about changes of deals, their ends and the money that goes back. */
export const changeErrors = {
  REFUND_ABOVE_HELD:
    'At most {{heldFen}} can go back: the rest was never received, has gone back, is asked for already, or is owed to the deal. Check the amount.',
  REFUND_TO_PAYER_ONLY: 'Money goes back only to whoever paid it. Choose one of the payers.',
  REFUND_NOT_APPROVED: 'This refund is not approved yet and cannot be paid out. Have it approved first.',
  REFUND_NOT_PAID: 'This refund was not paid out, so there is nothing to void. Withdraw the request instead.',
  REFUND_OVER: 'This refund is paid out or has ended. Reload and look at it again.',
  REFUND_IS_OWN: 'You paid this refund out and cannot void it yourself. Ask another accountant or the manager.',
  RECEIPT_EXCHANGED: 'This receipt was exchanged: its money stands on the new receipt. Go on from there.',
  RECEIPT_IS_EXCHANGE:
    'This receipt was given in exchange for another and no money came in by it, so it cannot be voided. Ask for a refund where money is to go back.',
  RECEIPT_STAYS_WITH_DEAL:
    'This receipt belongs to a subscription already. Only booking and earnest money can be turned into a deposit.',
} as const;
