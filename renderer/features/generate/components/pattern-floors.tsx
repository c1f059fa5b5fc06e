import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldRow } from '#renderer/components/page.tsx';
import type { PatternDraft } from '../pattern-draft.ts';
import styles from './generate.module.css';

type StepProps = { draft: PatternDraft; onChange: (part: Partial<PatternDraft>) => void };

/** Which buildings are alike, and which floors they have. */
export function PatternFloors({ draft, onChange }: StepProps) {
  const { t } = useTranslation('inventory');
  const field = (name: 'buildings' | 'fromFloor' | 'toFloor' | 'skipped' | 'named') => ({
    label: t(`generate.${name}`),
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <div className={styles.form}>
      <TextInput {...field('buildings')} description={t('generate.buildingsHint')} required data-autofocus />
      <FieldRow columns="1fr 1fr">
        <TextInput {...field('fromFloor')} description={t('generate.floorsHint')} required inputMode="numeric" />
        <TextInput {...field('toFloor')} description={'\u00a0'} required inputMode="numeric" />
      </FieldRow>
      <TextInput {...field('skipped')} description={t('generate.skippedHint')} />
      <TextInput {...field('named')} description={t('generate.namedHint')} />
      <Checkbox
        label={t('generate.floorInRoom')}
        checked={draft.floorInRoom}
        onChange={(event) => onChange({ floorInRoom: event.currentTarget.checked })}
      />
    </div>
  );
}
