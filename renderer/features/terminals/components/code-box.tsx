import { useTranslation } from 'react-i18next';
import { Signal } from '#renderer/components/signal.tsx';
import { Countdown } from '#renderer/components/values.tsx';
import type { Pairing } from '../terminal-list.ts';
import styles from './terminals.module.css';

/** The code in large letters, to be read across the room, with how long and how often it may be tried. */
export function CodeBox({ pairing }: { pairing: Pairing }) {
  const { t } = useTranslation('terminals');
  return (
    <div className={styles.code}>
      <output aria-label={t('pairing.code')}>{pairing.code}</output>
      <span className={styles.codeNote}>
        <span>
          {t('pairing.left')} <Countdown expiresAt={pairing.until} />
        </span>
        {pairing.left < 3 ? (
          <Signal tone="amber">{t('pairing.tries', { count: pairing.left })}</Signal>
        ) : (
          <span>{t('pairing.tries', { count: pairing.left })}</span>
        )}
      </span>
    </div>
  );
}

/** What is typed on a terminal to reach the host. */
export function HostAddresses({ addresses }: { addresses: readonly string[] }) {
  return (
    <span className={styles.addresses}>
      {addresses.map((address) => (
        <span key={address}>{address}</span>
      ))}
    </span>
  );
}
