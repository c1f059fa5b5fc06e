import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/page.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateShort, formatDateTimeShort } from '#renderer/lib/format.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { type ApprovalPage, roundPpm } from '../approval-words.ts';
import styles from './approval-page.module.css';

/** Who wants to buy: how often here, since when, through whom, and what was asked for before. */
export function CustomerSection({ customer }: { customer: NonNullable<ApprovalPage['customer']> }) {
  const { t } = useTranslation('approvals');
  const { t: labels } = useTranslation('labels');
  const today = useToday();
  const [last] = customer.earlierRequests;
  const channel = labels(`channels.${customer.channel}`);
  return (
    <Section
      title={t('customer')}
      aside={<Link to={`/reception/customers/${customer.id}` as string}>{t('openCustomer')}</Link>}
      flush
    >
      <ul className={styles.lines}>
        <li>
          <span>{t('customerLine', { name: customer.name, rating: labels(`ratings.${customer.rating}`) })}</span>
          <span>
            {t('visits', { count: customer.visits })}
            {customer.calls > 0 && ` · ${t('calls', { count: customer.calls })}`}
          </span>
        </li>
        <li>
          <span>
            {customer.firstVisitAt === null
              ? t('noVisit', { channel })
              : t('firstVisit', { day: formatDateShort(dayOf(customer.firstVisitAt), today), channel })}
          </span>
          {customer.lastVisitAt !== null && (
            <span>{t('lastVisit', { at: formatDateTimeShort(customer.lastVisitAt, today) })}</span>
          )}
        </li>
        <li>
          <span>
            {last === undefined
              ? t('earlierNone')
              : t('earlier', {
                  count: customer.earlierRequests.length,
                  ratePpm: roundPpm(last.belowListPpm),
                  state: labels(`approvalStates.${last.state}`),
                })}
          </span>
          {last !== undefined && <span>{formatDateTimeShort(last.requestedAt, today)}</span>}
        </li>
      </ul>
    </Section>
  );
}
