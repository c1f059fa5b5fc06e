import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import styles from './prices.module.css';

/** Days until a new batch takes effect, unless told: time for three to agree and for the notices. */
const DAYS_AHEAD = 7;

/** Begins a batch: what it is called and from which day; its rules are written on its page. */
export function NewBatchDrawer({ onDone, onClose }: { onDone: (batchId: number) => void; onClose: () => void }) {
  const { t } = useTranslation('prices');
  const today = useToday();
  const [name, setName] = useState('');
  const [effectiveOn, setEffectiveOn] = useState<LocalDate | null>(() => addDays(today, DAYS_AHEAD));
  const draft = useCommand(act.prices.draft, { onDone: ({ batchId }) => onDone(batchId) });
  const save = () => {
    if (effectiveOn !== null)
      void draft.send({
        batchId: null,
        version: null,
        name,
        effectiveOn,
        formula: { rules: [], roundTo: 100 },
      });
  };
  return (
    <SideDrawer opened onClose={onClose} label={t('add')} title={t('add')} sub={t('addHint')} width={420}>
      <Form submitLabel={t('begin')} onSubmit={save} onCancel={onClose} dirty={name !== ''} busy={draft.pending}>
        <div className={styles.fields}>
          <TextInput
            label={t('fields.name')}
            placeholder={t('fields.namePrompt')}
            value={name}
            required
            maxLength={120}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <DateInput label={t('fields.effectiveOn')} value={effectiveOn} required onChange={setEffectiveOn} />
          {draft.refusal && <RefusalText refusal={draft.refusal} />}
        </div>
      </Form>
    </SideDrawer>
  );
}
