import { Button, Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Section } from '#renderer/components/page.tsx';
import { refusalSentence } from '#renderer/lib/error-sentence.ts';
import { formatArea } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import type { imports } from '#shared/api/imports.ts';
import type { CellValue, InventoryCell } from '#shared/domain/imports/inventory-list.ts';
import { area } from '#shared/kernel/area.ts';
import styles from './imports.module.css';
import { RefusalNote } from './refusal-note.tsx';

type Preview = z.output<typeof imports.previewInventory.output>;
type Change = Preview['changes'][number];
type Problem = Preview['problems'][number];

type InventoryChangesProps = {
  preview: Preview;
  refusal: Parameters<typeof RefusalNote>[0]['refusal'] | undefined;
  onBack: () => void;
  onWrite: (leaveOutFaulty: boolean) => void;
};

/** What a file would change, cell by cell, and the rows that it cannot. */
export function InventoryChanges({ preview, refusal, onBack, onWrite }: InventoryChangesProps) {
  const { t } = useTranslation('inventory');
  const [leaveOut, setLeaveOut] = useState(false);
  const { changes, problems, summary } = preview;
  const { cells, units, sameUnits, faulty } = summary;
  const ask = () =>
    confirmAct({
      title: t('trip.confirmTitle', { count: cells }),
      consequence: t('trip.confirmText', { units }),
      confirmLabel: t('trip.write', { count: cells }),
      onConfirm: () => onWrite(leaveOut),
    });
  const changeColumns = useChangeColumns();
  const problemColumns = useProblemColumns();
  return (
    <>
      <Section
        title={t('trip.changes')}
        count={cells}
        aside={t('trip.summary', { cells, units, same: sameUnits })}
        flush
        fill
      >
        <DataTable
          id="inventoryChanges"
          label={t('trip.changes')}
          columns={changeColumns}
          rows={changes}
          rowKey={({ unitId, cell }) => `${unitId} ${cell}`}
          empty={<EmptyState title={t('trip.none')} />}
          fill
        />
      </Section>
      {problems.length > 0 && (
        <Section title={t('trip.problems')} count={faulty} flush fill>
          <DataTable
            id="inventoryProblems"
            label={t('trip.problems')}
            columns={problemColumns}
            rows={problems.map((problem, at) => ({ ...problem, at }))}
            rowKey={({ at }) => at}
            fill
          />
        </Section>
      )}
      <div className={styles.tripFoot}>
        <Button variant="default" onClick={onBack}>
          {t('trip.back')}
        </Button>
        {problems.length > 0 && cells > 0 && (
          <Checkbox
            label={t('trip.leaveOut', { count: faulty })}
            checked={leaveOut}
            onChange={(event) => setLeaveOut(event.currentTarget.checked)}
          />
        )}
        {refusal && <RefusalNote refusal={refusal} />}
        {cells > 0 && (
          <Button disabled={problems.length > 0 && !leaveOut} onClick={ask}>
            {t('trip.write', { count: cells })}
          </Button>
        )}
      </div>
    </>
  );
}

/** A cell in words: areas in m², states by their names. */
function useCellWords(): (cell: InventoryCell, value: CellValue) => string {
  const { t } = useTranslation('inventory');
  const { t: labels } = useTranslation('labels');
  return (cell, value) => {
    if (value === null || value === '') return t('blank');
    if (typeof value === 'number') return formatArea(area(value));
    if (cell === 'use') return labels(`unitUses.${value as 'home'}`);
    if (cell === 'spaceRight') return t(`spaceRights.${value as 'titled'}`);
    if (cell === 'spaceKind') return t(`spaceKinds.${value as 'plane'}`);
    return cell === 'decoration' ? t(`decorations.${value as 'bare'}`) : value;
  };
}

function useChangeColumns(): readonly Column<Change>[] {
  const { t } = useTranslation('inventory');
  const words = useCellWords();
  return [
    { id: 'row', header: t('trip.row'), kind: 'number', width: 64, value: ({ row }) => row },
    { id: 'unit', header: t('trip.unit'), width: 150, value: ({ label }) => label },
    { id: 'cell', header: t('trip.cell'), width: 150, value: ({ cell }) => t(`cells.${cell}`) },
    {
      id: 'before',
      header: t('trip.before'),
      width: 200,
      value: ({ cell, before }) => words(cell, before),
      cell: ({ cell, before }) => <span className={styles.was}>{words(cell, before)}</span>,
    },
    {
      id: 'after',
      header: t('trip.after'),
      width: 200,
      value: ({ cell, after }) => words(cell, after),
      cell: ({ cell, after }) => <b>{words(cell, after)}</b>,
    },
  ];
}

function useProblemColumns(): readonly Column<Problem & { at: number }>[] {
  const { t } = useTranslation('inventory');
  const language = useLanguage();
  return useMemo<readonly Column<Problem & { at: number }>[]>(
    () => [
      { id: 'row', header: t('trip.row'), kind: 'number', width: 64, value: ({ row }) => row },
      {
        id: 'cell',
        header: t('trip.cell'),
        width: 150,
        value: ({ field }) =>
          field === null
            ? ''
            : ['unitId', 'building', 'entrance', 'floor', 'roomNo'].includes(field)
              ? t(`trip.headings.${field as 'roomNo'}`)
              : t(`cells.${field as InventoryCell}`),
      },
      {
        id: 'problem',
        header: t('trip.problem'),
        value: ({ code, params }) => refusalSentence({ code, ...(params === undefined ? {} : { params }) }, language),
      },
    ],
    [t, language],
  );
}
