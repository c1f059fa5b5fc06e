/** What may happen to a subscription. `reopen` follows from a dropped contract draft. */
export const subscriptionEvents = [
  'edit',
  'submit',
  'withdraw',
  'sendBack',
  'approve',
  'completeDeposit',
  'reopenDeposit',
  'extendSigning',
  'changeUnit',
  'changeName',
  'changePlan',
  'changePrice',
  'convert',
  'reopen',
  'cancel',
  'forfeit',
  'expire',
] as const;
/** Event of a subscription. */
export type SubscriptionEvent = (typeof subscriptionEvents)[number];

/** What is to be written beside the state; the unit follows in the same transaction. */
export type SubscriptionEffect =
  | 'parkUnit'
  | 'unparkUnit'
  | 'unitSubscribed'
  | 'unitFreed'
  | 'unitsExchanged'
  | 'startSigningPeriod'
  | 'extendSigningPeriod'
  | 'issueBook'
  | 'replacePapers'
  | 'voidNumber'
  | 'keepDeposit';
