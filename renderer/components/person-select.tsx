import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pinyinOf } from '#shared/kernel/pinyin.ts';
import { compareValues } from './data-table-model.ts';
import styles from './fields.module.css';
import type { FieldProps } from './typed-input.tsx';

/** Somebody who can be chosen. `note` stands behind the name: their post, `轮到 C`, `归属`. */
export type PersonChoice = { id: number; name: string; note?: string; disabled?: boolean };

type PersonSelectProps = FieldProps<number> & {
  people: readonly PersonChoice[];
  /** Keeps the order given, such as a rota's; else names stand in the order of their pinyin. */
  keepOrder?: boolean;
};

/** Chooses a person by name, pinyin or initials. */
export function PersonSelect({ people, keepOrder, value, onChange, required, ...field }: PersonSelectProps) {
  const { t } = useTranslation('parts');
  const { data, keys } = useMemo(() => {
    const sorted = keepOrder
      ? [...people]
      : people.toSorted((a, b) => compareValues(a.name, b.name, 'zh-CN', 'person'));
    return {
      data: sorted.map((person) => ({
        value: String(person.id),
        label: person.name,
        disabled: person.disabled ?? false,
      })),
      keys: new Map(
        people.map((person) => {
          const reading = pinyinOf(person.name);
          return [
            String(person.id),
            { note: person.note, text: `${person.name} ${reading.full} ${reading.initials}`.toLowerCase() },
          ];
        }),
      ),
    };
  }, [people, keepOrder]);
  return (
    <Select
      {...field}
      searchable
      withAsterisk={required ?? false}
      aria-required={required}
      allowDeselect={!required}
      data={data}
      value={value === null || value === undefined ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
      nothingFoundMessage={t('form.personNone')}
      filter={({ options, search }) => {
        const wanted = search.trim().toLowerCase();
        return options.filter((option) => 'value' in option && keys.get(String(option.value))?.text.includes(wanted));
      }}
      renderOption={({ option }) => (
        <span className={styles.option}>
          <span>{option.label}</span>
          <span className={styles.note}>{keys.get(String(option.value))?.note}</span>
        </span>
      )}
    />
  );
}
