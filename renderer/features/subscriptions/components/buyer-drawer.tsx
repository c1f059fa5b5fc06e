import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerFile } from '#renderer/components/buyer-list.tsx';
import { Form } from '#renderer/components/form.tsx';
import { IdentityInput, PhoneInput } from '#renderer/components/identity-inputs.tsx';
import { FieldRow } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { useAsOpened } from '#renderer/lib/as-opened.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type Channel, channels } from '#shared/domain/customers/states.ts';
import { type IdentityKind, identityKinds } from '#shared/kernel/identity-number.ts';
import styles from './buyer-drawer.module.css';

/** What is done in the drawer: a file for somebody new, or the document of a buyer whose file is there. */
export type BuyerTask =
  | { readonly kind: 'open'; readonly typed: string; readonly channel: Channel }
  | { readonly kind: 'identify'; readonly file: CustomerFile };

type BuyerDrawerProps = { task: BuyerTask; onClose: () => void; onOpened: (customerId: number) => void };

/** Opens the file of a buyer, or enters the document and address that the papers need. */
export function BuyerDrawer({ task, onClose, onOpened }: BuyerDrawerProps) {
  return task.kind === 'open' ? (
    <OpenFile typed={task.typed} channel={task.channel} onClose={onClose} onOpened={onOpened} />
  ) : (
    <Identify file={task.file} onClose={onClose} />
  );
}

type Document = { kind: IdentityKind; number: string | null; address: string };

type DocumentFieldsProps = { value: Document; onChange: (part: Partial<Document>) => void; required?: boolean };

function DocumentFields({ value, onChange, required }: DocumentFieldsProps) {
  const { t } = useTranslation('subscriptions');
  const { t: labels } = useTranslation('labels');
  return (
    <>
      <FieldRow columns="180px 1fr">
        <Select
          label={t('make.identityKind')}
          data={identityKinds.map((kind) => ({ value: kind, label: labels(`identityKinds.${kind}`) }))}
          value={value.kind}
          allowDeselect={false}
          onChange={(kind) => kind !== null && onChange({ kind })}
        />
        <IdentityInput
          key={value.kind}
          label={t('make.identityNumber')}
          kind={value.kind}
          value={value.number}
          onChange={(number) => onChange({ number })}
          required={required ?? false}
        />
      </FieldRow>
      <TextInput
        label={t('make.address')}
        value={value.address}
        maxLength={200}
        onChange={(event) => onChange({ address: event.currentTarget.value })}
      />
    </>
  );
}

type OpenFileProps = {
  typed: string;
  channel: Channel;
  onClose: () => void;
  onOpened: (customerId: number) => void;
};

function OpenFile({ typed, channel: usual, onClose, onOpened }: OpenFileProps) {
  const { t } = useTranslation('subscriptions');
  const { t: labels } = useTranslation('labels');
  const isPhone = /^[\d\s+-]+$/.test(typed);
  const [name, setName] = useState(isPhone ? '' : typed);
  const [phone, setPhone] = useState<string | null>(isPhone && typed !== '' ? typed : null);
  const [channel, setChannel] = useState(usual);
  const [document, setDocument] = useState<Document>({ kind: 'identityCard', number: null, address: '' });
  const open = useCommand(act.customers.openFile, { onDone: ({ customerId }) => onOpened(customerId) });
  const submit = (): void => {
    const { kind, number, address } = document;
    if (name.trim() === '' || phone === null) return;
    const identity = number === null ? null : { kind, number };
    void open.send({ name: name.trim(), phone, channel, identity, address: address.trim() });
  };
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={t('make.fileTitle')}
      title={t('make.fileTitle')}
      sub={t('make.fileSub')}
      width={480}
    >
      <Form
        submitLabel={t('make.fileCreate')}
        onSubmit={submit}
        onCancel={onClose}
        dirty={name !== typed || document.number !== null}
        busy={open.pending}
      >
        <div className={styles.fields}>
          <FieldRow columns="180px 1fr">
            <TextInput
              label={t('make.name')}
              required
              maxLength={60}
              data-autofocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <PhoneInput label={t('make.phone')} required anyKind value={phone} onChange={setPhone} />
          </FieldRow>
          <DocumentFields value={document} onChange={(part) => setDocument((old) => ({ ...old, ...part }))} />
          <Select
            label={t('make.channel')}
            data={channels.map((one) => ({ value: one, label: labels(`channels.${one}`) }))}
            value={channel}
            allowDeselect={false}
            onChange={(one) => one !== null && setChannel(one)}
          />
          {open.refusal && (
            <div className={styles.refusal} role="alert">
              <RefusalText refusal={open.refusal} />
            </div>
          )}
        </div>
      </Form>
    </SideDrawer>
  );
}

function Identify({ file, onClose }: { file: CustomerFile; onClose: () => void }) {
  const { t } = useTranslation('subscriptions');
  const { t: labels } = useTranslation('labels');
  const { customer, identity, address, version } = useAsOpened(file);
  const [document, setDocument] = useState<Document>({
    kind: identity?.kind ?? 'identityCard',
    number: null,
    address,
  });
  const identify = useCommand(act.customers.identify, { onDone: onClose });
  const submit = (): void => {
    const { kind, number } = document;
    void identify.send({
      customerId: customer.id,
      version,
      ...(number === null ? {} : { identity: { kind, number } }),
      ...(document.address.trim() === address ? {} : { address: document.address.trim() }),
    });
  };
  const title = t('make.identifyTitle', { name: customer.name });
  return (
    <SideDrawer opened onClose={onClose} label={title} title={title} sub={t('make.identifySub')} width={480}>
      <Form
        submitLabel={t('make.saveBuyer')}
        onSubmit={submit}
        onCancel={onClose}
        dirty={document.number !== null || document.address !== address}
        busy={identify.pending}
      >
        <div className={styles.fields}>
          {identity !== null && (
            <p className={styles.hint}>
              {t('make.identityKeep', { kind: labels(`identityKinds.${identity.kind}`), number: identity.number })}
            </p>
          )}
          <DocumentFields
            value={document}
            onChange={(part) => setDocument((old) => ({ ...old, ...part }))}
            required={identity === null}
          />
          {identify.refusal && (
            <div className={styles.refusal} role="alert">
              <RefusalText refusal={identify.refusal} />
            </div>
          )}
        </div>
      </Form>
    </SideDrawer>
  );
}
