import { Progress } from '@mantine/core';
import { IconCheck, IconPointFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RelocationState } from '#shared/api/pc.ts';
import { relocationSteps } from '#shared/domain/relocation/steps.ts';
import styles from './relocation.module.css';

/** How far the moving is: which steps are done, and how much of the one at hand. */
export function Moving({ state }: { state: Extract<RelocationState, { kind: 'running' }> }) {
  const { t } = useTranslation('relocation');
  const now = relocationSteps.indexOf(state.step);
  return (
    <div className={styles.progress} role="status">
      <p className={styles.note}>{t('movingText', { folder: state.to })}</p>
      <ol className={styles.steps}>
        {relocationSteps.map((step, at) => (
          <li key={step} data-at={at < now ? 'done' : at === now ? 'now' : 'next'}>
            <span aria-hidden="true">
              {at < now ? <IconCheck size={15} stroke={2.2} /> : at === now && <IconPointFilled size={15} />}
            </span>
            {t(`steps.${step}`)}
            {at === now && state.percent > 0 && <span>{state.percent} %</span>}
          </li>
        ))}
      </ol>
      <Progress
        value={state.step === 'files' ? state.percent : 100}
        animated={state.step !== 'files'}
        size="md"
        aria-label={t(`steps.${state.step}`)}
      />
    </div>
  );
}
