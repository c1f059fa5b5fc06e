import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '#renderer/components/signal.tsx';
import type { SubscriptionState } from '#shared/domain/subscriptions/states.ts';

const tones: Readonly<Record<SubscriptionState, Tone>> = {
  draft: 'amber',
  inReview: 'amber',
  approved: 'ink',
  depositComplete: 'ok',
  converted: 'ok',
  cancelled: 'plain',
  forfeited: 'seal',
  expired: 'plain',
};

/** The state of a subscription in words. A draft is one whose price is being asked for: nothing else leaves one behind. */
export function useSubscriptionState(): (state: SubscriptionState) => string {
  const { t } = useTranslation('labels');
  const { t: words } = useTranslation('subscriptions');
  return useCallback(
    (state: SubscriptionState) => (state === 'draft' ? words('priceAsked') : t(`subscriptionStates.${state}`)),
    [t, words],
  );
}

/** The state of a subscription as a badge. */
export function SubscriptionBadge({ state }: { state: SubscriptionState }) {
  const nameOf = useSubscriptionState();
  return <StatusBadge tone={tones[state]}>{nameOf(state)}</StatusBadge>;
}
