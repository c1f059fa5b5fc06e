import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { projectSheets } from '#shared/domain/imports/running-project/sheets.ts';
import type { ProjectFiles } from '../hooks/use-project-files.ts';
import { assign } from '../preview-model.ts';
import { missingOf, type ProjectPreview } from '../project-model.ts';
import styles from './imports.module.css';
import { MappingTable } from './mapping-table.tsx';

/** What Mantine's select takes for "none": it knows no empty value. */
const NONE = 'none';

/** Which list each sheet is, and what its columns are; a person may say otherwise. */
export function ProjectSheets({ project, seen }: { project: ProjectFiles; seen: ProjectPreview }) {
  const { t } = useTranslation('runningProject');
  const { t: words } = useTranslation('imports');
  const first = seen.sheets.findIndex((sheet) => sheet.kind !== null && missingOf(sheet).length > 0);
  const [chosen, setChosen] = useState(Math.max(first, 0));
  const at = Math.min(chosen, seen.sheets.length - 1);
  const sheet = seen.sheets[at];
  const kinds = [
    ...projectSheets.map((kind) => ({ value: kind as string, label: t(`sheets.${kind}`) })),
    { value: NONE, label: t('sheets.none') },
  ];
  return (
    <div className={styles.split}>
      <ol className={styles.sheets} aria-label={t('sheetList')}>
        {seen.sheets.map((one, index) => (
          <li key={one.name} data-chosen={index === at || undefined}>
            <button type="button" aria-pressed={index === at} title={one.name} onClick={() => setChosen(index)}>
              {one.name}
            </button>
            <Select
              size="xs"
              aria-label={t('sheetKind', { name: one.name })}
              data={kinds}
              value={one.kind ?? NONE}
              allowDeselect={false}
              comboboxProps={{ withinPortal: true }}
              onChange={(value) => {
                setChosen(index);
                project.change(index, { kind: projectSheets.find((kind) => kind === value) ?? null });
              }}
            />
            <small>
              {one.kind === null ? t('sheets.none') : t('sheetRows', { count: one.rows })}
              {one.kind !== null && missingOf(one).length > 0 && (
                <StatusBadge tone="seal">{words('mapping.missing')}</StatusBadge>
              )}
            </small>
          </li>
        ))}
      </ol>
      <div className={styles.columns}>
        {sheet === undefined || sheet.kind === null ? (
          <EmptyState title={t('sheets.none')} text={t('notRead')} />
        ) : (
          <>
            <div className={styles.bar}>
              <b>{t(`sheets.${sheet.kind}`)}</b>
              {sheet.headerRow !== null && <span>{words('headerAt', { row: sheet.headerRow + 1 })}</span>}
              <span className={styles.needed}>
                <small>{words('mapping.required')}</small>
                {sheet.fields
                  .filter(({ required }) => required)
                  .map(({ field }) => {
                    const found = sheet.columns.some((column) => column.field === field);
                    return (
                      <StatusBadge key={field} tone={found ? 'ok' : 'seal'}>
                        {t(`fields.${field}`)} {words(found ? 'mapping.found' : 'mapping.missing')}
                      </StatusBadge>
                    );
                  })}
              </span>
            </div>
            <MappingTable
              label={t('columnsOf', { name: sheet.name })}
              columns={sheet.columns}
              fields={sheet.fields.map(({ field }) => ({ value: field, label: t(`fields.${field}`) }))}
              onAssign={(index, field) => {
                const choice = project.choices[at];
                project.change(at, {
                  ...choice,
                  kind: sheet.kind,
                  mapping: assign(sheet.columns, choice?.mapping ?? null, index, field),
                });
              }}
            />
          </>
        )}
      </div>
    </div>
  );
}
