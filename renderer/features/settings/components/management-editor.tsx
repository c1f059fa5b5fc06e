import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { managementFeeKinds } from '#shared/domain/contracts/fields/after-sale.ts';
import type { EarlyManagement } from '#shared/domain/settings/contract-settings.ts';
import styles from './settings.module.css';

/** The early-stage management contract; its fee is a setting of its own. */
export function ManagementEditor({
  value,
  onChange,
}: {
  value: EarlyManagement;
  onChange: (value: EarlyManagement) => void;
}) {
  const { t } = useTranslation('settings');
  return (
    <div className={styles.group}>
      <TextInput
        label={t('fields.company')}
        description={t('managementHint')}
        value={value.company}
        maxLength={100}
        onChange={(event) => onChange({ ...value, company: event.currentTarget.value })}
      />
      <DateInput label={t('fields.from')} value={value.from} onChange={(from) => onChange({ ...value, from })} />
      <DateInput label={t('fields.to')} value={value.to} onChange={(to) => onChange({ ...value, to })} />
      <Select
        label={t('fields.feeKind')}
        data={managementFeeKinds.map((kind) => ({ value: kind, label: t(`choices.${kind}`) }))}
        value={value.feeKind}
        allowDeselect={false}
        onChange={(feeKind) => feeKind !== null && onChange({ ...value, feeKind })}
      />
    </div>
  );
}
