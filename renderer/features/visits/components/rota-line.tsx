import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Section } from '#renderer/components/page.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { RotaMember, type RotaSeat } from './rota-member.tsx';
import styles from './visits.module.css';

/** Who receives next, and what everybody of the rota is doing; pressed here when somebody goes and comes back. */
export function RotaLine() {
  const { t } = useTranslation('visits');
  const person = usePerson();
  const rota = useQuery(ask.visits.rota({ day: useToday() }));
  const noteOf = ({ next, status, turn, received, calls, makeUps, forfeits }: RotaSeat) =>
    [
      next ? t('rota.next') : turn === null ? t(`rota.statuses.${status}`) : undefined,
      received > 0 ? t('rota.received', { count: received }) : undefined,
      calls > 0 ? t('rota.calls', { count: calls }) : undefined,
      makeUps > 0 ? t('rota.makeUps', { count: makeUps }) : undefined,
      forfeits > 0 ? t('rota.forfeits', { count: forfeits }) : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(' · ');
  return (
    <Section title={t('rota.title')} aside={t('rota.aside')} flush>
      <Loaded query={rota} skeletonRows={1}>
        {(people) => (
          <ol className={styles.rota} aria-label={t('rota.title')}>
            {people.length === 0 && <li>{t('rota.empty')}</li>}
            {people.map((seat, index) => (
              <li
                key={seat.person.id}
                data-next={seat.next || undefined}
                data-away={(seat.turn === null && seat.status !== 'ready') || undefined}
              >
                <i aria-hidden="true">{String.fromCharCode(65 + (index % 26))}</i>
                {person.may('visits.write') ? (
                  <RotaMember seat={seat} note={noteOf(seat)} />
                ) : (
                  <>
                    <b>{seat.person.name}</b>
                    <small>{noteOf(seat)}</small>
                  </>
                )}
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Section>
  );
}
