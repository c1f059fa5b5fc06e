import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leavesTracking, type ServiceMethod, serviceMethods } from '#shared/domain/subscriptions/notices.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { useToday } from '../lib/clock.tsx';
import { act } from '../lib/office.ts';
import { useCommand } from '../lib/use-command.ts';
import { DateInput } from './date-input.tsx';
import { OptionButtons } from './filters.tsx';
import { Form } from './form.tsx';
import type { MoneyLetter } from './money-letters.tsx';
import { SideDrawer } from './panel.tsx';
import styles from './receive-drawer.module.css';
import { RefusalText } from './refusal-text.tsx';

/** Enters how a letter reached one of the buyers, with the number that proves it: each of them needs one. */
export function LetterServiceDrawer({ letter, onClose }: { letter: MoneyLetter; onClose: () => void }) {
  const { t } = useTranslation('letters');
  const { t: words } = useTranslation('subscriptions');
  const today = useToday();
  const waiting = letter.services.filter(({ service }) => service === null);
  const [customerId, setCustomerId] = useState(waiting[0]?.customerId);
  const [method, setMethod] = useState<ServiceMethod>('courier');
  const [sentOn, setSentOn] = useState<LocalDate>(letter.writtenOn);
  const [servedOn, setServedOn] = useState<LocalDate>(today);
  const [trackingNo, setTrackingNo] = useState('');
  const [note, setNote] = useState('');
  const serve = useCommand(act.letters.serve, { onDone: onClose });
  const submit = () => {
    if (customerId === undefined) return;
    const proof = { trackingNo: trackingNo.trim(), note: note.trim() };
    void serve.send({ letterId: letter.id, customerId, method, sentOn, servedOn, ...proof });
  };
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={t('serveTitle')}
      title={t('serveTitle')}
      sub={`${t(`kinds.${letter.kind}`)} ${letter.number}`}
      width={480}
    >
      <Form
        submitLabel={t('serve')}
        onSubmit={submit}
        onCancel={onClose}
        dirty={trackingNo !== '' || note !== ''}
        busy={serve.pending}
      >
        <div className={styles.fields}>
          <Select
            label={t('buyer')}
            required
            data={waiting.map(({ customerId: id, name }) => ({ value: String(id), label: name }))}
            value={customerId === undefined ? null : String(customerId)}
            allowDeselect={false}
            onChange={(id) => id !== null && setCustomerId(Number(id))}
          />
          <OptionButtons
            label={words('notices.method')}
            required
            numbered
            options={serviceMethods.map((one) => ({ value: one, label: words(`notices.methods.${one}`) }))}
            value={method}
            onChange={setMethod}
          />
          <DateInput
            label={t('sentOn')}
            value={sentOn}
            required
            from={letter.writtenOn}
            to={today}
            onChange={(next) => next !== null && setSentOn(next)}
          />
          <DateInput
            label={t('servedOn')}
            value={servedOn}
            required
            from={sentOn}
            to={today}
            onChange={(next) => next !== null && setServedOn(next)}
          />
          <TextInput
            label={words('notices.trackingNo')}
            withAsterisk={leavesTracking(method)}
            required={leavesTracking(method)}
            maxLength={60}
            value={trackingNo}
            onChange={(event) => setTrackingNo(event.currentTarget.value)}
          />
          <TextInput
            label={words('notices.note')}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {serve.refusal && (
            <div className={styles.refusal} role="alert">
              <RefusalText refusal={serve.refusal} />
            </div>
          )}
        </div>
      </Form>
    </SideDrawer>
  );
}
