/** Acts that need a second person (审批类型). */
export const approvalKinds = [
  'priceBelowAuthority',
  'hold',
  'subscriptionReview',
  'contractReview',
  'cancellation',
  'forfeiture',
  'termination',
  'refund',
  'unitChange',
  'nameChange',
  'signingExtension',
  'paymentPlanChange',
  'contractTerms',
  'penaltyWaiver',
  'export',
  'booking',
  'priceChange',
  'priceBatch',
  'partnerAgreement',
] as const;
/** Act that needs a second person. */
export type ApprovalKind = (typeof approvalKinds)[number];

/** States of an approval (审批状态). */
export const approvalStates = ['pending', 'approved', 'rejected', 'returned', 'withdrawn', 'expired'] as const;
/** State of an approval. */
export type ApprovalState = (typeof approvalStates)[number];
