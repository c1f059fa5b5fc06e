import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RunningSteps } from '#renderer/components/running-steps.tsx';
import type { RelocationState } from '#shared/api/pc.ts';
import { relocationSteps } from '#shared/domain/relocation/steps.ts';
import styles from './relocation.module.css';

type MovingProps = { state: Extract<RelocationState, { kind: 'running' }>; onStop: () => void };

/** How far the moving is: which steps are done, and how much of the one at hand; until it is handed over it can be stopped. */
export function Moving({ state, onStop }: MovingProps) {
  const { t } = useTranslation('relocation');
  const counted = state.step === 'database' || state.step === 'files';
  return (
    <div className={styles.progress}>
      <p className={styles.note}>{t('movingText', { folder: state.to })}</p>
      <RunningSteps
        steps={relocationSteps.map((step) => t(`steps.${step}`))}
        now={relocationSteps.indexOf(state.step)}
        percent={state.percent}
      />
      <Progress
        value={counted ? state.percent : 100}
        animated={!counted}
        size="md"
        aria-label={t(`steps.${state.step}`)}
      />
      <div className={styles.stop}>
        <Button variant="default" disabled={state.stopping || state.step === 'seal'} onClick={onStop}>
          {t('stop')}
        </Button>
        <span className={styles.hint} role="status">
          {t(state.stopping ? 'stopping' : state.step === 'seal' ? 'tooLate' : 'stopText')}
        </span>
      </div>
    </div>
  );
}
