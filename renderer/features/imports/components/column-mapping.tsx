import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/signal.tsx';
import type { PriceListField } from '#shared/domain/imports/fields.ts';
import type { ImportFile } from '../hooks/use-import-file.ts';
import { assign, type Preview } from '../preview-model.ts';
import styles from './imports.module.css';
import { MappingTable } from './mapping-table.tsx';

/** What each column of the file was taken for, with a few cells of it; a person may say otherwise. */
export function ColumnMapping({ file, seen }: { file: ImportFile; seen: Preview }) {
  const { t } = useTranslation('imports');
  const fields = seen.fields.map(({ field }) => ({ value: field, label: t(`fields.${field}`) }));
  const change = (index: number, field: PriceListField | null) =>
    file.change({ sheet: seen.sheet, mapping: assign(seen.columns, file.choices.mapping, index, field) });
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
      <MappingTable label={t('mapping.title')} columns={seen.columns} fields={fields} onAssign={change} />
    </>
  );
}
