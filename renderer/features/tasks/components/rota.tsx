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

/** Who receives next: the seats of the rota in their order, the next one marked. */
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
  const language = useLanguage();
  const inTurn = seats
    .map((seat, index) => ({ seat, letter: letterOf(index) }))
    .toSorted(
      (a, b) =>
        Number(b.seat.next) - Number(a.seat.next) ||
        a.seat.received - b.seat.received ||
        (a.seat.lastAt ?? 0) - (b.seat.lastAt ?? 0),
    );
  const shown = new Set(inTurn.slice(0, CARDS).map(({ seat }) => seat.person.id));
  const reserve = inTurn.slice(CARDS).map(({ seat }) => seat.person.name);
  return (
    <>
      <ol className={styles.seats}>
        {seats.map((seat, index) =>
          shown.has(seat.person.id) ? (
            <li key={seat.person.id} data-next={seat.next || undefined} aria-current={seat.next || undefined}>
              <p>
                <i aria-hidden="true">{letterOf(index)}</i>
                <b title={seat.person.name}>{seat.person.name}</b>
              </p>
              <p>{seat.lastAt === null ? t('rotaFree') : t('rotaLast', { time: timeOf(seat.lastAt) })}</p>
              <p>
                {seat.next && <Signal tone="ok">{t('rotaNext')}</Signal>}
                <Signal tone={seat.received > 0 ? 'ink' : 'plain'}>{t('rotaTurns', { count: seat.received })}</Signal>
              </p>
            </li>
          ) : null,
        )}
      </ol>
      {reserve.length > 0 && (
        <p className={styles.reserve}>
          {t('rotaReserve')} {reserve.join(language === 'en' ? ', ' : '、')}
        </p>
      )}
    </>
  );
}

function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}
