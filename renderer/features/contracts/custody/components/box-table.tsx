import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Signal } from '#renderer/components/signal.tsx';
import type { custody } from '#shared/api/custody.ts';
import type { Box } from '../custody-types.ts';

type BoxTableProps = {
  list: UseQueryResult<z.output<typeof custody.boxes.output>>;
  onOpen: (boxId: number) => void;
  onAdd: () => void;
};

/** The boxes of the archive by room and shelf, with how much room each has. */
export function BoxTable({ list, onOpen, onAdd }: BoxTableProps) {
  const { t } = useTranslation('custody');
  const columns = useMemo<Column<Box>[]>(
    () => [
      { id: 'number', header: t('number'), width: 130, fixed: true, value: ({ number }) => number },
      { id: 'room', header: t('room'), width: 140, value: ({ room }) => room },
      { id: 'shelf', header: t('shelf'), width: 140, value: ({ shelf }) => shelf },
      { id: 'used', header: t('used'), kind: 'number', width: 88, value: ({ used }) => used },
      { id: 'capacity', header: t('capacity'), kind: 'number', width: 130, value: ({ capacity }) => capacity },
      {
        id: 'free',
        header: t('free'),
        width: 110,
        value: ({ capacity, used }) => capacity - used,
        cell: ({ closed, capacity, used }) =>
          closed ? (
            <Signal tone="plain">{t('closed')}</Signal>
          ) : (
            <Signal tone={used < capacity ? 'ok' : 'amber'}>
              {used < capacity ? `${t('boxOpen')} ${capacity - used}` : t('boxFull')}
            </Signal>
          ),
      },
      { id: 'note', header: t('note'), value: ({ note }) => note },
    ],
    [t],
  );
  return (
    <DataTable
      id="archive-boxes"
      label={t('boxes')}
      columns={columns}
      rows={list.data?.boxes}
      rowKey={({ id }) => id}
      onOpen={({ id }) => onOpen(id)}
      error={list.error}
      onRetry={() => void list.refetch()}
      empty={
        <EmptyState
          title={t('boxesEmpty')}
          text={t('boxesEmptyText')}
          action={list.data?.can['open'] === true && <Button onClick={onAdd}>{t('newBox')}</Button>}
        />
      }
      tools
      fill
    />
  );
}
