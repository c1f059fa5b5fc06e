import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import styles from './accounts.module.css';

/** As whom one acts until when, and who acts for oneself; nothing where nobody does. */
export function OwnActing() {
  const { t } = useTranslation('accounts');
  const me = usePerson().id;
  const running = (useQuery(ask.delegations.list({})).data ?? []).filter(({ state }) => state === 'running');
  const lines: { id: number; text: string }[] = [];
  for (const { id, from, to, toOn } of running) {
    const until = formatDate(toOn);
    if (to.id === me) lines.push({ id, text: t('acting.for', { name: from.name, until }) });
    else if (from.id === me) lines.push({ id, text: t('acting.by', { name: to.name, until }) });
  }
  if (lines.length === 0) return null;
  return (
    <ul className={styles.acting} aria-label={t('acting.title')}>
      {lines.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  );
}
