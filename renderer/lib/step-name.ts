import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseStep } from '#shared/domain/cases/states.ts';

/** Names a step of a case: as the office calls it, else by the program's word. */
export function useStepName(): (step: CaseStep, name: string) => string {
  const { t } = useTranslation('cases');
  return useCallback((step, name) => (name === '' ? t(`steps.${step}`) : name), [t]);
}
