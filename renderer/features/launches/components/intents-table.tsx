import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterRow, SearchField } from '#renderer/components/filters.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { ask } from '#renderer/lib/office.ts';
import { type IntentRow, intentTones, type LaunchPage } from '../launch-words.ts';

type IntentsTableProps = { launch: LaunchPage; onOpen: (intentId: number) => void };

/** Who takes part in a launch, in the order of their numbers; by place once places are drawn. */
export function IntentsTable({ launch, onOpen }: IntentsTableProps) {
  const { t } = useTranslation('launches');
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim().toLowerCase());
  const list = useQuery(ask.intents.list({ launchId: launch.row.id }));
  const columns = useColumns();
  const rows = list.data?.filter(({ queueNo, name, code }) =>
    `${queueNo} ${name} ${code}`.toLowerCase().includes(wanted),
  );
  return (
    <DataTable
      id="launch-intents"
      label={t('title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      error={list.error}
      onRetry={() => void list.refetch()}
      onOpen={({ id, open }) => open && onOpen(id)}
      filters={
        <FilterRow>
          <SearchField label={t('search')} value={text} onChange={setText} width={240} />
        </FilterRow>
      }
      empty={<EmptyState title={t('noIntents')} text={t('noIntentsText')} />}
      summary={t('intentCount', { count: rows?.length ?? 0 })}
      fill
    />
  );
}

function useColumns(): readonly Column<IntentRow>[] {
  const { t } = useTranslation('launches');
  return useMemo<Column<IntentRow>[]>(
    () => [
      {
        id: 'queueNo',
        header: t('columns.queueNo'),
        kind: 'number',
        width: 70,
        fixed: true,
        value: ({ queueNo }) => queueNo,
      },
      { id: 'customer', header: t('columns.customer'), kind: 'person', value: ({ name }) => name },
      {
        id: 'state',
        header: t('columns.state'),
        width: 130,
        value: ({ state }) => t(`intentStates.${state}`),
        cell: ({ state }) => <StatusBadge tone={intentTones[state]}>{t(`intentStates.${state}`)}</StatusBadge>,
      },
      {
        id: 'drawPlace',
        header: t('columns.drawPlace'),
        kind: 'number',
        width: 90,
        value: ({ drawPlace }) => drawPlace,
      },
      {
        id: 'wishes',
        header: t('columns.wishes'),
        width: 180,
        value: ({ wishes }) => wishes.map(({ unit }) => unit).join('、'),
      },
      {
        id: 'consultant',
        header: t('columns.consultant'),
        kind: 'person',
        width: 110,
        value: ({ consultant }) => consultant.name,
      },
      {
        id: 'passes',
        header: t('columns.passes'),
        kind: 'number',
        width: 80,
        hidden: true,
        value: ({ passes }) => passes,
      },
      { id: 'code', header: t('columns.code'), width: 100, value: ({ code }) => code },
      {
        id: 'registeredOn',
        header: t('columns.registeredOn'),
        kind: 'date',
        width: 110,
        hidden: true,
        value: ({ registeredOn }) => registeredOn,
      },
    ],
    [t],
  );
}
