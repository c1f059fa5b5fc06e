import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../lib/clock.tsx';
import { formatDateTime, formatDateTimeShort } from '../lib/format.ts';
import { usePerson } from '../lib/person.ts';
import type { Tone } from './signal.tsx';
import styles from './values.module.css';

/** One thing that happened: when (UTC ms), who, what, and a note under it. */
export type TimelineEntry = {
  key: string | number;
  at: number;
  who?: ReactNode;
  what: ReactNode;
  note?: ReactNode;
  /** For whom they did it, where somebody acted for somebody else. */
  actedFor?: string;
  tone?: Tone;
  /** Number of its entry in the log, which those who audit open from here. */
  seq?: number;
};

/** Everything that happened to a record, newest first as given. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label?: string }) {
  const { t } = useTranslation('parts');
  const today = useToday();
  const audits = usePerson().may('events.read');
  return (
    <ol className={styles.timeline} aria-label={label ?? t('timeline.label')}>
      {entries.map((entry) => (
        <li key={entry.key} data-tone={entry.tone}>
          <time title={formatDateTime(entry.at)}>
            {audits && entry.seq !== undefined ? (
              <Link to="/administration/events" search={{ entry: entry.seq } as never}>
                {formatDateTimeShort(entry.at, today)}
              </Link>
            ) : (
              formatDateTimeShort(entry.at, today)
            )}
          </time>
          <div>
            <p>{entry.what}</p>
            {entry.note !== undefined && <p>{entry.note}</p>}
            {entry.actedFor !== undefined && <p>{t('timeline.actedFor', { name: entry.actedFor })}</p>}
          </div>
          <span title={typeof entry.who === 'string' ? entry.who : undefined}>{entry.who}</span>
        </li>
      ))}
    </ol>
  );
}
