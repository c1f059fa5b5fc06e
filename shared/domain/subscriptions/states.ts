/** States of a subscription (认购状态), the complete list of decision 18. */
export const subscriptionStates = [
  'draft',
  'inReview',
  'approved',
  'depositComplete',
  'converted',
  'cancelled',
  'forfeited',
  'expired',
] as const;
/** State of a subscription. */
export type SubscriptionState = (typeof subscriptionStates)[number];

/** States in which a subscription holds its unit: a unit has at most one of these. */
export const liveSubscriptionStates = [
  'draft',
  'inReview',
  'approved',
  'depositComplete',
  'converted',
] as const satisfies readonly SubscriptionState[];

/** True for a subscription that holds no home any more: nobody will pay its price. */
export function isEnded(state: SubscriptionState): boolean {
  return !liveSubscriptionStates.some((live) => live === state);
}
