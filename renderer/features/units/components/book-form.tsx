import { Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerSelect } from '#renderer/components/customer-select.tsx';
import { Form } from '#renderer/components/form.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import styles from './drawer.module.css';

type BookFormProps = { unitId: number; customerId: number | null; onDone: () => void };

/** For whom a home is booked, and what whoever agrees should know. */
function BookForm({ unitId, customerId: held, onDone }: BookFormProps) {
  const { t } = useTranslation('bookings');
  const [customerId, setCustomerId] = useState(held);
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const create = useCommand(act.bookings.create, { onDone });
  const save = () => {
    setChecked(true);
    if (customerId !== null) void create.send({ unitId, customerId, reason: reason.trim() });
  };
  return (
    <Form
      submitLabel={t('book.submit')}
      onSubmit={save}
      onCancel={onDone}
      dirty={reason !== '' || customerId !== held}
      busy={create.pending}
      error={create.refusal}
    >
      <div className={styles.form}>
        <p>{t('book.text')}</p>
        <CustomerSelect
          value={customerId}
          onChange={setCustomerId}
          error={checked && customerId === null ? t('book.missing') : undefined}
        />
        <Textarea
          label={t('book.reason')}
          autosize
          minRows={2}
          maxRows={5}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </Form>
  );
}

/** Opens the dialog that books a home for a customer; whoever it is held for stands there already. */
export function openBookForm(title: string, unitId: number, customerId: number | null): void {
  const id = modals.open({
    title,
    closeOnClickOutside: false,
    closeOnEscape: false,
    children: (
      <div className={styles.dialog}>
        <BookForm unitId={unitId} customerId={customerId} onDone={() => modals.close(id)} />
      </div>
    ),
  });
}
