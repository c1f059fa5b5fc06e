import { useTranslation } from 'react-i18next';
import { DateTimeText } from '#renderer/components/values.tsx';
import { useNow } from '#renderer/lib/clock.tsx';
import { formatDateTime } from '#renderer/lib/format.ts';
import { ageOf } from '../terminal-list.ts';

/** How often ages are told anew. */
const EVERY_MS = 10_000;

/** How long ago something was, by the host's clock; the instant itself stands in the title. */
export function AgeText({ at }: { at: number | null }) {
  const { t } = useTranslation('terminals');
  const now = useNow(EVERY_MS);
  if (at === null) return <span>{t('list.never')}</span>;
  const age = ageOf(at, now);
  if (age.unit === 'long') return <DateTimeText at={at} short />;
  return (
    <time title={formatDateTime(at)}>
      {age.unit === 'now' ? t('age.now') : t(`age.${age.unit}`, { count: age.count })}
    </time>
  );
}
