import { Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerSelect } from '#renderer/components/customer-select.tsx';
import { DateInput } from '#renderer/components/date-input.tsx';
import { OptionButtons } from '#renderer/components/filters.tsx';
import { Form } from '#renderer/components/form.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { dayAfter } from '../hold-days.ts';
import styles from './drawer.module.css';

const purposes = ['customer', 'management', 'relocation'] as const;
type Purpose = (typeof purposes)[number];

/** A hold of one's own, one that is asked for, or a later end of one that stands. */
type HoldMode = 'hold' | 'ask' | 'extend';

type HoldFormProps = {
  unitId: number;
  mode: HoldMode;
  /** Until when it is held now (UTC ms); null for one that does not stand yet. */
  heldUntil: number | null;
  onDone: () => void;
};

/** For whom or what a unit is kept, until when, and why. */
function HoldForm({ unitId, mode, heldUntil, onDone }: HoldFormProps) {
  const { t } = useTranslation('units');
  const { t: common } = useTranslation('common');
  const today = useToday();
  const [purpose, setPurpose] = useState<Purpose>('customer');
  const [customerId, setCustomerId] = useState<number | null>(null);
  const earliest = mode === 'extend' && heldUntil !== null ? dayAfter(heldUntil, today) : today;
  const [until, setUntil] = useState<LocalDate | null>(mode === 'extend' ? earliest : addDays(today, 1));
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const hold = useCommand(act.units.hold, { onDone });
  const askHold = useCommand(act.units.askHold, { onDone });
  const extendHold = useCommand(act.units.extendHold, { onDone });
  const command = mode === 'hold' ? hold : mode === 'ask' ? askHold : extendHold;
  const noCustomer = mode !== 'extend' && purpose === 'customer' && customerId === null;
  const save = () => {
    setChecked(true);
    if (noCustomer || until === null || reason.trim() === '') return;
    const forCustomer = purpose === 'customer' ? customerId : null;
    const wish = { unitId, purpose, customerId: forCustomer, reason: reason.trim(), until };
    if (mode === 'hold') void hold.send(wish);
    else if (mode === 'ask') void askHold.send(wish);
    else void extendHold.send({ unitId, until, reason: reason.trim() });
  };
  const missing = (lacks: boolean) => (checked && lacks ? t('hold.missing') : undefined);
  return (
    <Form
      submitLabel={t(mode === 'hold' ? 'hold.submit' : `hold.${mode}`)}
      onSubmit={save}
      onCancel={onDone}
      dirty={reason !== '' || customerId !== null}
      busy={command.pending}
      error={command.refusal}
    >
      <div className={styles.form}>
        {mode !== 'extend' && (
          <OptionButtons
            label={t('hold.purpose')}
            options={purposes.map((value) => ({ value, label: t(`purposes.${value}`) }))}
            value={purpose}
            onChange={setPurpose}
            required
          />
        )}
        {mode !== 'extend' && purpose === 'customer' && (
          <CustomerSelect value={customerId} onChange={setCustomerId} error={missing(noCustomer)} />
        )}
        <DateInput
          label={t('hold.until')}
          value={until}
          onChange={setUntil}
          from={earliest}
          required
          error={missing(until === null)}
        />
        <Textarea
          label={common('reason')}
          withAsterisk
          autosize
          minRows={2}
          maxRows={5}
          value={reason}
          error={missing(reason.trim() === '')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </Form>
  );
}

/** Opens the dialog that holds a unit, asks for it, or holds it longer. */
export function openHoldForm(title: string, unitId: number, mode: HoldMode, heldUntil: number | null): void {
  const id = modals.open({
    title,
    closeOnClickOutside: false,
    closeOnEscape: false,
    children: (
      <div className={styles.dialog}>
        <HoldForm unitId={unitId} mode={mode} heldUntil={heldUntil} onDone={() => modals.close(id)} />
      </div>
    ),
  });
}
