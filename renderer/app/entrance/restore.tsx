import { Anchor, Button, Progress } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/data-states.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import type { RestoreState } from '#shared/api/pc-restore.ts';
import { restoreSteps } from '#shared/domain/restores/steps.ts';
import styles from './entrance.module.css';
import { RestoreChoice } from './restore-choice.tsx';
import { RestoreReady } from './restore-ready.tsx';
import { Stage } from './stage.tsx';
import { useRestore } from './use-restore.ts';

/** Restoring the office of this PC: a backup is chosen, made ready, weighed, and put in its place. */
export function Restore({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('restores');
  const { state, error, next, retry } = useRestore();
  const over = state?.kind === 'idle';
  useEffect(() => {
    if (over) onDone();
  }, [over, onDone]);
  const cancel = (
    <Anchor component="button" type="button" disabled={next.isPending} onClick={() => next.mutate({ act: 'cancel' })}>
      {t('cancel')}
    </Anchor>
  );
  if (state === undefined)
    return <Stage title={t('title')}>{error !== null && <ErrorState error={error} onRetry={retry} />}</Stage>;
  const refused = error === null ? null : refusalOf(error);
  const wrong = state.kind === 'begun' ? (state.refusal ?? refused) : refused;
  switch (state.kind) {
    case 'begun':
      return (
        <Stage title={t('title')} text={t('text')}>
          <div className={styles.stack}>
            <ol className={styles.todo}>
              {(['choose', 'check', 'weigh', 'swap'] as const).map((step) => (
                <li key={step}>{t(`way.${step}`)}</li>
              ))}
            </ol>
            {wrong !== null && <RefusalText refusal={wrong} />}
            <Button size="md" autoFocus loading={next.isPending} onClick={() => next.mutate({ act: 'choose' })}>
              {t('choose')}
            </Button>
            <div className={styles.ways}>{cancel}</div>
          </div>
        </Stage>
      );
    case 'found':
      return (
        <Stage title={t('found.title')} text={t('found.text', { folder: state.folder })} wide>
          <RestoreChoice
            state={state}
            refused={refused}
            busy={next.isPending}
            onCheck={(stamp, secret) => next.mutate({ act: 'check', stamp, secret })}
            onOther={() => next.mutate({ act: 'choose' })}
            cancel={cancel}
          />
        </Stage>
      );
    case 'checking':
      return <Checking state={state} />;
    case 'ready':
      return (
        <Stage title={t('ready.title')} text={t('ready.text')} wide>
          <RestoreReady
            found={state.found}
            refused={refused}
            onSwap={() => next.mutateAsync({ act: 'swap' })}
            onBack={() => next.mutate({ act: 'back' })}
            cancel={cancel}
          />
        </Stage>
      );
    case 'done':
      return <Done state={state} onDone={onDone} />;
    default:
      return (
        <Stage title={t(state.kind === 'swapping' ? 'swapping' : 'closing')}>
          <Progress value={100} animated size="md" aria-label={t(state.kind === 'swapping' ? 'swapping' : 'closing')} />
        </Stage>
      );
  }
}

/** A backup is being made ready: what is done now, and how far it is. */
function Checking({ state }: { state: Extract<RestoreState, { kind: 'checking' }> }) {
  const { t } = useTranslation('restores');
  const at = restoreSteps.indexOf(state.step);
  return (
    <Stage title={t('checking')} text={t('checkingText')}>
      <div className={styles.stack}>
        <Progress
          value={((at + state.percent / 100) / restoreSteps.length) * 100}
          size="md"
          aria-label={t('checking')}
        />
        <p className={styles.text} role="status">
          {t(`steps.${state.step}`)}
        </p>
      </div>
    </Stage>
  );
}

function Done({ state, onDone }: { state: Extract<RestoreState, { kind: 'done' }>; onDone: () => void }) {
  const { t } = useTranslation('restores');
  return (
    <Stage title={t('done.title')} text={t('done.text', { backupAt: state.at })}>
      <div className={styles.stack}>
        {state.aside !== null && <p className={styles.text}>{t('done.aside', { folder: state.aside })}</p>}
        <ol className={styles.todo}>
          {(['terminals', 'acts', 'backup'] as const).map((step) => (
            <li key={step}>{t(`done.${step}`)}</li>
          ))}
        </ol>
        <Button size="md" autoFocus onClick={onDone}>
          {t('done.enter')}
        </Button>
      </div>
    </Stage>
  );
}
