import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ContractDetail } from '../contract-types.ts';
import styles from './contract-panel.module.css';

type EligibilityDrawerProps = {
  detail: ContractDetail;
  customerId: number;
  onClose: () => void;
};

/**
 * A buyer's certificate that he may buy. Name and number are typed from the certificate, never copied from the contract:
 * the check compares the two.
 */
export function EligibilityDrawer({ detail, customerId, onClose }: EligibilityDrawerProps) {
  const { t } = useTranslation('contracts');
  const today = useToday();
  const { row, draft } = detail;
  const buyer = draft.buyers.find((one) => one.customerId === customerId);
  const kept = buyer?.eligibility;
  const [version] = useState(detail.version);
  const [number, setNumber] = useState(kept?.number ?? '');
  const [checkedOn, setCheckedOn] = useState<LocalDate | null>(kept?.checkedOn ?? today);
  const [validUntil, setValidUntil] = useState<LocalDate | null>(kept?.validUntil ?? null);
  const [name, setName] = useState('');
  const [identityNumber, setIdentityNumber] = useState('');
  const save = useCommand(act.contracts.edit, { onDone: onClose });
  const title = t('confirm.eligibility', { name: buyer?.name ?? '' });
  return (
    <SideDrawer opened label={title} title={title} sub={`${row.number} · ${row.unit}`} onClose={onClose}>
      <Form
        submitLabel={t('save')}
        onCancel={onClose}
        dirty={name !== '' || identityNumber !== ''}
        busy={save.pending}
        error={save.refusal}
        onSubmit={() => {
          if (checkedOn === null) return;
          const certificate = {
            number: number.trim(),
            checkedOn,
            validUntil,
            name: name.trim(),
            identityNumber: identityNumber.trim(),
          };
          void save.send({ contractId: row.id, version, changes: { eligibility: { customerId, certificate } } });
        }}
      >
        <div className={styles.fields}>
          <p className={styles.hint}>{t('confirm.eligibilityHint')}</p>
          <TextInput
            label={t('confirm.certificate')}
            required
            maxLength={100}
            data-autofocus
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <TextInput
            label={t('confirm.certificateName')}
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('confirm.certificateIdentity')}
            required
            maxLength={60}
            value={identityNumber}
            onChange={(event) => setIdentityNumber(event.currentTarget.value)}
          />
          <DateInput label={t('confirm.checkedOn')} required value={checkedOn} onChange={setCheckedOn} to={today} />
          <DateInput label={t('confirm.validUntil')} value={validUntil} onChange={setValidUntil} />
        </div>
      </Form>
    </SideDrawer>
  );
}
