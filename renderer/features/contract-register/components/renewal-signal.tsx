import { useTranslation } from 'react-i18next';
import { Signal } from '#renderer/components/signal.tsx';

/** Days within which a contract that runs out is urgent. */
const URGENT_DAYS = 30;

/** How many days a contract with a partner still runs, or is over. */
export function RenewalSignal({ daysLeft }: { daysLeft: number }) {
  const { t } = useTranslation('register');
  if (daysLeft < 0)
    return (
      <Signal tone="seal" solid>
        {t('over', { count: -daysLeft })}
      </Signal>
    );
  return <Signal tone={daysLeft <= URGENT_DAYS ? 'amber' : 'ink'}>{t('left', { count: daysLeft })}</Signal>;
}
