import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Section } from '#renderer/components/page.tsx';
import { RefusalBox } from '#renderer/components/refusal-text.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { formatPhone, joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { act, ask, connectOffice } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { visits } from '#shared/api/visits.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { timeOf } from '#shared/kernel/local-date.ts';
import styles from './visits.module.css';

type Arrival = z.output<typeof visits.arrival.output>;

/** A guest who entered themselves, with what they typed, and is being received. */
export type ReceivedArrival = Arrival & { readonly arrivalId: number };

type WaitingGuestsProps = {
  /** Whose form is open at the desk. */
  current: number | null;
  onReceive: (arrival: ReceivedArrival) => void;
};

/** Guests who entered themselves at the customers' screen and wait; nothing is shown while nobody does. */
export function WaitingGuests({ current, onReceive }: WaitingGuestsProps) {
  const { t } = useTranslation('visits');
  const language = useLanguage();
  const waiting = useQuery(ask.visits.waiting({}));
  const left = useCommand(act.visits.arrivalLeft);
  const opening = useCommand(act.visits.openArrival);
  const [refusal, setRefusal] = useState<Refusal>();
  const receive = async (arrivalId: number): Promise<void> => {
    setRefusal(undefined);
    try {
      await opening.sendOrThrow({ arrivalId });
      const office = await connectOffice();
      onReceive({ ...(await office.visits.arrival({ arrivalId })), arrivalId });
    } catch (thrown) {
      setRefusal(refusalOf(thrown));
    }
  };
  const guests = waiting.data ?? [];
  if (guests.length === 0) return null;
  return (
    <Section title={t('waiting.title')} count={guests.length}>
      {refusal && <RefusalBox refusal={refusal} />}
      <ul className={styles.waiting}>
        {guests.map(({ id, name, phone, interests, arrivedAt }) => (
          <li key={id} data-current={id === current || undefined}>
            <span>
              <b>{name}</b> {formatPhone(phone)}
              <small>
                {[
                  timeOf(arrivedAt),
                  joinWords(
                    interests.map((one) => t(`interest.${one}`)),
                    language,
                  ),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </small>
            </span>
            <Button size="compact-sm" variant="default" onClick={() => void receive(id)}>
              {t('waiting.receive')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() =>
                confirmAct({
                  title: t('waiting.leftTitle', { name }),
                  consequence: t('waiting.leftText'),
                  confirmLabel: t('waiting.left'),
                  onConfirm: () => left.sendOrThrow({ arrivalId: id }),
                })
              }
            >
              {t('waiting.left')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
