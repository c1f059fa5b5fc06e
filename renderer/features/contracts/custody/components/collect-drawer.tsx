import { Button, Select, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type CollectChannel, collectChannels } from '#shared/domain/custody/collect.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import styles from './custody.module.css';

/** How long buyers usually have to come. */
const USUAL_DAYS = 15;

/** Tells the buyers that their original is ready: by letter, phone or message, and until when they are expected. */
export function CollectDrawer({
  contractId,
  number,
  onClose,
}: {
  contractId: number;
  number: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('custody');
  const navigate = useNavigate();
  const today = useToday();
  const [channel, setChannel] = useState<CollectChannel>('phone');
  const [collectBy, setCollectBy] = useState<LocalDate | null>(addDays(today, USUAL_DAYS));
  const [note, setNote] = useState('');
  const notify = useCommand(act.custody.notify, {
    onDone: () => {
      notifications.show({ message: t('collect.done') });
      onClose();
    },
  });
  const letter = useCommand(act.documents.issue, {
    onDone: ({ documentId }) => void navigate({ to: `/contracts/documents/${documentId}` as string }),
  });
  const title = t('collect.title', { number });
  return (
    <SideDrawer opened label={title} title={title} onClose={onClose}>
      <Form
        submitLabel={t('collect.save')}
        onCancel={onClose}
        dirty={note !== ''}
        busy={notify.pending}
        error={notify.refusal}
        onSubmit={() => {
          if (collectBy !== null) void notify.send({ contractId, channel, collectBy, note: note.trim() });
        }}
      >
        <div className={styles.fields}>
          <p className={styles.hint}>{t('collect.hint')}</p>
          <Select
            label={t('collect.channel')}
            allowDeselect={false}
            data={collectChannels.map((one) => ({ value: one, label: t(`collect.channels.${one}`) }))}
            value={channel}
            onChange={(value) => setChannel(collectChannels.find((one) => one === value) ?? channel)}
          />
          <DateInput label={t('collect.by')} required value={collectBy} onChange={setCollectBy} from={today} />
          <Textarea
            label={t('note')}
            maxLength={200}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <div>
            <Button
              size="xs"
              variant="default"
              loading={letter.pending}
              onClick={() => void letter.send({ kind: 'collectNotice', subjectId: contractId, noun: 'contracts' })}
            >
              {t('collect.letter')}
            </Button>
          </div>
          {letter.refusal && <RefusalText refusal={letter.refusal} />}
        </div>
      </Form>
    </SideDrawer>
  );
}
