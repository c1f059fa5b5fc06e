import { Button, Progress } from '@mantine/core';
import { IconCheck, IconPointFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RelocationState } from '#shared/api/pc.ts';
import { relocationSteps } from '#shared/domain/relocation/steps.ts';
import styles from './relocation.module.css';

type MovingProps = { state: Extract<RelocationState, { kind: 'running' }>; onStop: () => void };

/** How far the moving is: which steps are done, and how much of the one at hand; until it is handed over it can be stopped. */
export function Moving({ state, onStop }: MovingProps) {
  const { t } = useTranslation('relocation');
  const now = relocationSteps.indexOf(state.step);
  const counted = state.step === 'database' || state.step === 'files';
  return (
    <div className={styles.progress}>
      <p className={styles.note}>{t('movingText', { folder: state.to })}</p>
      <ol className={styles.steps}>
        {relocationSteps.map((step, at) => (
          <li key={step} data-at={at < now ? 'done' : at === now ? 'now' : 'next'}>
            <span aria-hidden="true">
              {at < now ? <IconCheck size={15} stroke={2.2} /> : at === now && <IconPointFilled size={15} />}
            </span>
            {t(`steps.${step}`)}
            {at === now && state.percent > 0 && <span className={styles.percent}>{state.percent} %</span>}
          </li>
        ))}
      </ol>
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
