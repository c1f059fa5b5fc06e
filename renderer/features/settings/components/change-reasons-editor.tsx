import { ActionIcon, Button, MultiSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { changeKinds } from '#shared/domain/changes/kinds.ts';
import { type ChangeReason, MOST_REASONS } from '#shared/domain/changes/reasons.ts';
import { nextEntryCode } from '#shared/domain/settings/named-list.ts';
import styles from './settings.module.css';

type ReasonsProps = { value: readonly ChangeReason[]; onChange: (value: readonly ChangeReason[]) => void };

/** The reasons for which changes of deals are asked for, and the kinds that each is offered for. */
export function ChangeReasonsEditor({ value, onChange }: ReasonsProps) {
  const { t } = useTranslation('changes');
  const put = (index: number, reason: ChangeReason) => onChange(value.with(index, reason));
  return (
    <div className={styles.group}>
      <p className={styles.rowHead}>{t('reasons.hint')}</p>
      {value.map((reason, index) => (
        <fieldset key={reason.code} className={styles.discount} aria-label={reason.label}>
          <TextInput
            label={t('reasons.label')}
            value={reason.label}
            required
            maxLength={40}
            onChange={(event) => put(index, { ...reason, label: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('reasons.remove')}
            onClick={() => onChange(value.toSpliced(index, 1))}
          >
            <IconTrash size={16} />
          </ActionIcon>
          <MultiSelect
            className={styles.wide}
            label={t('reasons.kinds')}
            required
            data={changeKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            value={[...reason.kinds]}
            onChange={(kinds) => put(index, { ...reason, kinds: changeKinds.filter((kind) => kinds.includes(kind)) })}
          />
        </fieldset>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={15} aria-hidden="true" />}
        disabled={value.length >= MOST_REASONS}
        onClick={() => onChange([...value, { code: nextEntryCode(value), label: '', kinds: [...changeKinds] }])}
      >
        {t('reasons.add')}
      </Button>
    </div>
  );
}
