import { Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerSelect } from '#renderer/components/customer-select.tsx';
import { OptionButtons } from '#renderer/components/filters.tsx';
import { Form } from '#renderer/components/form.tsx';
import { TypedInput } from '#renderer/components/typed-input.tsx';
import { useErrorSentence } from '#renderer/lib/i18n.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { readPercent, writePercent } from '#renderer/lib/percent.ts';
import { usePlanOptions } from '#renderer/lib/plan-title.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { ONE_PPM } from '#shared/kernel/money.ts';
import styles from './drawer.module.css';

type BookFormProps = { unitId: number; customerId: number | null; onDone: () => void };

/** For whom a home is booked, and what whoever agrees should know. */
function BookForm({ unitId, customerId: held, onDone }: BookFormProps) {
  const { t } = useTranslation('bookings');
  const [customerId, setCustomerId] = useState(held);
  const { t: subscriptions } = useTranslation('subscriptions');
  const optionsOf = usePlanOptions();
  const sentence = useErrorSentence();
  const offer = useQuery(ask.subscriptions.offer({ unitId }));
  const [planCode, setPlan] = useState<string | null>(null);
  const [askedPpm, setAsked] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const create = useCommand(act.bookings.create, { onDone });
  const save = () => {
    setChecked(true);
    if (customerId === null || (askedPpm !== null && reason.trim().length < 2)) return;
    void create.send({ unitId, customerId, planCode, askedPpm: askedPpm ?? 0, reason: reason.trim() });
  };
  return (
    <Form
      submitLabel={t('book.submit')}
      onSubmit={save}
      onCancel={onDone}
      dirty={reason !== '' || customerId !== held || planCode !== null || askedPpm !== null}
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
        <OptionButtons
          label={t('book.planKind')}
          options={optionsOf(offer.data?.plans ?? [])}
          value={planCode}
          onChange={setPlan}
        />
        <TypedInput
          label={t('book.wants')}
          description={t('book.wantsHint')}
          value={askedPpm}
          onChange={setAsked}
          inputMode="decimal"
          read={(text) => {
            const value = readPercent(text);
            return value === undefined || value === ONE_PPM
              ? { problem: subscriptions('make.rateInvalid') }
              : { value };
          }}
          write={writePercent}
        />
        <Textarea
          label={t('book.reason')}
          withAsterisk={askedPpm !== null}
          error={
            checked && askedPpm !== null && reason.trim().length < 2 ? sentence({ code: 'REASON_MISSING' }) : undefined
          }
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
