import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { columnLetter } from '../preview-model.ts';
import styles from './imports.module.css';

/** What Mantine's select takes for "none": it knows no empty value. */
const IGNORED = 'ignored';

/** A column of a file, with a few cells of it. */
type MappedColumn<F extends string> = {
  readonly index: number;
  readonly heading: string;
  readonly field: F | null;
  readonly inTenThousands: boolean;
  readonly sample: readonly string[];
};

type MappingTableProps<F extends string> = {
  label: string;
  columns: readonly MappedColumn<F>[];
  /** What a column can be, with its name. */
  fields: readonly { value: F; label: string }[];
  onAssign: (index: number, field: F | null) => void;
};

/** What each column of a file was taken for; a person may say otherwise. */
export function MappingTable<F extends string>({ label, columns, fields, onAssign }: MappingTableProps<F>) {
  const { t } = useTranslation('imports');
  const shown = columns.filter(({ heading, sample }) => heading !== '' || sample.some((cell) => cell !== ''));
  const table = useMemo<Column<MappedColumn<F>>[]>(
    () => [
      { id: 'letter', header: t('mapping.letter'), width: 56, cell: ({ index }) => columnLetter(index) },
      {
        id: 'heading',
        header: t('mapping.heading'),
        width: 240,
        cell: ({ heading, inTenThousands }) => (
          <>
            <b>{heading === '' ? t('mapping.noHeading') : heading}</b>
            {inTenThousands && ` ${t('mapping.inTenThousands')}`}
          </>
        ),
      },
      {
        id: 'samples',
        header: t('mapping.samples'),
        cell: ({ sample }) => (
          <span className={styles.samples}>
            {sample
              .filter((cell) => cell !== '')
              .map((cell, at) => (
                <span key={`${at} ${cell}`}>{cell}</span>
              ))}
          </span>
        ),
      },
      {
        id: 'field',
        header: t('mapping.field'),
        width: 230,
        cell: ({ index, heading, field }) => (
          <Select
            size="xs"
            aria-label={t('mapping.fieldOf', { letter: columnLetter(index), heading })}
            data={[{ value: IGNORED, label: t('mapping.ignored') }, ...fields]}
            value={field ?? IGNORED}
            allowDeselect={false}
            comboboxProps={{ withinPortal: true }}
            onChange={(value) => onAssign(index, fields.find((one) => one.value === value)?.value ?? null)}
          />
        ),
      },
    ],
    [t, fields, onAssign],
  );
  return (
    <DataTable
      label={label}
      columns={table}
      rows={shown}
      rowKey={({ index }) => index}
      empty={<EmptyState title={t('mapping.empty')} text={t('mapping.emptyText')} />}
      fill
    />
  );
}
