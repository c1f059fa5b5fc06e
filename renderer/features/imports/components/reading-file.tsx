import { Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './imports.module.css';

/** Seconds from which it is said how long it has taken. */
const SOON = 2;

/** A file that is being read, in a thread of the office: the time it has taken, and the way out. */
export function ReadingFile({ name, onCancel }: { name: string; onCancel: () => void }) {
  const { t } = useTranslation('imports');
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className={styles.reading}>
      <p role="status">{seconds < SOON ? t('reading', { name }) : t('readingLong', { name, seconds })}</p>
      <Progress value={100} animated size="sm" aria-label={t('reading', { name })} />
      <Button variant="default" onClick={onCancel}>
        {t('cancelReading')}
      </Button>
    </div>
  );
}
