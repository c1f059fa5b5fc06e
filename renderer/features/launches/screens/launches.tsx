import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import type { launches } from '#shared/api/launches.ts';
import { PlanWizard } from '../components/plan-wizard.tsx';
import { RehearseButton } from '../components/rehearse-button.tsx';
import { launchTones } from '../launch-words.ts';

type Listed = z.output<typeof launches.list.output>[number];

const address = z.object({ plan: z.literal('new').optional().catch(undefined) });

/** The launches of the project, and the planning of a new one. */
export function LaunchesScreen() {
  const { t } = useTranslation('launches');
  const navigate = useNavigate();
  const { may } = usePerson();
  const [{ plan }, change] = useAddressState(address);
  const list = useQuery(ask.launches.list({}));
  const columns = useColumns();
  const open = (launchId: number) => void navigate({ to: `/sales/launches/${launchId}` as string });
  const mayPlan = may('launches.write');
  const planning = plan === 'new' && mayPlan;
  return (
    <Page
      header={
        <PageHeader
          title={planning ? t('plan') : t('title')}
          sub={planning ? t('planSub') : t('sub')}
          actions={
            mayPlan &&
            !planning && (
              <>
                <RehearseButton />
                <Button leftSection={<IconPlus size={15} />} onClick={() => change({ plan: 'new' })}>
                  {t('plan')}
                </Button>
              </>
            )
          }
        />
      }
    >
      {planning ? (
        <PlanWizard
          onCancel={() => change({ plan: undefined })}
          onDone={(launchId, number) => {
            notifications.show({ message: t('saved', { number }) });
            open(launchId);
          }}
        />
      ) : (
        <DataTable
          id="launches"
          label={t('title')}
          columns={columns}
          rows={list.data}
          rowKey={({ id }) => id}
          error={list.error}
          onRetry={() => void list.refetch()}
          onOpen={({ id }) => open(id)}
          empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          summary={t('count', { count: list.data?.length ?? 0 })}
          fill
        />
      )}
    </Page>
  );
}

function useColumns(): readonly Column<Listed>[] {
  const { t } = useTranslation('launches');
  return useMemo<Column<Listed>[]>(
    () => [
      { id: 'number', header: t('columns.number'), width: 130, fixed: true, value: ({ number }) => number },
      { id: 'name', header: t('columns.name'), value: ({ name }) => name },
      {
        id: 'state',
        header: t('columns.state'),
        width: 140,
        value: ({ state }) => t(`states.${state}`),
        cell: ({ state }) => <StatusBadge tone={launchTones[state]}>{t(`states.${state}`)}</StatusBadge>,
      },
      { id: 'opensAt', header: t('columns.opensAt'), kind: 'datetime', width: 160, value: ({ opensAt }) => opensAt },
      { id: 'units', header: t('columns.units'), kind: 'number', width: 100, value: ({ units }) => units },
      { id: 'intents', header: t('columns.intents'), kind: 'number', width: 100, value: ({ intents }) => intents },
      { id: 'picked', header: t('columns.picked'), kind: 'number', width: 100, value: ({ picked }) => picked },
    ],
    [t],
  );
}
