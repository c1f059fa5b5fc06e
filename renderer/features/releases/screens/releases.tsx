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
import { useAddressState } from '#renderer/lib/address.ts';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { ask } from '#renderer/lib/office.ts';
import type { releases } from '#shared/api/releases.ts';
import { PlanEditor } from '../components/plan-editor.tsx';
import { ReleaseBadge } from '../components/release-badge.tsx';

type Listed = z.output<typeof releases.list.output>['releases'][number];

const address = z.object({ plan: z.literal('new').optional().catch(undefined) });

/** The releases of the project: what was offered when, and what is planned. */
export function ReleasesScreen() {
  const { t } = useTranslation('releases');
  const navigate = useNavigate();
  const [{ plan }, change] = useAddressState(address);
  const list = useQuery(ask.releases.list({}));
  const columns = useColumns();
  const open = (releaseId: number) => void navigate({ to: `/sales/releases/${releaseId}` });
  const mayPlan = list.data?.can['plan'] === true;
  const planning = plan === 'new' && mayPlan;
  return (
    <Page
      header={
        <PageHeader
          title={planning ? t('planNew') : t('title')}
          sub={planning ? t('planSub') : t('sub')}
          actions={
            mayPlan &&
            !planning && (
              <Button leftSection={<IconPlus size={15} />} onClick={() => change({ plan: 'new' })}>
                {t('planNew')}
              </Button>
            )
          }
        />
      }
    >
      {planning ? (
        <PlanEditor
          onCancel={() => change({ plan: undefined })}
          onDone={(releaseId, number) => {
            notifications.show({ message: t('planned', { number }) });
            open(releaseId);
          }}
        />
      ) : (
        <DataTable
          id="releases"
          label={t('title')}
          columns={columns}
          rows={list.data?.releases}
          rowKey={({ id }) => id}
          onOpen={({ id }) => open(id)}
          error={list.error}
          onRetry={() => void list.refetch()}
          empty={<EmptyState title={t('empty')} text={mayPlan ? t('emptyText') : t('emptyAsk')} />}
          tools
          fill
        />
      )}
    </Page>
  );
}

function useColumns(): readonly Column<Listed>[] {
  const { t } = useTranslation('releases');
  const { t: units } = useTranslation('units');
  const language = useLanguage();
  return useMemo<Column<Listed>[]>(
    () => [
      { id: 'plannedAt', header: t('plannedAt'), kind: 'datetime', width: 140, value: ({ plannedAt }) => plannedAt },
      { id: 'name', header: t('name'), fixed: true, value: ({ name }) => name },
      { id: 'number', header: t('number'), width: 122, value: ({ number }) => number },
      {
        id: 'state',
        header: t('state'),
        width: 128,
        value: ({ state }) => t(`states.${state}`),
        cell: ({ state, plannedAt }) => <ReleaseBadge state={state} plannedAt={plannedAt} />,
      },
      { id: 'units', header: t('homes'), kind: 'number', width: 72, value: (row) => row.units },
      { id: 'value', header: units('list.total'), kind: 'money', width: 150, value: ({ value }) => value },
      {
        id: 'teams',
        header: t('team'),
        width: 180,
        value: ({ teams }) => (teams.length === 0 ? t('everybody') : joinWords(teams, language)),
      },
      {
        id: 'exclusiveUntil',
        header: t('exclusiveUntil'),
        kind: 'datetime',
        width: 140,
        value: ({ exclusiveUntil }) => exclusiveUntil,
      },
      { id: 'plannedBy', header: t('plannedBy'), kind: 'person', width: 96, value: ({ plannedBy }) => plannedBy },
    ],
    [t, units, language],
  );
}
