import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { controlChecks } from '#shared/api/control-checks.ts';
import { CheckBadge } from '../components/check-badge.tsx';

type Listed = z.output<typeof controlChecks.list.output>['checks'][number];

/** The daily checks of the sales control. */
export function ChecksScreen() {
  const { t } = useTranslation('control');
  const navigate = useNavigate();
  const list = useQuery(ask.controlChecks.list({}));
  const columns = useColumns();
  const open = (checkId: number) => void navigate({ to: `/sales/check/${checkId}` });
  const run = useCommand(act.controlChecks.run, {
    onDone: ({ checkId, number, differences }) => {
      notifications.show({ message: t('done', { number, count: differences }) });
      open(checkId);
    },
  });
  const today = list.data?.today ?? null;
  const start = () => {
    if (today === null) void run.send({});
    else
      confirmAct({
        title: t('runAgainTitle'),
        consequence: t('runAgainConsequence', { number: today }),
        confirmLabel: t('run'),
        onConfirm: () => run.sendOrThrow({}),
      });
  };
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          sub={t('sub')}
          state={list.data !== undefined && today === null && <Signal tone="amber">{t('notToday')}</Signal>}
          actions={
            list.data !== undefined && (
              <ActionBar
                can={list.data.can}
                actions={[{ id: 'run', label: t('run'), look: 'primary', busy: run.pending, onRun: start }]}
              />
            )
          }
        />
      }
    >
      <DataTable
        id="control-checks"
        label={t('title')}
        columns={columns}
        rows={list.data?.checks}
        rowKey={({ id }) => id}
        onOpen={({ id }) => open(id)}
        error={list.error ?? run.refusal}
        onRetry={() => {
          run.reset();
          void list.refetch();
        }}
        empty={
          <EmptyState
            title={t('empty')}
            text={t('emptyText')}
            action={
              list.data?.can['run'] === true && (
                <Button onClick={start} loading={run.pending}>
                  {t('run')}
                </Button>
              )
            }
          />
        }
        tools
        fill
      />
    </Page>
  );
}

function useColumns(): readonly Column<Listed>[] {
  const { t } = useTranslation('control');
  return useMemo<Column<Listed>[]>(
    () => [
      { id: 'day', header: t('day'), kind: 'date', width: 104, value: ({ day }) => day, fixed: true },
      { id: 'number', header: t('number'), width: 122, value: ({ number }) => number },
      {
        id: 'state',
        header: t('state'),
        width: 128,
        value: ({ state }) => t(`states.${state}`),
        cell: ({ state }) => <CheckBadge state={state} />,
      },
      { id: 'units', header: t('homes'), kind: 'number', width: 88, value: ({ units }) => units },
      {
        id: 'differences',
        header: t('differences'),
        kind: 'number',
        width: 88,
        value: ({ differences }) => differences,
      },
      { id: 'open', header: t('unexplained'), kind: 'number', width: 88, value: ({ open }) => open },
      { id: 'runAt', header: t('runAt'), kind: 'datetime', width: 140, value: ({ runAt }) => runAt },
      { id: 'runBy', header: t('runBy'), kind: 'person', width: 96, value: ({ runBy }) => runBy },
      { id: 'supervisor', header: t('supervisor'), kind: 'person', width: 110, value: (row) => row.supervisor?.by },
      { id: 'manager', header: t('manager'), kind: 'person', width: 110, value: (row) => row.manager?.by },
    ],
    [t],
  );
}
