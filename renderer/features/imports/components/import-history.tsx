import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Section } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { imports } from '#shared/api/imports.ts';

type Import = z.output<typeof imports.list.output>[number];

/** What was imported so far; each import can be taken back whole until something was done with what it wrote. */
export function ImportHistory() {
  const { t } = useTranslation('imports');
  const list = useQuery(ask.imports.list({}));
  const columns = useMemo<Column<Import>[]>(
    () => [
      { id: 'file', header: t('history.file'), width: 280, value: ({ fileName }) => fileName },
      { id: 'kind', header: t('history.kind'), width: 110, value: ({ kind }) => t(`history.kinds.${kind}`) },
      { id: 'at', header: t('history.at'), kind: 'datetime', width: 150, value: ({ committedAt }) => committedAt },
      { id: 'by', header: t('history.by'), kind: 'person', width: 110, value: ({ committedBy }) => committedBy },
      { id: 'records', header: t('history.records'), kind: 'number', width: 80, value: ({ rows }) => rows },
      { id: 'area', header: t('history.builtArea'), kind: 'area', width: 130, value: ({ builtArea }) => builtArea },
      { id: 'total', header: t('history.total'), kind: 'money', width: 160, value: ({ total }) => total },
      {
        id: 'state',
        header: t('history.state'),
        width: 116,
        value: ({ state }) => t(`history.states.${state}`),
        cell: ({ state }) => (
          <StatusBadge tone={state === 'committed' ? 'ok' : 'plain'}>{t(`history.states.${state}`)}</StatusBadge>
        ),
      },
      { id: 'undo', header: '', width: 110, sortable: false, cell: (row) => <UndoButton row={row} /> },
    ],
    [t],
  );
  return (
    <Section title={t('history.title')} count={list.data?.length} flush fill>
      <DataTable
        id="imports"
        label={t('history.title')}
        columns={columns}
        rows={list.data}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<EmptyState title={t('history.empty')} />}
        fill
      />
    </Section>
  );
}

function UndoButton({ row }: { row: Import }) {
  const { t } = useTranslation('imports');
  const undo = useCommand(act.imports.undo, {
    onDone: ({ records }) => notifications.show({ message: t('history.undone', { count: records }) }),
  });
  const ask = () =>
    confirmAct({
      title: t('history.undoTitle', { name: row.fileName }),
      consequence: t(`history.undoText.${row.kind}`),
      confirmLabel: t('history.undo'),
      danger: true,
      onConfirm: () => undo.sendOrThrow({ importId: row.id, version: row.version }),
    });
  if (row.state === 'undone') return null;
  return <ActionBar can={row.can} size="xs" actions={[{ id: 'undo', label: t('history.undo'), onRun: ask }]} />;
}
