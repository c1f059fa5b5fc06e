import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Range, rangeOf, ranges } from '../lib/ranges.ts';
import { DateInput } from './date-input.tsx';
import styles from './period.module.css';

type PeriodProps = {
  from: LocalDate;
  to: LocalDate;
  today: LocalDate;
  onChange: (next: { from: LocalDate; to: LocalDate }) => void;
};

/** The days of a book or a register: today, this week, this month, or any two days. */
export function Period({ from, to, today, onChange }: PeriodProps) {
  const { t } = useTranslation('payments');
  const chosen = ranges.find((range) => {
    const days = rangeOf(range, today);
    return days.from === from && days.to === to;
  });
  return (
    <div className={styles.days}>
      <SegmentedControl
        size="xs"
        aria-label={t('ranges.label')}
        data={ranges.map((range) => ({ value: range, label: t(`ranges.${range}`) }))}
        value={chosen ?? ''}
        onChange={(range) => onChange(rangeOf(range as Range, today))}
      />
      <DateInput
        size="xs"
        aria-label={t('from')}
        label={undefined}
        value={from}
        required
        to={today}
        onChange={(next) => next !== null && onChange({ from: next, to: next > to ? next : to })}
      />
      <span className={styles.until}>{t('until')}</span>
      <DateInput
        size="xs"
        aria-label={t('to')}
        label={undefined}
        value={to}
        required
        onChange={(next) => next !== null && onChange({ from: next < from ? next : from, to: next })}
      />
    </div>
  );
}
