import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { competitorPoints } from '#shared/domain/handbook/topics.ts';
import { type Entry, OverSignal } from './entry-view.tsx';
import styles from './handbook.module.css';

/** The competitors side by side, point by point; each with the day of what is known. */
export function CompareTable({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation('handbook');
  const points = competitorPoints.filter((point) => entries.some(({ facts }) => facts[point] !== undefined));
  if (points.length === 0) return <EmptyState title={t('nothingToCompare')} text={t('nothingToCompareText')} />;
  return (
    <section className={styles.scroll} tabIndex={0} aria-label={t('compare')}>
      <table className={styles.compare}>
        <thead>
          <tr>
            <th scope="col">{t('point')}</th>
            {entries.map((entry) => (
              <th key={entry.id} scope="col">
                {entry.title} <OverSignal entry={entry} />
                <small>{t('asOfDay', { day: entry.asOf })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point}>
              <th scope="row">{t(`points.${point}`)}</th>
              {entries.map(({ id, facts }) => (
                <td key={id}>{facts[point] ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
