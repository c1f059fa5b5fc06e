import { Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '#renderer/lib/live.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import styles from './imports.module.css';

/**
 * An import that is being written, on the office's second thread: how far it is and what it writes, and the way back. It
 * begins once it is its turn, so that what others have begun comes first.
 */
export function WritingImport({ title }: { title: string }) {
  const { t } = useTranslation('imports');
  const { longAct } = useLiveState();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const stop = useCommand(act.imports.stop);
  const stopping = stop.pending || longAct?.stopping === true;
  return (
    <div className={styles.reading}>
      <h2>{title}</h2>
      <Progress value={longAct?.percent ?? 0} size="sm" aria-label={title} />
      <p className={styles.readingRows}>
        {stopping
          ? t('writing.stopping')
          : longAct === null
            ? t('writing.waiting')
            : t('writing.step', { what: t(`writing.steps.${longAct.step}`), percent: longAct.percent, seconds })}
      </p>
      <p>{t('writing.text')}</p>
      <Button variant="default" loading={stopping} disabled={longAct === null} onClick={() => void stop.send({})}>
        {t('writing.stop')}
      </Button>
    </div>
  );
}
