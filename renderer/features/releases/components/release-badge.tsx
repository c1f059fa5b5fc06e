import { useTranslation } from 'react-i18next';
import { Signal, StatusBadge } from '#renderer/components/signal.tsx';
import { useNow } from '#renderer/lib/clock.tsx';
import type { ReleaseState } from '#shared/domain/releases/states.ts';

const tones = { planned: 'ink', released: 'ok', cancelled: 'plain' } as const;

/** The state of a release; one whose hour has come and that nobody has carried out says so. */
export function ReleaseBadge({ state, plannedAt }: { state: ReleaseState; plannedAt: number }) {
  const { t } = useTranslation('releases');
  const now = useNow(30_000);
  if (state === 'planned' && plannedAt <= now) return <Signal tone="amber">{t('due')}</Signal>;
  return <StatusBadge tone={tones[state]}>{t(`states.${state}`)}</StatusBadge>;
}
