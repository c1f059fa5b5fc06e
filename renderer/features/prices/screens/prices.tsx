import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { ListBody, ListMain } from '#renderer/components/list-body.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { Money } from '#renderer/components/values.tsx';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { subtractFen } from '#shared/kernel/money.ts';
import { type Batch, batchTones } from '../batch-words.ts';
import { Monitor } from '../components/monitor.tsx';
import { NewBatchDrawer } from '../components/new-batch-drawer.tsx';

/** Every batch of price changes: what it is about, from when, what it comes to, where it stands. */
export function PricesScreen() {
  const { t } = useTranslation('prices');
  const list = useQuery(ask.prices.list({}));
  const mayWrite = usePerson().may('prices.write');
  const navigate = useNavigate();
  const columns = useColumns();
  const [adding, setAdding] = useState(false);
  const open = (batchId: number) => void navigate({ to: `/sales/prices/${batchId}` as string });
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Page header={<PageHeader title={t('title')} sub={t('sub')} actions={add} />}>
      <ListBody>
        <ListMain>
          <DataTable
            id="priceBatches"
            label={t('title')}
            columns={columns}
            rows={list.data}
            rowKey={({ id }) => id}
            onOpen={({ id }) => open(id)}
            error={list.error}
            onRetry={() => void list.refetch()}
            exports={{ list: 'priceBatches', title: t('title') }}
            empty={<EmptyState title={t('empty')} text={t('emptyText')} action={add} />}
            fill
          />
          <Monitor />
        </ListMain>
      </ListBody>
      {adding && <NewBatchDrawer onDone={open} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function useColumns(): readonly Column<Batch>[] {
  const { t } = useTranslation('prices');
  return useMemo<Column<Batch>[]>(
    () => [
      { id: 'number', header: t('columns.number'), width: 122, value: ({ number }) => number, fixed: true },
      { id: 'name', header: t('columns.name'), value: ({ name }) => name, fixed: true },
      {
        id: 'state',
        header: t('columns.state'),
        width: 110,
        value: ({ state }) => t(`states.${state}`),
        cell: ({ state }) => <StatusBadge tone={batchTones[state]}>{t(`states.${state}`)}</StatusBadge>,
      },
      {
        id: 'effectiveOn',
        header: t('columns.effectiveOn'),
        kind: 'date',
        width: 104,
        value: (row) => row.effectiveOn,
      },
      { id: 'units', header: t('columns.units'), kind: 'number', width: 76, value: ({ totals }) => totals?.units },
      { id: 'before', header: t('columns.before'), kind: 'money', width: 152, value: ({ totals }) => totals?.before },
      { id: 'after', header: t('columns.after'), kind: 'money', width: 152, value: ({ totals }) => totals?.after },
      {
        id: 'change',
        header: t('columns.change'),
        kind: 'money',
        width: 144,
        value: ({ totals }) => (totals === null ? null : totals.after - totals.before),
        cell: ({ totals }) => (
          <Money value={totals === null ? null : subtractFen(totals.after, totals.before)} signed />
        ),
      },
      { id: 'by', header: t('columns.by'), kind: 'person', width: 96, value: ({ by }) => by.name },
      { id: 'createdAt', header: t('columns.createdAt'), kind: 'datetime', width: 140, value: (row) => row.createdAt },
    ],
    [t],
  );
}
