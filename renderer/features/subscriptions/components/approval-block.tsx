import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Facts, Section } from '#renderer/components/page.tsx';
import { StatusBadge, type Tone } from '#renderer/components/signal.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import styles from '../screens/subscription.module.css';

type Approval = NonNullable<z.output<typeof subscriptions.detail.output>['approval']>;

const tones: Readonly<Record<Approval['state'], Tone>> = {
  pending: 'amber',
  approved: 'ok',
  rejected: 'seal',
  returned: 'amber',
  withdrawn: 'plain',
  expired: 'plain',
};

/** What a second person was asked about this subscription, and what came of it. */
export function ApprovalBlock({ approval }: { approval: Approval }) {
  const { t } = useTranslation('subscriptions');
  const { t: labels } = useTranslation('labels');
  const navigate = useNavigate();
  const { id, kind, state, requiredPost, reason, expiresAt, decidedBy, decidedAt, opinion } = approval;
  const kindName = kind === 'priceBelowAuthority' || kind === 'subscriptionReview' ? t(`approvalKinds.${kind}`) : '';
  const facts = [
    ...(kindName === '' ? [] : [{ label: t('item'), value: kindName }]),
    ...(reason === '' ? [] : [{ label: t('approvalReason'), value: reason }]),
    ...(decidedBy === null
      ? []
      : [
          {
            label: labels(`approvalStates.${state}`),
            value: (
              <>
                {decidedBy} <DateTimeText at={decidedAt} short />
              </>
            ),
          },
        ]),
    ...(opinion === '' ? [] : [{ label: t('opinion'), value: opinion }]),
  ];
  return (
    <Section
      title={t('approval')}
      count={<StatusBadge tone={tones[state]}>{labels(`approvalStates.${state}`)}</StatusBadge>}
      aside={
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => void navigate({ to: `/today/approvals/${id}` as string })}
        >
          {t('approvalOpen')}
        </Button>
      }
    >
      {state === 'pending' && (
        <p className={styles.waits}>{t('approvalWaits', { post: labels(`posts.${requiredPost}`), expiresAt })}</p>
      )}
      <Facts items={facts} />
    </Section>
  );
}
