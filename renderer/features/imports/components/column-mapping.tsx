import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { type PriceListField, priceListFields } from '#shared/domain/imports/fields.ts';
import type { ImportFile } from '../hooks/use-import-file.ts';
import { assign, columnLetter, type Preview, type PreviewColumn } from '../preview-model.ts';
import styles from './imports.module.css';

/** What Mantine's select takes for "none": it knows no empty value. */
const IGNORED = 'ignored';

function isField(value: string | null): value is PriceListField {
  return priceListFields.some((field) => field === value);
}

/** What each column of the file was taken for, with a few cells of it; a person may say otherwise. */
export function ColumnMapping({ file, seen }: { file: ImportFile; seen: Preview }) {
  const { t } = useTranslation('imports');
  const columns = useMappingColumns(file, seen);
  const shown = seen.columns.filter(({ heading, sample }) => heading !== '' || sample.some((cell) => cell !== ''));
  return (
    <>
      <div className={styles.bar}>
        <b title={file.file?.name}>{file.file?.name}</b>
        {seen.sheets.length > 1 && (
          <Select
            aria-label={t('sheet')}
            w={220}
            data={seen.sheets.map((name, index) => ({ value: String(index), label: name }))}
            value={String(seen.sheet)}
            allowDeselect={false}
            onChange={(value) => file.change({ sheet: Number(value), mapping: null })}
          />
        )}
        {shown.length > 0 && <span>{t('headerAt', { row: seen.headerRow + 1 })}</span>}
        <span className={styles.needed}>
          <small>{t('mapping.required')}</small>
          {seen.fields
            .filter(({ required }) => required)
            .map(({ field }) => {
              const found = seen.columns.some((column) => column.field === field);
              return (
                <StatusBadge key={field} tone={found ? 'ok' : 'seal'}>
                  {t(`fields.${field}`)} {found ? t('mapping.found') : t('mapping.missing')}
                </StatusBadge>
              );
            })}
        </span>
      </div>
      <DataTable
        label={t('mapping.title')}
        columns={columns}
        rows={shown}
        rowKey={({ index }) => index}
        empty={<EmptyState title={t('mapping.empty')} text={t('mapping.emptyText')} />}
        fill
      />
    </>
  );
}

function useMappingColumns(file: ImportFile, seen: Preview): Column<PreviewColumn>[] {
  const { t } = useTranslation('imports');
  return useMemo(() => {
    const choices = [
      { value: IGNORED, label: t('mapping.ignored') },
      ...seen.fields.map(({ field }) => ({ value: field as string, label: t(`fields.${field}`) })),
    ];
    const change = (index: number, value: string | null) =>
      file.change({
        sheet: seen.sheet,
        mapping: assign(seen.columns, file.choices.mapping, index, isField(value) ? value : null),
      });
    return [
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
            data={choices}
            value={field ?? IGNORED}
            allowDeselect={false}
            comboboxProps={{ withinPortal: true }}
            onChange={(value) => change(index, value)}
          />
        ),
      },
    ];
  }, [t, file, seen]);
}
