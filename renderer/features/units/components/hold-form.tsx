import { Select, Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { OptionButtons } from '#renderer/components/filters.tsx';
import { Form } from '#renderer/components/form.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatPhone } from '#renderer/lib/format.ts';
import { act, ask } from '#renderer/lib/office.ts';
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
          <CustomerField value={customerId} onChange={setCustomerId} error={missing(noCustomer)} />
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

type CustomerFieldProps = { value: number | null; onChange: (id: number | null) => void; error: string | undefined };

/** Chooses a customer by name, pinyin or phone; the office searches. */
function CustomerField({ value, onChange, error }: CustomerFieldProps) {
  const { t } = useTranslation('units');
  const [text, setText] = useState('');
  const typed = useDeferredValue(text.trim());
  const found = useQuery({
    ...ask.customers.list({ scope: 'all', text: typed, rating: null, state: null }),
    placeholderData: (old) => old,
  });
  return (
    <Select
      label={t('hold.customer')}
      withAsterisk
      data-autofocus
      openOnFocus={false}
      searchable
      placeholder={t('hold.customerSearch')}
      nothingFoundMessage={t('hold.customerNone')}
      limit={50}
      filter={({ options }) => options}
      data={(found.data?.rows ?? []).map((row) => ({
        value: String(row.id),
        label: `${row.name} ${formatPhone(row.phone)}`,
      }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
      onSearchChange={setText}
      error={error}
    />
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
