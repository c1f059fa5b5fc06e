import { useTranslation } from 'react-i18next';
import { Signal } from '#renderer/components/signal.tsx';
import { useNow } from '#renderer/lib/clock.tsx';
import type { VisitEnding, VisitKind } from '#shared/domain/visits/states.ts';

type VisitStateProps = {
  visit: { kind: VisitKind; at: number; leftAt: number | null; ending: VisitEnding | null };
};

const MINUTE_MS = 60_000;

/** Where a group is: in the hall for so long, gone after so long, or gone and nobody wrote when. */
export function VisitState({ visit }: VisitStateProps) {
  const { t } = useTranslation('visits');
  const now = useNow(30_000);
  const { kind, at, leftAt, ending } = visit;
  if (kind === 'call') return null;
  const minutes = Math.max(0, Math.floor(((leftAt ?? now) - at) / MINUTE_MS));
  if (leftAt === null) return <Signal tone="ink">{t('day.hereFor', { count: minutes })}</Signal>;
  return (
    <Signal tone="plain">{ending === 'dayClosed' ? t('day.dayClosed') : t('day.leftAfter', { count: minutes })}</Signal>
  );
}
