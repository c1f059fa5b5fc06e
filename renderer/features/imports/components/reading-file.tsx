import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '#renderer/lib/office.ts';
import styles from './imports.module.css';

/** Seconds from which it is said how long it has taken. */
const SOON = 2;
/** How often the office is asked how far it is, ms. */
const ASK_MS = 250;

/** A file that is being read, in a thread of the office: how far it is, the time it has taken, and the way out. */
export function ReadingFile({ name, onCancel }: { name: string; onCancel: () => void }) {
  const { t } = useTranslation('imports');
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const { data } = useQuery({ ...ask.imports.progress({}), refetchInterval: ASK_MS, gcTime: 0, staleTime: 0 });
  const rows = data?.rows ?? null;
  const percent = rows === null || rows.of === 0 ? undefined : Math.floor((rows.done / rows.of) * 100);
  return (
    <div className={styles.reading}>
      <p role="status">{seconds < SOON ? t('reading', { name }) : t('readingLong', { name, seconds })}</p>
      <Progress value={percent ?? 100} animated={percent === undefined} size="sm" aria-label={t('reading', { name })} />
      <p className={styles.readingRows}>
        {rows === null || percent === undefined
          ? t('opening')
          : t('rowsRead', { done: rows.done, count: rows.of, percent })}
      </p>
      <Button variant="default" onClick={onCancel}>
        {t('cancelReading')}
      </Button>
    </div>
  );
}
