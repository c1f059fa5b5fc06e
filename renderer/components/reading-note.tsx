import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { joinWords } from '../lib/format.ts';
import { useLanguage } from '../lib/i18n.ts';
import { ask } from '../lib/office.ts';
import styles from './reading-note.module.css';

/** Tells whoever has read unusually much of customers today that others have been told; nothing else. */
export function ReadingNote() {
  const { t } = useTranslation('privacy');
  const language = useLanguage();
  const mine = useQuery({ ...ask.privacy.mine({}), refetchInterval: 30_000 });
  const above = mine.data?.above ?? [];
  if (above.length === 0) return null;
  const list = above.map(({ measure, window, count, limit }) =>
    t('noteItem', { window: t(`windows.${window}`), reading: t(`reading.${measure}`), read: count, limit }),
  );
  return (
    <p className={styles.note} role="status">
      {t('note', { list: joinWords(list, language) })}
    </p>
  );
}
