import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/page.tsx';
import { Money, Percent } from '#renderer/components/values.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateShort } from '#renderer/lib/format.ts';
import { type ApprovalPage, roundPpm } from '../approval-words.ts';
import styles from './approval-page.module.css';

/** What homes of the same type went for lately. */
export function SimilarDeals({ similar }: { similar: ApprovalPage['similar'] }) {
  const { t } = useTranslation('approvals');
  const { t: labels } = useTranslation('labels');
  const today = useToday();
  return (
    <Section
      title={t('similar')}
      count={similar.houseType}
      aside={
        similar.averagePpm !== null && <span>{t('similarAverage', { ratePpm: roundPpm(similar.averagePpm) })}</span>
      }
      flush
    >
      {similar.deals.length === 0 ? (
        <p className={styles.nothing}>{t('similarEmpty')}</p>
      ) : (
        <table className={styles.table} data-dense aria-label={t('similar')}>
          <thead>
            <tr>
              <th scope="col">{t('deal.unit')}</th>
              <th scope="col" data-words>
                {t('deal.on')}
              </th>
              <th scope="col" data-words>
                {t('deal.consultant')}
              </th>
              <th scope="col">{t('deal.total')}</th>
              <th scope="col">{t('deal.belowList')}</th>
              <th scope="col">{t('deal.approvedBy')}</th>
            </tr>
          </thead>
          <tbody>
            {similar.deals.map((deal) => (
              <tr key={deal.subscriptionId}>
                <td>
                  <Link to={`/contracts/subscriptions/${deal.subscriptionId}` as string}>{deal.unit}</Link>
                </td>
                <td data-words>{formatDateShort(deal.subscribedOn, today)}</td>
                <td data-words title={deal.consultant}>
                  {deal.consultant}
                </td>
                <td>
                  <Money value={deal.price} />
                </td>
                <td>
                  <Percent ppm={roundPpm(deal.belowListPpm)} />
                </td>
                <td>{deal.approvedBy === null ? t('ownAuthority') : labels(`posts.${deal.approvedBy}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
