import { Select, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type DisclosureBasis,
  disclosureBases,
  type RecipientKind,
  recipientKinds,
} from '#shared/domain/privacy/states.ts';
import { useToday } from '../lib/clock.tsx';
import { act, ask } from '../lib/office.ts';
import { useCommand } from '../lib/use-command.ts';
import { CustomerSelect } from './customer-select.tsx';
import { DateInput } from './date-input.tsx';
import { Form } from './form.tsx';
import { FieldRow } from './page.tsx';
import { SideDrawer } from './panel.tsx';

/** Writes down that data of a customer were given to somebody; `customer` where it is clear whose. */
export function DiscloseDrawer({
  customer,
  onClose,
}: {
  customer?: { readonly id: number; readonly name: string };
  onClose: () => void;
}) {
  const { t } = useTranslation('privacy');
  const { t: common } = useTranslation('common');
  const today = useToday();
  const [chosen, setChosen] = useState<number | null>(customer?.id ?? null);
  const [kind, setKind] = useState<RecipientKind>('bank');
  const [basis, setBasis] = useState<DisclosureBasis>('consent');
  const [on, setOn] = useState(today);
  const [values, setValues] = useState({ recipient: '', content: '', purpose: '' });
  const [missing, setMissing] = useState(false);
  const consents = useQuery({ ...ask.consents.ofCustomer({ customerId: chosen ?? 0 }), enabled: chosen !== null });
  const agreed = consents.data === undefined || consents.data.standings.sharing === 'given';
  const disclose = useCommand(act.privacy.disclose, {
    onDone: () => {
      notifications.show({ message: t('register.saved', { recipient: values.recipient }) });
      onClose();
    },
  });
  const field = (name: keyof typeof values) => ({
    label: t(`register.${name}`),
    withAsterisk: true,
    maxLength: 120,
    value: values[name],
    error: missing && values[name].trim() === '' ? t('register.missing') : undefined,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((old) => ({ ...old, [name]: value }));
    },
  });
  const send = () => {
    if (chosen === null || Object.values(values).some((value) => value.trim() === '')) setMissing(true);
    else void disclose.send({ customerId: chosen, kind, basis, on, ...values });
  };
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={t('register.add')}
      title={t('register.add')}
      sub={customer?.name}
      width={420}
    >
      <Form
        submitLabel={common('save')}
        onSubmit={send}
        onCancel={onClose}
        dirty={Object.values(values).some((value) => value !== '')}
        busy={disclose.pending}
        error={disclose.refusal}
      >
        <Stack gap={12}>
          {customer === undefined && (
            <CustomerSelect
              value={chosen}
              onChange={setChosen}
              error={missing && chosen === null ? t('register.missing') : undefined}
            />
          )}
          <FieldRow columns="1fr 1fr">
            <Select
              label={t('register.kind')}
              data={recipientKinds.map((value) => ({ value, label: t(`recipients.${value}`) }))}
              value={kind}
              allowDeselect={false}
              onChange={(value) => setKind(recipientKinds.find((one) => one === value) ?? 'bank')}
            />
            <DateInput label={t('register.on')} value={on} required onChange={(day) => day !== null && setOn(day)} />
          </FieldRow>
          <TextInput {...field('recipient')} data-autofocus={customer === undefined ? undefined : true} />
          <TextInput {...field('content')} description={t('register.contentHint')} />
          <TextInput {...field('purpose')} />
          <Select
            label={t('register.basis')}
            data={disclosureBases.map((value) => ({ value, label: t(`bases.${value}`) }))}
            value={basis}
            allowDeselect={false}
            error={basis === 'consent' && chosen !== null && !agreed ? t('register.consentMissing') : undefined}
            onChange={(value) => setBasis(disclosureBases.find((one) => one === value) ?? 'consent')}
          />
        </Stack>
      </Form>
    </SideDrawer>
  );
}
