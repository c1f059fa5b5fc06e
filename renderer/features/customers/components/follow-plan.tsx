import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/page.tsx';
import { DueSignal } from '#renderer/components/signal.tsx';
import { Money } from '#renderer/components/values.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateShort } from '#renderer/lib/format.ts';
import { type CustomerDetail, type PlanItem, planOf } from '../history.ts';
import styles from './customers.module.css';

/** What is to be done with the customer, by day: the contact, the signing, the payments. */
export function FollowPlan({ detail, onContact }: { detail: CustomerDetail; onContact: () => void }) {
  const { t } = useTranslation('customers');
  const today = useToday();
  const navigate = useNavigate();
  const { protectedUntil } = detail.customer;
  const items = planOf(detail);
  const protection =
    protectedUntil === null
      ? undefined
      : protectedUntil < today
        ? t('plan.lapsed')
        : t('plan.protectedUntil', { day: formatDateShort(protectedUntil, today) });
  const open = (item: Exclude<PlanItem, { what: 'followUp' }>): void => {
    const contract = item.what === 'sign' ? item.deal.contract : null;
    const subscription = item.what === 'sign' ? item.deal.id : item.line.subscriptionId;
    const to = contract === null ? `/contracts/subscriptions/${subscription}` : `/contracts/contracts/${contract.id}`;
    void navigate({ to: to as string });
  };
  return (
    <Section title={t('plan.title')} aside={protection} flush>
      {items.length === 0 && <p className={styles.note}>{t('plan.none')}</p>}
      <ul className={styles.plan} aria-label={t('plan.title')}>
        {items.map((item) => (
          <li key={item.key}>
            <span>{formatDateShort(item.day, today)}</span>
            <DueSignal dueOn={item.day} soonDays={item.what === 'followUp' ? 1 : 7} />
            <span>{t(`plan.${item.what}`)}</span>
            <PlanText item={item} />
            {item.what === 'followUp' ? (
              detail.can['followUp'] === true && (
                <Button variant="default" size="xs" onClick={onContact}>
                  {t('plan.done')}
                </Button>
              )
            ) : (
              <Button variant="default" size="xs" onClick={() => open(item)}>
                {t('plan.open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PlanText({ item }: { item: PlanItem }) {
  const { t } = useTranslation('customers');
  const { t: labels } = useTranslation('labels');
  if (item.what === 'followUp') return <span className={styles.cut}>{t('plan.followUpText')}</span>;
  if (item.what === 'sign') return <span className={styles.cut}>{t('plan.signText', { unit: item.deal.unit })}</span>;
  return (
    <span className={styles.cut}>
      {t('plan.payText', { unit: item.line.unit, item: labels(`planItems.${item.line.item}`) })}{' '}
      <Money value={item.line.open} />
    </span>
  );
}
