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
import styles from './drawer.module.css';

const purposes = ['customer', 'management', 'relocation'] as const;
type Purpose = (typeof purposes)[number];

type HoldFormProps = { unitId: number; onDone: () => void };

/** For whom or what a unit is kept, until when, and why. */
function HoldForm({ unitId, onDone }: HoldFormProps) {
  const { t } = useTranslation('units');
  const { t: common } = useTranslation('common');
  const today = useToday();
  const [purpose, setPurpose] = useState<Purpose>('customer');
  const [customerId, setCustomerId] = useState<number | null>(null);
  const [until, setUntil] = useState<LocalDate | null>(addDays(today, 1));
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const hold = useCommand(act.units.hold, { onDone });
  const noCustomer = purpose === 'customer' && customerId === null;
  const save = () => {
    setChecked(true);
    if (noCustomer || until === null || reason.trim() === '') return;
    const forCustomer = purpose === 'customer' ? customerId : null;
    void hold.send({ unitId, purpose, customerId: forCustomer, reason: reason.trim(), until });
  };
  const missing = (lacks: boolean) => (checked && lacks ? t('hold.missing') : undefined);
  return (
    <Form
      submitLabel={t('hold.submit')}
      onSubmit={save}
      onCancel={onDone}
      dirty={reason !== '' || customerId !== null}
      busy={hold.pending}
      error={hold.refusal}
    >
      <div className={styles.form}>
        <OptionButtons
          label={t('hold.purpose')}
          options={purposes.map((value) => ({ value, label: t(`purposes.${value}`) }))}
          value={purpose}
          onChange={setPurpose}
          required
        />
        {purpose === 'customer' && (
          <CustomerSelect value={customerId} onChange={setCustomerId} error={missing(noCustomer)} />
        )}
        <DateInput
          label={t('hold.until')}
          value={until}
          onChange={setUntil}
          from={today}
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

/** Opens the dialog that holds a unit. */
export function openHoldForm(title: string, unitId: number): void {
  const id = modals.open({
    title,
    closeOnClickOutside: false,
    closeOnEscape: false,
    children: (
      <div className={styles.dialog}>
        <HoldForm unitId={unitId} onDone={() => modals.close(id)} />
      </div>
    ),
  });
}
