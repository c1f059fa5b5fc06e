import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type KeyChangeProgress, keyChangeSteps } from '#shared/domain/keys/steps.ts';

/** How far the changing of the keys is, and what is done now. */
export function KeyChangeSteps({ step, percent }: KeyChangeProgress) {
  const { t } = useTranslation('keys');
  const at = keyChangeSteps.indexOf(step);
  return (
    <>
      <Progress value={((at + percent / 100) / keyChangeSteps.length) * 100} size="md" aria-label={t('running')} />
      <p role="status" style={{ margin: 0 }}>
        {t(`steps.${step}`)}
        {percent > 0 && percent < 100 && ` ${percent} %`}
      </p>
    </>
  );
}
