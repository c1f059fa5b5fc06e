import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/page.tsx';
import { useNow } from '#renderer/lib/clock.tsx';
import { formatCount, formatTenThousands } from '#renderer/lib/format.ts';
import { timeOf } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import type { Day } from '../task-groups.ts';
import styles from './day-blocks.module.css';

/** How the day stands, beside the last seven days and the month. */
export function Figures({ figures }: { figures: Day['figures'] }) {
  const { t } = useTranslation('tasks');
  const now = useNow(30_000);
  const scope = t(figures.scope === 'own' ? 'scopeOwn' : 'scopeOffice');
  return (
    <Section
      title={t('figures')}
      aside={
        <span>
          {scope} · {t('figuresUntil', { time: timeOf(now) })}
        </span>
      }
      flush
    >
      <table className={styles.table} aria-label={t('figures')}>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles.unseen}>{t('figureHead')}</span>
            </th>
            <th scope="col">{t('spanToday')}</th>
            <th scope="col">{t('spanWeek')}</th>
            <th scope="col">{t('spanMonth')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.rows.map(({ measure, today, week, month }) => {
            const write = (value: number) =>
              measure.endsWith('Amount') ? formatTenThousands(fen(value)) : formatCount(value);
            return (
              <tr key={measure}>
                <th scope="row">{t(`measures.${measure}`)}</th>
                <td>
                  <b>{write(today)}</b>
                </td>
                <td>{write(week)}</td>
                <td>{write(month)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
