import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Section } from '#renderer/components/page.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { ask } from '#renderer/lib/office.ts';
import { timeOf } from '#shared/kernel/local-date.ts';
import styles from './visits.module.css';

/** Who receives next, and what each has received today. */
export function RotaLine() {
  const { t } = useTranslation('visits');
  const rota = useQuery(ask.visits.rota({ day: useToday() }));
  return (
    <Section title={t('rota.title')} aside={t('rota.aside')} flush>
      <Loaded query={rota} skeletonRows={1}>
        {(people) => (
          <ol className={styles.rota} aria-label={t('rota.title')}>
            {people.length === 0 && <li>{t('rota.empty')}</li>}
            {people.map(({ person, received, calls, next, lastAt }, index) => (
              <li key={person.id} data-next={next || undefined}>
                <i aria-hidden="true">{String.fromCharCode(65 + (index % 26))}</i>
                <b>{person.name}</b>
                <small>
                  {[
                    next ? t('rota.next') : undefined,
                    received > 0 ? t('rota.received', { count: received }) : undefined,
                    calls > 0 ? t('rota.calls', { count: calls }) : undefined,
                    lastAt === null ? undefined : timeOf(lastAt),
                  ]
                    .filter((part) => part !== undefined)
                    .join(' · ')}
                </small>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Section>
  );
}
