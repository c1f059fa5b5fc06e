import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { useToday } from '../lib/clock.tsx';
import { act } from '../lib/office.ts';
import { useCommand } from '../lib/use-command.ts';
import { DateInput } from './date-input.tsx';
import type { MoneyLetter } from './money-letters.tsx';
import { ServiceDrawer } from './service-drawer.tsx';

/** Enters how a letter reached one of the buyers, with the number that proves it: each of them needs one. */
export function LetterServiceDrawer({ letter, onClose }: { letter: MoneyLetter; onClose: () => void }) {
  const { t } = useTranslation('letters');
  const today = useToday();
  const waiting = letter.services.filter(({ service }) => service === null);
  const [customerId, setCustomerId] = useState(waiting[0]?.customerId);
  const [sentOn, setSentOn] = useState<LocalDate>(letter.writtenOn);
  const serve = useCommand(act.letters.serve, { onDone: onClose });
  return (
    <ServiceDrawer
      title={t('serveTitle')}
      sub={`${t(`kinds.${letter.kind}`)} ${letter.number}`}
      submitLabel={t('serve')}
      servedLabel={t('servedOn')}
      from={sentOn}
      command={serve}
      before={
        <Select
          label={t('buyer')}
          required
          data={waiting.map(({ customerId: id, name }) => ({ value: String(id), label: name }))}
          value={customerId === undefined ? null : String(customerId)}
          allowDeselect={false}
          onChange={(id) => id !== null && setCustomerId(Number(id))}
        />
      }
      between={
        <DateInput
          label={t('sentOn')}
          value={sentOn}
          required
          from={letter.writtenOn}
          to={today}
          onChange={(next) => next !== null && setSentOn(next)}
        />
      }
      onServe={(service) => {
        if (customerId !== undefined) void serve.send({ letterId: letter.id, customerId, sentOn, ...service });
      }}
      onClose={onClose}
    />
  );
}
