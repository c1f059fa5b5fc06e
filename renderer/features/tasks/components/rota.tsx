import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { Section } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { ask } from '#renderer/lib/office.ts';
import type { visits } from '#shared/api/visits.ts';
import { type LocalDate, timeOf } from '#shared/kernel/local-date.ts';
import styles from './day-blocks.module.css';

type Seat = z.output<typeof visits.rota.output>[number];

/** How many consultants are shown as cards; the others stand in one line under them. */
const CARDS = 8;

/** Who receives next: the consultants in the order of their turns. */
export function Rota({ day }: { day: LocalDate }) {
  const { t } = useTranslation('tasks');
  const rota = useQuery(ask.visits.rota({ day }));
  const received = rota.data?.reduce((sum, seat) => sum + seat.received, 0);
  return (
    <Section
      title={t('rota')}
      aside={received !== undefined && <span>{t('rotaReceived', { count: received })}</span>}
      flush
    >
      <Loaded query={rota} skeletonRows={3}>
        {(seats) => (seats.length === 0 ? <EmptyState title={t('rotaEmpty')} /> : <Seats seats={seats} />)}
      </Loaded>
    </Section>
  );
}

function Seats({ seats }: { seats: readonly Seat[] }) {
  const { t } = useTranslation('tasks');
  const { t: words } = useTranslation('visits');
  const language = useLanguage();
  const reserve = seats.slice(CARDS).map(({ person }) => person.name);
  return (
    <>
      <ol className={styles.seats}>
        {seats.slice(0, CARDS).map((seat, index) => (
          <li key={seat.person.id} data-next={seat.next || undefined} aria-current={seat.next || undefined}>
            <p>
              <i aria-hidden="true">{index + 1}</i>
              <b title={seat.person.name}>{seat.person.name}</b>
            </p>
            <p>
              {seat.turn === null
                ? words(`rota.statuses.${seat.status}`)
                : seat.lastAt === null
                  ? t('rotaFree')
                  : t('rotaLast', { time: timeOf(seat.lastAt) })}
            </p>
            <p>
              {seat.next && <Signal tone="ok">{t('rotaNext')}</Signal>}
              {(seat.received > 0 || !seat.next) && (
                <Signal tone={seat.received > 0 ? 'ink' : 'plain'}>{t('rotaTurns', { count: seat.received })}</Signal>
              )}
            </p>
          </li>
        ))}
      </ol>
      {reserve.length > 0 && (
        <p className={styles.reserve}>
          {t('rotaReserve')} {reserve.join(language === 'en' ? ', ' : '、')}
        </p>
      )}
    </>
  );
}
