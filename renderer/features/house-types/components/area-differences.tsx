import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { UnitStateBadge } from '#renderer/components/unit-state.tsx';
import { formatPercent } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import type { units } from '#shared/api/units.ts';

type Row = z.output<typeof units.areaDifferences.output>[number];

/** Every measured home beside what it was sold by, the largest difference first; beyond three per cent is marked. */
export function AreaDifferences() {
  const { t } = useTranslation('inventory');
  const { t: states } = useTranslation('unitStates');
  const list = useQuery(ask.units.areaDifferences({}));
  const beyond = list.data?.filter((row) => row.beyond).length ?? 0;
  const columns = useMemo<readonly Column<Row>[]>(() => {
    const signed = (ppm: number) => `${ppm > 0 ? '+' : ''}${formatPercent(ppm, 2)}`;
    return [
      { id: 'unit', header: t('areas.unit'), width: 130, fixed: true, value: ({ label }) => label },
      {
        id: 'state',
        header: t('areas.state'),
        width: 120,
        value: ({ state }) => states(`name.${state}`),
        cell: ({ state }) => <UnitStateBadge state={state} />,
      },
      { id: 'built', header: t('areas.built'), kind: 'area', width: 116, value: ({ builtArea }) => builtArea },
      {
        id: 'measuredBuilt',
        header: t('areas.measuredBuilt'),
        kind: 'area',
        width: 116,
        value: ({ measuredBuiltArea }) => measuredBuiltArea,
      },
      {
        id: 'builtDiff',
        header: t('areas.builtDiff'),
        kind: 'number',
        width: 120,
        value: ({ builtPpm }) => builtPpm,
        cell: ({ builtPpm }) => signed(builtPpm),
      },
      { id: 'inner', header: t('areas.inner'), kind: 'area', width: 116, value: ({ innerArea }) => innerArea },
      {
        id: 'measuredInner',
        header: t('areas.measuredInner'),
        kind: 'area',
        width: 130,
        value: ({ measuredInnerArea }) => measuredInnerArea,
      },
      {
        id: 'innerDiff',
        header: t('areas.innerDiff'),
        kind: 'number',
        width: 120,
        value: ({ innerPpm }) => innerPpm,
        cell: ({ innerPpm }) => (innerPpm === null ? '' : signed(innerPpm)),
      },
      {
        id: 'beyond',
        header: '',
        width: 124,
        sortable: false,
        cell: (row) => row.beyond && <StatusBadge tone="amber">{t('areas.beyond')}</StatusBadge>,
      },
      { id: 'survey', header: t('areas.survey'), value: ({ survey }) => survey },
    ];
  }, [t, states]);
  return (
    <DataTable
      id="areaDifferences"
      label={t('areas.title')}
      columns={columns}
      rows={list.data}
      rowKey={({ unitId }) => unitId}
      error={list.error}
      onRetry={() => void list.refetch()}
      summary={beyond > 0 ? t('areas.beyondCount', { count: beyond }) : ''}
      empty={<EmptyState title={t('areas.empty')} text={t('areas.emptyText')} />}
      fill
    />
  );
}
