import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { PathStep } from '#renderer/components/state-path.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateShort } from '#renderer/lib/format.ts';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import { dayOf } from '#shared/kernel/local-date.ts';

type Detail = z.output<typeof subscriptions.detail.output>;

const ended = ['cancelled', 'expired', 'forfeited'] as const satisfies readonly Detail['row']['state'][];

/** The step a subscription stands on: review, deposit, signing; an ended one where it stopped. */
export function stepOf({ row, approval, receipts }: Pick<Detail, 'row' | 'approval' | 'receipts'>): number {
  switch (row.state) {
    case 'draft':
    case 'inReview':
      return 1;
    case 'approved':
      return 2;
    case 'depositComplete':
    case 'converted':
    case 'forfeited':
      return 3;
    case 'cancelled':
    case 'expired':
      return approval?.state !== 'approved' ? 1 : receipts.some(({ state }) => state === 'valid') ? 3 : 2;
  }
}

/** The path of a subscription for its header. */
export function useSubscriptionPath(detail: Detail): { readonly steps: readonly PathStep[]; readonly at: number } {
  const { t } = useTranslation('subscriptions');
  const { t: labels } = useTranslation('labels');
  const today = useToday();
  const { row, approval, receipts, depositRemaining } = detail;
  const at = stepOf(detail);
  const asked =
    approval?.state === 'pending'
      ? t('pathNote.asked', { post: labels(`posts.${approval.requiredPost}`) })
      : approval?.decidedAt != null
        ? formatDateShort(dayOf(approval.decidedAt), today)
        : undefined;
  const lastReceipt = receipts.findLast(({ state }) => state === 'valid');
  const money =
    at === 2 && depositRemaining > 0 && row.state === 'approved'
      ? t('pathNote.open', { missingFen: depositRemaining })
      : lastReceipt && formatDateShort(lastReceipt.receivedOn, today);
  const note = (text: string | undefined) => (text === undefined ? {} : { note: text });
  const steps: readonly PathStep[] = [
    { key: 'subscribed', label: t('path.subscribed'), note: formatDateShort(row.subscribedOn, today) },
    { key: 'review', label: t('path.review'), ...note(asked) },
    { key: 'deposit', label: t('path.deposit'), ...note(money) },
    {
      key: 'signing',
      label: t('path.signing'),
      note: t('signBefore', { dueOn: formatDateShort(row.signBy, today) }),
      final: true,
    },
  ];
  if (!ended.some((state) => state === row.state)) return { at, steps };
  // What will not come is not shown as waiting: the path ends where the subscription did.
  return {
    at,
    steps: [...steps.slice(0, at), { key: 'ended', label: labels(`subscriptionStates.${row.state}`), final: true }],
  };
}
