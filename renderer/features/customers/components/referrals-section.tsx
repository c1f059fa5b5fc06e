import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/page.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateShort, formatPhone } from '#renderer/lib/format.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { CustomerDetail } from '../history.ts';
import styles from './customers.module.css';

/** Who sent the customer, and whom the customer has sent; left out where nobody did. */
export function ReferralsSection({ referrals }: { referrals: CustomerDetail['referrals'] }) {
  const { t } = useTranslation('customers');
  const { t: labels } = useTranslation('labels');
  const today = useToday();
  const { by, sent } = referrals;
  if (by === null && sent.length === 0) return null;
  return (
    <Section
      title={t('referrals.title')}
      aside={sent.length > 0 && <span>{t('referrals.sent', { count: sent.length })}</span>}
      flush
    >
      <ul className={styles.lines} aria-label={t('referrals.title')}>
        {by !== null && (
          <li>
            <Name id={by.mayOpen ? by.customerId : null} name={by.name} />
            <span className={styles.relation}>{t('referrals.by')}</span>
            <span className={styles.dim}>{formatPhone(by.phone)}</span>
          </li>
        )}
        {sent.map(({ customerId, name, state, at, mayOpen }) => (
          <li key={customerId}>
            <Name id={mayOpen ? customerId : null} name={name} />
            <span className={styles.relation}>{labels(`customerStates.${state}`)}</span>
            <span className={styles.dim}>{t('referrals.cameOn', { day: formatDateShort(dayOf(at), today) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Name({ id, name }: { id: number | null; name: string }) {
  if (id === null) return <span title={name}>{name}</span>;
  return (
    <Link to={`/reception/customers/${id}` as string} title={name}>
      {name}
    </Link>
  );
}
