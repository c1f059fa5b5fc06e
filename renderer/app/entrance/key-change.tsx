import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/data-states.tsx';
import { KeyChangeSteps } from '#renderer/components/key-change-steps.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { formatDateTime } from '#renderer/lib/format.ts';
import { useKeyChange } from '#renderer/lib/key-change.ts';
import type { KeyChangeState } from '#shared/api/pc-keys.ts';
import styles from './entrance.module.css';
import { Stage } from './stage.tsx';

/** The office is closed while its keys are changed; at the end it says what became of it. */
export function KeyChange({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('keys');
  const { state, error, settle, retry } = useKeyChange();
  const over = state?.kind === 'idle';
  useEffect(() => {
    if (over) onDone();
  }, [over, onDone]);
  if (state?.kind === 'done') return <Done state={state} busy={settle.isPending} onEnter={() => settle.mutate()} />;
  if (state?.kind === 'failed')
    return (
      <Stage title={t('failed.title')} text={t('failed.text')}>
        <div className={styles.stack}>
          <RefusalText refusal={state.refusal} />
          <Button size="md" autoFocus loading={settle.isPending} onClick={() => settle.mutate()}>
            {t('failed.back')}
          </Button>
        </div>
      </Stage>
    );
  return (
    <Stage title={t('running')} text={t('runningText')}>
      <div className={styles.stack}>
        {state?.kind === 'running' && <KeyChangeSteps step={state.step} percent={state.percent} />}
        {error !== null && <ErrorState error={error} onRetry={retry} />}
      </div>
    </Stage>
  );
}

type DoneProps = { state: Extract<KeyChangeState, { kind: 'done' }>; busy: boolean; onEnter: () => void };

function Done({ state: { events, files, damaged, at, backup }, busy, onEnter }: DoneProps) {
  const { t } = useTranslation('keys');
  return (
    <Stage title={t('done.title')} text={t('done.text', { events, files })}>
      <div className={styles.stack}>
        {damaged > 0 && <p className={styles.text}>{t('done.damaged', { count: damaged })}</p>}
        <ol className={styles.todo}>
          <li>{t('done.old', { changedAt: formatDateTime(at) })}</li>
          <li role="status">{t(`done.backup.${backup}`)}</li>
          <li>{t('done.people')}</li>
        </ol>
        <Button size="md" autoFocus loading={busy} onClick={onEnter}>
          {t('done.enter')}
        </Button>
      </div>
    </Stage>
  );
}
