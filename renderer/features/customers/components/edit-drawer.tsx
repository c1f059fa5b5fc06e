import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { OptionButtons } from '#renderer/components/filters.tsx';
import { Form } from '#renderer/components/form.tsx';
import { IdentityInput, PhoneInput } from '#renderer/components/identity-inputs.tsx';
import { FieldRow } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useAsOpened } from '#renderer/lib/as-opened.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { customerRatings } from '#shared/domain/customers/states.ts';
import { type IdentityKind, identityKinds } from '#shared/kernel/identity-number.ts';
import type { CustomerDetail } from '../history.ts';
import styles from './customers.module.css';

/** What is masked is not in the form: it stays as it is unless another number is entered. */
function visibleOr(number: string | null): string | null {
  return number === null || number.includes('****') ? null : number;
}

/** Changes the file of a customer. */
export function EditDrawer({ detail: latest, onClose }: { detail: CustomerDetail; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const { t: labels } = useTranslation('labels');
  const { t: common } = useTranslation('common');
  const today = useToday();
  const detail = useAsOpened(latest);
  const { customer, identity, version } = detail;
  const began = {
    name: customer.name,
    secondPhone: visibleOr(detail.secondPhone),
    address: detail.address,
    intent: detail.intent,
    rating: customer.rating,
    nextFollowUpOn: customer.nextFollowUpOn,
  };
  const [fields, setFields] = useState(began);
  const [kind, setKind] = useState<IdentityKind>(identity?.kind ?? 'identityCard');
  const [number, setNumber] = useState<string | null>(null);
  const [renewing, setRenewing] = useState(identity === null);
  const change = (part: Partial<typeof began>) => setFields((old) => ({ ...old, ...part }));
  const update = useCommand(act.customers.update, {
    onDone: () => {
      notifications.show({ message: t('edit.saved', { name: fields.name }) });
      onClose();
    },
  });
  const masked = detail.secondPhone !== null && began.secondPhone === null;
  const save = () => {
    const { secondPhone, ...rest } = fields;
    void update.send({
      customerId: customer.id,
      version,
      ...rest,
      ...(masked && secondPhone === null ? {} : { secondPhone }),
      ...(number === null ? {} : { identity: { kind, number } }),
    });
  };
  return (
    <SideDrawer opened onClose={onClose} label={t('edit.title')} title={t('edit.title')} sub={t('edit.phoneHint')}>
      <Form
        submitLabel={common('save')}
        onSubmit={save}
        onCancel={onClose}
        dirty={number !== null || JSON.stringify(fields) !== JSON.stringify(began)}
        busy={update.pending}
        error={update.refusal}
      >
        <div className={styles.fields}>
          <FieldRow columns="1fr 1fr">
            <TextInput
              label={t('edit.name')}
              value={fields.name}
              required
              maxLength={60}
              data-autofocus
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <PhoneInput
              label={t('edit.secondPhone')}
              value={fields.secondPhone}
              anyKind
              placeholder={masked ? t('edit.keep', { number: detail.secondPhone ?? '' }) : ''}
              onChange={(secondPhone) => change({ secondPhone })}
            />
          </FieldRow>
          {renewing ? (
            <FieldRow columns="176px 1fr">
              <Select
                label={t('edit.kind')}
                data={identityKinds.map((value) => ({ value, label: labels(`identityKinds.${value}`) }))}
                value={kind}
                allowDeselect={false}
                onChange={(value) => {
                  if (value !== null) setKind(value);
                  setNumber(null);
                }}
              />
              <IdentityInput key={kind} label={t('edit.number')} kind={kind} value={number} onChange={setNumber} />
            </FieldRow>
          ) : (
            <div className={styles.keep}>
              <span className={styles.dim}>{t('edit.identity')}</span>
              <span>{t('edit.keep', { number: identity?.number ?? '' })}</span>
              <Button variant="default" size="xs" onClick={() => setRenewing(true)}>
                {t('edit.change')}
              </Button>
            </div>
          )}
          <TextInput
            label={t('edit.address')}
            value={fields.address}
            maxLength={200}
            onChange={(event) => change({ address: event.currentTarget.value })}
          />
          <Textarea
            label={t('edit.intent')}
            value={fields.intent}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={2000}
            onChange={(event) => change({ intent: event.currentTarget.value })}
          />
          <OptionButtons
            label={t('edit.rating')}
            numbered
            options={customerRatings.map((value) => ({ value, label: labels(`ratings.${value}`) }))}
            value={fields.rating}
            onChange={(rating) => change({ rating })}
          />
          <DateInput
            label={t('edit.next')}
            value={fields.nextFollowUpOn}
            from={today}
            onChange={(nextFollowUpOn) => change({ nextFollowUpOn })}
          />
        </div>
      </Form>
    </SideDrawer>
  );
}
