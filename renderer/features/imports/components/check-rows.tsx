import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterChips } from '#renderer/components/filters.tsx';
import { StatusBadge, type Tone } from '#renderer/components/signal.tsx';
import { refusalSentence } from '#renderer/lib/error-sentence.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { importOutcomes } from '#shared/domain/imports/states.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { ImportFile } from '../hooks/use-import-file.ts';
import {
  filterRows,
  type Preview,
  type PreviewRow,
  type Problem,
  problemsByRow,
  type RowFilter,
} from '../preview-model.ts';
import { ImportFigures } from './import-figures.tsx';
import styles from './imports.module.css';
import { RowDetail } from './row-detail.tsx';

const tones: Readonly<Record<PreviewRow['outcome'], Tone>> = {
  new: 'ok',
  changed: 'ink',
  same: 'plain',
  inDeal: 'amber',
  leftOut: 'seal',
};

/** Every row of the file with what becomes of it, its problems beside it. */
export function CheckRows({ file, seen }: { file: ImportFile; seen: Preview }) {
  const { t } = useTranslation('imports');
  const [filter, setFilter] = useState<RowFilter>();
  const [selected, setSelected] = useState<number>();
  const problems = useMemo(() => problemsByRow(seen.problems), [seen]);
  const troubled = useMemo(
    () => [...problems.keys()].filter((row) => row !== null).toSorted((a, b) => a - b),
    [problems],
  );
  const rows = useMemo(() => filterRows(seen.rows, filter, new Set(troubled)), [seen, filter, troubled]);
  const columns = useRowColumns(problems);
  const { summary } = seen;
  const counts: Record<RowFilter, number> = {
    troubled: troubled.length,
    new: summary.newUnits,
    changed: summary.changedUnits,
    same: summary.sameUnits,
    inDeal: summary.inDealUnits,
    leftOut: summary.leftOut,
  };
  const chips = (['troubled', ...importOutcomes] as const)
    .filter((key) => counts[key] > 0)
    .map((key) => ({ key, label: t(`filters.${key}`), count: counts[key] }));
  const show = (row: number): void => {
    // A jump leads to a row that is shown.
    if (filter !== undefined && filter !== 'troubled') setFilter('troubled');
    setSelected(row);
  };
  return (
    <>
      <ImportFigures file={file} seen={seen} />
      <div className={styles.split}>
        <DataTable
          id="import-rows"
          label={t('rows.label')}
          columns={columns}
          rows={rows}
          rowKey={({ row }) => row}
          selectedKey={selected}
          onSelect={({ row }) => setSelected(row)}
          filters={
            <FilterChips
              label={t('rows.filter')}
              chips={chips}
              active={filter === undefined ? [] : [filter]}
              onToggle={(key) => setFilter(filter === key ? undefined : key)}
            />
          }
          summary={
            seen.rows.length < summary.rows
              ? t('rows.shown', { count: seen.rows.length, rows: summary.rows })
              : t('rows.count', { count: rows.length })
          }
          empty={<EmptyState title={t('rows.empty')} />}
          fill
        />
        <RowDetail
          fileName={file.file?.name ?? ''}
          row={seen.rows.find(({ row }) => row === selected)}
          problems={problems}
          troubled={troubled}
          onShow={show}
        />
      </div>
    </>
  );
}

function useRowColumns(problems: ReadonlyMap<number | null, readonly Problem[]>): Column<PreviewRow>[] {
  const { t } = useTranslation('imports');
  const { t: labels } = useTranslation('labels');
  const language = useLanguage();
  return useMemo(() => {
    const sentenceOf = (problem: Problem) => {
      const sentence = refusalSentence(problem, language);
      return problem.field === null
        ? sentence
        : t('detail.inColumn', { field: t(`fields.${problem.field}`), sentence });
    };
    return [
      { id: 'row', header: t('rows.row'), kind: 'number', width: 64, value: ({ row }) => row, fixed: true },
      {
        id: 'outcome',
        header: t('rows.outcome'),
        width: 108,
        value: ({ outcome }) => t(`outcomes.${outcome}`),
        cell: ({ outcome }) => <StatusBadge tone={tones[outcome]}>{t(`outcomes.${outcome}`)}</StatusBadge>,
      },
      { id: 'unit', header: t('rows.unit'), width: 130, value: (row) => unitLabel(row), fixed: true },
      {
        id: 'use',
        header: t('rows.use'),
        width: 64,
        hidden: true,
        value: ({ use }) => use && labels(`unitUses.${use}`),
      },
      { id: 'houseType', header: t('rows.houseType'), width: 100, hidden: true, value: ({ houseType }) => houseType },
      { id: 'builtArea', header: t('rows.builtArea'), kind: 'area', width: 104, value: ({ builtArea }) => builtArea },
      { id: 'unitPrice', header: t('rows.unitPrice'), kind: 'money', width: 104, value: ({ unitPrice }) => unitPrice },
      { id: 'total', header: t('rows.total'), kind: 'money', width: 124, value: ({ total }) => total },
      {
        id: 'problem',
        header: t('rows.problem'),
        value: ({ row }) => problems.get(row)?.map(sentenceOf).join(' '),
        cell: ({ row }) => {
          const [first, ...more] = problems.get(row) ?? [];
          if (first === undefined) return null;
          return (
            <span className={styles.cell}>
              {sentenceOf(first)}
              {more.length > 0 && ` +${more.length}`}
            </span>
          );
        },
      },
    ];
  }, [t, labels, language, problems]);
}
