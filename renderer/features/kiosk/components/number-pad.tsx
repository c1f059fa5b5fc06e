import { IconBackspace } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './number-pad.module.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0'] as const;

/** Digits for a finger: a screen without a keyboard is enough to leave a number. */
export function NumberPad({ onDigit, onErase }: { onDigit: (digit: string) => void; onErase: () => void }) {
  const { t } = useTranslation('kiosk');
  return (
    <fieldset className={styles.pad} aria-label={t('pad')}>
      {digits.map((digit) =>
        digit === '' ? (
          <span key="gap" />
        ) : (
          <button key={digit} type="button" onClick={() => onDigit(digit)}>
            {digit}
          </button>
        ),
      )}
      <button type="button" aria-label={t('erase')} onClick={onErase}>
        <IconBackspace size={26} stroke={1.6} aria-hidden="true" />
      </button>
    </fieldset>
  );
}
