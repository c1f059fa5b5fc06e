import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Facts, Section } from '#renderer/components/page.tsx';
import { useNow, useToday } from '#renderer/lib/clock.tsx';
import { formatPhone, formatRemaining } from '#renderer/lib/format.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { revealReasons } from '#shared/domain/privacy/states.ts';
import { ageOn } from '#shared/kernel/identity-number.ts';
import { timeOf } from '#shared/kernel/local-date.ts';
import type { CustomerDetail } from '../history.ts';
import styles from './customers.module.css';

/** Phones and document, masked until somebody has said why they must be seen; then for some minutes. */
export function IdentitySection({ detail, onEdit }: { detail: CustomerDetail; onEdit: () => void }) {
  const { t } = useTranslation('customers');
  const { t: labels } = useTranslation('labels');
  const { t: common } = useTranslation('common');
  const today = useToday();
  const { customer, identity, reveals, can } = detail;
  const shown = useRevealed(detail);
  const number = shown?.identityNumber ?? identity?.number;
  const last = reveals.today[0];
  return (
    <Section
      title={t('identity.title')}
      aside={
        can['update'] === true && (
          <Button variant="subtle" size="compact-xs" onClick={onEdit}>
            {common('edit')}
          </Button>
        )
      }
    >
      <Facts
        items={[
          {
            label: t('identity.phone'),
            value: (
              <span className={styles.phone}>
                <span>{formatPhone(shown?.phone ?? customer.phone)}</span>
                <RevealButton detail={detail} />
              </span>
            ),
          },
          ...(detail.secondPhone === null
            ? []
            : [{ label: t('identity.secondPhone'), value: formatPhone(shown?.secondPhone ?? detail.secondPhone) }]),
          {
            label: t('identity.document'),
            value:
              identity === null ? (
                <span className={styles.dim}>{t('identity.noDocument')}</span>
              ) : (
                <span title={labels(`identityKinds.${identity.kind}`)}>{number}</span>
              ),
          },
          ...(identity?.birthOn
            ? [{ label: t('identity.age'), value: t('identity.years', { count: ageOn(identity.birthOn, today) }) }]
            : []),
          {
            label: t('identity.address'),
            value: detail.address === '' ? <span className={styles.dim}>{t('identity.none')}</span> : detail.address,
          },
          { label: t('identity.channel'), value: labels(`channels.${customer.channel}`) },
        ]}
      />
      <p className={styles.small}>
        {last === undefined
          ? t('identity.noneToday')
          : t('identity.ofToday', { count: reveals.today.length, last: `${timeOf(last.at)} ${last.by}` })}
      </p>
    </Section>
  );
}

/** The numbers in full while a reveal of one's own is good. */
function useRevealed({ customer, reveals }: CustomerDetail) {
  const now = useNow(1000);
  const open = reveals.openUntil !== null && reveals.openUntil > now;
  const revealed = useQuery({ ...ask.customers.revealed({ customerId: customer.id }), enabled: open, gcTime: 0 });
  return open ? revealed.data : undefined;
}

/** Asks why, then shows; while shown, how long still. */
function RevealButton({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation('customers');
  const { t: privacy } = useTranslation('privacy');
  const client = useQueryClient();
  const now = useNow(1000);
  const reveal = useCommand(act.customers.reveal);
  const { customer, identity, reveals, can } = detail;
  if (reveals.openUntil !== null && reveals.openUntil > now)
    return (
      <span className={styles.small} role="timer">
        {t('identity.maskedIn', { time: formatRemaining(reveals.openUntil - now) })}
      </span>
    );
  // Whoever sees the phone in full and has no document to look at needs no reveal.
  const masked = customer.phone.includes('****') || identity !== null;
  if (can['reveal'] !== true || !masked) return null;
  const ask = () =>
    confirmAct({
      title: t('identity.revealTitle'),
      consequence: t('identity.revealText'),
      confirmLabel: t('identity.revealDo'),
      reason: 'optional',
      reasons: revealReasons.map((value) => ({ value, label: privacy(`reasons.${value}`) })),
      onConfirm: async (words, chosen) => {
        const reason = revealReasons.find((one) => one === chosen) ?? 'other';
        await reveal.sendOrThrow({ customerId: customer.id, reason, words });
        await client.invalidateQueries({ queryKey: ['customers'] });
      },
    });
  return (
    <Button variant="subtle" size="compact-xs" leftSection={<IconEye size={14} aria-hidden="true" />} onClick={ask}>
      {t('identity.reveal')}
    </Button>
  );
}
