import { TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import styles from './drawer.module.css';

/** Which court has ordered the seizure, by which paper, from when and until when. */
function SeizeForm({ unitId, onDone }: { unitId: number; onDone: () => void }) {
  const { t } = useTranslation('units');
  const today = useToday();
  const [court, setCourt] = useState('');
  const [paperNo, setPaperNo] = useState('');
  const [fromOn, setFromOn] = useState<LocalDate | null>(today);
  const [untilOn, setUntilOn] = useState<LocalDate | null>(null);
  const [checked, setChecked] = useState(false);
  const seize = useCommand(act.units.seize, { onDone });
  const missing = (lacks: boolean) => (checked && lacks ? t('hold.missing') : undefined);
  const save = () => {
    setChecked(true);
    if (court.trim() === '' || paperNo.trim() === '' || fromOn === null) return;
    void seize.send({ unitId, court: court.trim(), paperNo: paperNo.trim(), fromOn, untilOn });
  };
  return (
    <Form
      submitLabel={t('act.seize')}
      onSubmit={save}
      onCancel={onDone}
      dirty={court !== '' || paperNo !== ''}
      busy={seize.pending}
      error={seize.refusal}
    >
      <div className={styles.form}>
        <p>{t('seize.text')}</p>
        <TextInput
          label={t('seize.court')}
          withAsterisk
          data-autofocus
          maxLength={120}
          value={court}
          error={missing(court.trim() === '')}
          onChange={(event) => setCourt(event.currentTarget.value)}
        />
        <TextInput
          label={t('seize.paperNo')}
          withAsterisk
          maxLength={120}
          value={paperNo}
          error={missing(paperNo.trim() === '')}
          onChange={(event) => setPaperNo(event.currentTarget.value)}
        />
        <DateInput
          label={t('seize.from')}
          value={fromOn}
          onChange={setFromOn}
          required
          error={missing(fromOn === null)}
        />
        <DateInput label={t('seize.until')} value={untilOn} onChange={setUntilOn} />
      </div>
    </Form>
  );
}

/** Opens the dialog that enters a seizure. */
export function openSeizeForm(title: string, unitId: number): void {
  const id = modals.open({
    title,
    closeOnClickOutside: false,
    closeOnEscape: false,
    children: (
      <div className={styles.dialog}>
        <SeizeForm unitId={unitId} onDone={() => modals.close(id)} />
      </div>
    ),
  });
}
