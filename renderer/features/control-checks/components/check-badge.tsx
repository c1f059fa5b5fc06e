import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/signal.tsx';
import type { ControlCheckState } from '#shared/domain/control/states.ts';

const tones = { open: 'amber', signed: 'ok', replaced: 'plain' } as const;

/** The state of a check. */
export function CheckBadge({ state }: { state: ControlCheckState }) {
  const { t } = useTranslation('control');
  return <StatusBadge tone={tones[state]}>{t(`states.${state}`)}</StatusBadge>;
}
