import type { Translation } from '../translation.ts';
import type { approvals as zh } from '../zh-CN/approvals.ts';

/** Approvals: the list, and one request with what it would change. */
export const approvals = {
  kinds: {
    priceBelowAuthority: 'Discount approval',
    hold: 'Hold approval',
    subscriptionReview: 'Subscription review',
    contractReview: 'Contract review',
    cancellation: 'Cancellation approval',
    forfeiture: 'Forfeiture approval',
    termination: 'Termination approval',
    refund: 'Refund approval',
    unitChange: 'Unit change approval',
    nameChange: 'Name change approval',
    signingExtension: 'Signing extension approval',
    paymentPlanChange: 'Payment plan approval',
    penaltyWaiver: 'Penalty waiver approval',
  },
  belowList: '{{ratePpm}} below list',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  pieces_one: '{{count}} unit',
  pieces_other: '{{count}} units',
} as const satisfies Translation<typeof zh>;
