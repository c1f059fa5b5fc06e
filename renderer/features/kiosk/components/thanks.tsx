import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './kiosk.module.css';

/** How long the thanks stand before the next guest finds the prices, ms. */
const STANDS_MS = 12_000;

/** The guest is entered: what happens now, without a word of what was typed. */
export function Thanks({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('kiosk');
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const timer = setTimeout(() => done.current(), STANDS_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.thanks} role="status">
      <IconCircleCheck size={72} stroke={1.4} aria-hidden="true" />
      <h2>{t('thanks')}</h2>
      <p>{t('thanksText')}</p>
      <button type="button" className={styles.primary} onClick={onDone}>
        {t('toPrices')}
      </button>
    </div>
  );
}
