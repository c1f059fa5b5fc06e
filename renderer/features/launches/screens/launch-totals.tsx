import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Figure, Page, PageHeader, Section } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { useRecordId } from '#renderer/lib/address.ts';
import { formatCount, formatMoney, formatPercent } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import type { launches } from '#shared/api/launches.ts';
import styles from '../components/launch-day.module.css';

type Totals = z.output<typeof launches.totals.output>;

/** How launch day stands, live: offered and picked, their value, by house type, who waits, and the newest picks. */
export function LaunchTotalsScreen() {
  const { t } = useTranslation('launchDay');
  const launchId = useRecordId('launchId');
  const totals = useQuery(ask.launches.totals({ launchId }));
  const launch = useQuery(ask.launches.detail({ launchId }));
  return (
    <Page
      header={
        <PageHeader
          title={t('totalsTitle')}
          sub={launch.data && `${launch.data.row.number} · ${launch.data.row.name}`}
          state={
            totals.data && (
              <StatusBadge tone={totals.data.state === 'running' ? 'ok' : 'amber'}>
                {t(`states.${totals.data.state}`)}
              </StatusBadge>
            )
          }
        />
      }
    >
      <Loaded query={totals} skeletonRows={10}>
        {(data) => <Sums totals={data} />}
      </Loaded>
    </Page>
  );
}

function Sums({ totals }: { totals: Totals }) {
  const { t } = useTranslation('launchDay');
  const { offered, picked, subscribed, lapsed, value, offeredValue, intents, waiting } = totals;
  const share = offered === 0 ? 0 : Math.round((picked * 1_000_000) / offered);
  return (
    <>
      <div className={styles.figures}>
        <Figure
          label={t('figures.picked')}
          value={`${formatCount(picked)} / ${formatCount(offered)}`}
          note={formatPercent(share, 1)}
        />
        <Figure
          label={t('figures.value')}
          value={formatMoney(value)}
          note={t('figures.of', { value: formatMoney(offeredValue) })}
        />
        <Figure label={t('figures.subscribed')} value={formatCount(subscribed)} />
        <Figure label={t('figures.lapsed')} value={formatCount(lapsed)} />
        <Figure label={t('figures.waiting')} value={formatCount(waiting)} />
        <Figure label={t('figures.passed')} value={formatCount(intents.passed + intents.noShow)} />
      </div>
      <div className={styles.columns}>
        <Section title={t('byType')} flush>
          <TypeTable rows={totals.byType} />
        </Section>
        <Section title={t('recent')} count={totals.recent.length} flush>
          <RecentTable rows={totals.recent} />
        </Section>
      </div>
    </>
  );
}

function TypeTable({ rows }: { rows: Totals['byType'] }) {
  const { t } = useTranslation('launchDay');
  const columns = useMemo<Column<Totals['byType'][number]>[]>(
    () => [
      { id: 'houseType', header: t('columns.houseType'), width: 150, value: ({ houseType }) => houseType, fixed: true },
      { id: 'offered', header: t('columns.offered'), kind: 'number', width: 80, value: ({ offered }) => offered },
      { id: 'picked', header: t('columns.picked'), kind: 'number', width: 80, value: (row) => row.picked },
      { id: 'left', header: t('columns.left'), kind: 'number', width: 80, value: (row) => row.offered - row.picked },
      { id: 'value', header: t('columns.value'), kind: 'money', width: 150, value: ({ value }) => value },
    ],
    [t],
  );
  return (
    <DataTable
      id="launchTypes"
      label={t('byType')}
      columns={columns}
      rows={rows}
      rowKey={({ houseType }) => houseType}
      empty={<EmptyState title={t('nothingOffered')} />}
    />
  );
}

function RecentTable({ rows }: { rows: Totals['recent'] }) {
  const { t } = useTranslation('launchDay');
  const columns = useMemo<Column<Totals['recent'][number]>[]>(
    () => [
      {
        id: 'pickedAt',
        header: t('columns.pickedAt'),
        kind: 'datetime',
        width: 140,
        value: ({ pickedAt }) => pickedAt,
      },
      { id: 'unit', header: t('columns.unit'), width: 130, value: ({ unit }) => unit, fixed: true },
      { id: 'queueNo', header: t('columns.queueNo'), kind: 'number', width: 88, value: ({ queueNo }) => queueNo },
      { id: 'number', header: t('columns.number'), width: 124, value: ({ number }) => number },
      {
        id: 'state',
        header: t('columns.state'),
        width: 100,
        value: ({ state }) => t(`pickStates.${state}`),
        cell: ({ state }) => (
          <StatusBadge tone={state === 'lapsed' ? 'plain' : 'ok'}>{t(`pickStates.${state}`)}</StatusBadge>
        ),
      },
    ],
    [t],
  );
  return (
    <DataTable
      id="launchPicks"
      label={t('recent')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('nothingPicked')} />}
    />
  );
}
