/** Rating of a customer's intent (意向等级), from A (will buy now) to D (will not). */
export const customerRatings = ['A', 'B', 'C', 'D'] as const;
/** Rating of intent. */
export type CustomerRating = (typeof customerRatings)[number];

/** How a customer came to know of the project (认知途径). */
export const channels = [
  'passingBy',
  'outdoor',
  'online',
  'shortVideo',
  'wechat',
  'agency',
  'referral',
  'exhibition',
  'print',
  'phone',
  'other',
] as const;
/** Channel. */
export type Channel = (typeof channels)[number];

/** Where a customer stands with the office (客户状态). */
export const customerStates = ['prospect', 'subscribed', 'signed', 'lost', 'pool', 'anonymised'] as const;
/** Where a customer stands. */
export type CustomerState = (typeof customerStates)[number];

/** What happens to a deal, as the customer's history tells it; money is told by its receipts. */
export const dealHappenings = [
  'submitted',
  'priceAsked',
  'approved',
  'rejected',
  'withdrawn',
  'cancelled',
  'contractDrafted',
  'contractSigned',
  'contractFiled',
  'contractDropped',
] as const;
