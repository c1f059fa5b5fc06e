import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type DefectKind, MOST_DEFECT_KINDS } from '#shared/domain/contracts/defects.ts';
import { nextEntryCode } from '#shared/domain/settings/named-list.ts';
import styles from './settings.module.css';

type KindsProps = { value: readonly DefectKind[]; onChange: (value: readonly DefectKind[]) => void };

/** The kinds by which reviewers say what is wrong with a contract. */
export function DefectKindsEditor({ value, onChange }: KindsProps) {
  const { t } = useTranslation('settings');
  return (
    <div className={styles.group}>
      <p className={styles.rowHead}>{t('defectKindsHint')}</p>
      {value.map((kind, index) => (
        <fieldset key={kind.code} className={styles.discount} aria-label={kind.label}>
          <TextInput
            aria-label={t('defectKindLabel')}
            value={kind.label}
            required
            maxLength={40}
            onChange={(event) => onChange(value.with(index, { ...kind, label: event.currentTarget.value }))}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('defectKindRemove', { label: kind.label })}
            onClick={() => onChange(value.toSpliced(index, 1))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </fieldset>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={15} aria-hidden="true" />}
        disabled={value.length >= MOST_DEFECT_KINDS}
        onClick={() => onChange([...value, { code: nextEntryCode(value), label: '' }])}
      >
        {t('defectKindAdd')}
      </Button>
    </div>
  );
}
