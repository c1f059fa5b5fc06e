import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../lib/clock.tsx';
import { formatDateTime, formatDateTimeShort } from '../lib/format.ts';
import type { Tone } from './signal.tsx';
import styles from './values.module.css';

/** One thing that happened: when (UTC ms), who, what, and a note under it. */
export type TimelineEntry = {
  key: string | number;
  at: number;
  who?: ReactNode;
  what: ReactNode;
  note?: ReactNode;
  tone?: Tone;
};

/** Everything that happened to a record, newest first as given. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label?: string }) {
  const { t } = useTranslation('parts');
  const today = useToday();
  return (
    <ol className={styles.timeline} aria-label={label ?? t('timeline.label')}>
      {entries.map((entry) => (
        <li key={entry.key} data-tone={entry.tone}>
          <time title={formatDateTime(entry.at)}>{formatDateTimeShort(entry.at, today)}</time>
          <div>
            <p>{entry.what}</p>
            {entry.note !== undefined && <p>{entry.note}</p>}
          </div>
          <span title={typeof entry.who === 'string' ? entry.who : undefined}>{entry.who}</span>
        </li>
      ))}
    </ol>
  );
}
