import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { Money, Percent } from '#renderer/components/values.tsx';
import { formatCount } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import styles from './prices.module.css';

/** What each consultant gave away of list prices, and kept above the floor; nothing while there are no deals. */
export function Monitor() {
  const { t } = useTranslation('prices');
  const { data } = useQuery(ask.prices.monitor({}));
  if (data === undefined || data.length === 0) return null;
  const floors = data.some(({ aboveFloor }) => aboveFloor !== null);
  return (
    <Section title={t('monitor.title')} count={data.length} aside={t('monitor.hint')} flush>
      <div className={styles.monitor} role="region" aria-label={t('monitor.title')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('monitor.consultant')}</th>
              <th scope="col">{t('monitor.deals')}</th>
              <th scope="col">{t('monitor.list')}</th>
              <th scope="col">{t('monitor.house')}</th>
              <th scope="col">{t('monitor.belowList')}</th>
              <th scope="col">{t('monitor.deepest')}</th>
              {floors && <th scope="col">{t('monitor.aboveFloor')}</th>}
              {floors && <th scope="col">{t('monitor.belowFloor')}</th>}
            </tr>
          </thead>
          <tbody>
            {data.map((one) => (
              <tr key={one.consultant.id}>
                <th scope="row">{one.consultant.name}</th>
                <td>{formatCount(one.deals)}</td>
                <td>
                  <Money value={one.list} />
                </td>
                <td>
                  <Money value={one.house} />
                </td>
                <td>
                  <Percent ppm={one.belowListPpm} />
                </td>
                <td>
                  <Percent ppm={one.deepestPpm} />
                </td>
                {floors && (
                  <td>
                    <Money value={one.aboveFloor} signed />
                  </td>
                )}
                {floors && (
                  <td>
                    {(one.belowFloor ?? 0) > 0 && (
                      <Signal tone="seal">{t('homes', { count: one.belowFloor ?? 0 })}</Signal>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
