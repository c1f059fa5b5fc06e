import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Box } from '../custody-types.ts';
import styles from './custody.module.css';

const USUAL_CAPACITY = 30;

/** Opens a box of the archive, or changes one. */
export function BoxForm({ box, onClose }: { box: Omit<Box, 'used'> | null; onClose: () => void }) {
  const { t } = useTranslation('custody');
  const [room, setRoom] = useState(box?.room ?? '');
  const [shelf, setShelf] = useState(box?.shelf ?? '');
  const [capacity, setCapacity] = useState<number | string>(box?.capacity ?? USUAL_CAPACITY);
  const [note, setNote] = useState(box?.note ?? '');
  const [closed, setClosed] = useState(box?.closed ?? false);
  const save = useCommand(act.custody.saveBox, {
    onDone: ({ number }) => {
      notifications.show({ message: t('boxSaved', { number }) });
      onClose();
    },
  });
  const title = box === null ? t('newBox') : t('boxTitle', { number: box.number });
  return (
    <SideDrawer opened label={title} title={title} onClose={onClose}>
      <Form
        submitLabel={t('saveBox')}
        onCancel={onClose}
        dirty={room !== (box?.room ?? '') || shelf !== (box?.shelf ?? '') || note !== (box?.note ?? '')}
        busy={save.pending}
        error={save.refusal}
        onSubmit={() =>
          void save.send({
            box: box === null ? null : { id: box.id, version: box.version },
            room: room.trim(),
            shelf: shelf.trim(),
            capacity: Number(capacity),
            note: note.trim(),
            closed,
          })
        }
      >
        <div className={styles.fields}>
          <div className={styles.pair}>
            <TextInput
              label={t('room')}
              required
              maxLength={120}
              data-autofocus
              value={room}
              onChange={(event) => setRoom(event.currentTarget.value)}
            />
            <TextInput
              label={t('shelf')}
              required
              maxLength={120}
              value={shelf}
              onChange={(event) => setShelf(event.currentTarget.value)}
            />
          </div>
          <NumberInput
            label={t('capacity')}
            required
            min={1}
            max={500}
            allowDecimal={false}
            value={capacity}
            onChange={setCapacity}
          />
          <TextInput
            label={t('note')}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {box !== null && (
            <Checkbox
              label={t('closed')}
              description={t('closedHint')}
              checked={closed}
              onChange={(event) => setClosed(event.currentTarget.checked)}
            />
          )}
        </div>
      </Form>
    </SideDrawer>
  );
}
