import type { ErrorFamily } from './errors.ts';

/** Refusals about changes of deals, their ends and the money that goes back. */
export const changeErrorCodes = {
  REFUND_ABOVE_HELD: 'refused',
  REFUND_TO_PAYER_ONLY: 'refused',
  REFUND_NOT_APPROVED: 'refused',
  REFUND_NOT_PAID: 'refused',
  REFUND_OVER: 'refused',
  REFUND_IS_OWN: 'refused',
  NOTHING_TO_KEEP: 'refused',
  KEPT_ABOVE_DEPOSIT: 'refused',
  NOTICE_NOTHING_TO_SIGN: 'refused',
  NOTICE_ISSUED: 'refused',
  NOTICE_TOO_EARLY: 'refused',
  NOTICE_MISSING: 'refused',
  SIGNING_NOTICE_FIRST: 'refused',
  NOTICE_VOIDED: 'refused',
  NOTICE_SERVED: 'refused',
  NOTICE_SERVED_WRONG_DAY: 'invalid',
  NOTICE_TRACKING_MISSING: 'refused',
  RECEIPT_EXCHANGED: 'refused',
  RECEIPT_IS_EXCHANGE: 'refused',
  RECEIPT_STAYS_WITH_DEAL: 'refused',
} as const satisfies Record<string, ErrorFamily>;
