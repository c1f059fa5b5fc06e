import { useTranslation } from 'react-i18next';
import styles from './state.module.css';

/** One step of a record's path. Final steps (signed, filed) are square. */
export type PathStep = { key: string; label: string; note?: string; final?: boolean };

/** The path of states under a page header: done steps carry their date, the current one is filled, the rest wait. */
export function StatePath({ steps, at }: { steps: readonly PathStep[]; at: number }) {
  const { t } = useTranslation('parts');
  return (
    <ol className={styles.path} aria-label={t('path.label')}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          data-at={index < at ? 'done' : index === at ? 'now' : 'next'}
          data-final={step.final || undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          <b>{step.label}</b>
          {step.note !== undefined && <span>{step.note}</span>}
        </li>
      ))}
    </ol>
  );
}
