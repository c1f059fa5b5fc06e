import { useTranslation } from 'react-i18next';
import styles from './rehearsal-mark.module.css';

/** On every screen of a rehearsal, those before the log-in and those for customers too: what is seen is practice. */
export function RehearsalMark() {
  const { t } = useTranslation('shell');
  if (!window.zhiye.info.rehearsal) return null;
  return (
    <p className={styles.mark} aria-hidden="true">
      {t('rehearsalMark')}
    </p>
  );
}
