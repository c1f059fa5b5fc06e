import { Button, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterRow } from '#renderer/components/filters.tsx';
import { RefusalBox } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { formatBytes, formatCount, formatDateTime } from '#renderer/lib/format.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { BackupsState } from '../use-backups.ts';
import styles from './backups.module.css';

type Found = NonNullable<BackupsState['found']>;
type Snapshot = Found['snapshots'][number];

const shown = ['kept', 'broken', 'pruned', 'migrations'] as const;
type Shown = (typeof shown)[number];

/** The backups that count, the damaged ones, those that made room, and the copies before updates. */
export function BackupList({ state }: { state: BackupsState }) {
  const { t } = useTranslation('backups');
  const [which, setWhich] = useState<Shown>('kept');
  const { found, migrations } = state;
  const counts: Record<Shown, number> = {
    kept: found?.snapshots.length ?? 0,
    broken: found?.broken.length ?? 0,
    pruned: found?.pruned.length ?? 0,
    migrations: migrations.length,
  };
  const filters = (
    <FilterRow>
      <SegmentedControl
        size="xs"
        aria-label={t('list.show')}
        data={shown.map((value) => ({ value, label: `${t(`list.${value}`)} ${counts[value]}` }))}
        value={which}
        onChange={(next) => setWhich(shown.find((one) => one === next) ?? 'kept')}
      />
    </FilterRow>
  );
  const common = {
    label: t('list.title'),
    filters,
    summary: t('list.count', { count: counts[which] }),
    empty: <EmptyState title={t('list.empty')} text={which === 'kept' ? t('list.emptyText') : undefined} />,
    fill: true,
  };
  if (which === 'pruned') return <PrunedTable rows={found?.pruned ?? []} {...common} />;
  if (which === 'migrations') return <MigrationTable rows={migrations} {...common} />;
  return <SnapshotTable rows={found?.[which === 'kept' ? 'snapshots' : 'broken'] ?? []} state={state} {...common} />;
}

type TableProps = Pick<Parameters<typeof DataTable>[0], 'label' | 'filters' | 'summary' | 'empty' | 'fill'>;

function SnapshotTable({ rows, state, ...table }: TableProps & { rows: readonly Snapshot[]; state: BackupsState }) {
  const { t } = useTranslation('backups');
  const client = useQueryClient();
  const check = useCommand(act.backups.check, {
    onDone: (_answer, { stamp }) => {
      const at = rows.find((row) => row.stamp === stamp)?.at;
      notifications.show({ message: t('list.checkedGood', { time: at === undefined ? stamp : formatDateTime(at) }) });
    },
  });
  const newest = state.newest?.stamp;
  const busy = state.running !== null || check.pending;
  const { sendOrThrow } = check;
  const columns = useMemo<Column<Snapshot>[]>(
    () => [
      {
        id: 'at',
        header: t('list.at'),
        kind: 'datetime',
        width: 200,
        fixed: true,
        value: ({ at }) => at,
        cell: ({ at, stamp }) => (
          <>
            <DateTimeText at={at} />
            {stamp === newest && <span className={styles.newest}>{t('list.newest')}</span>}
          </>
        ),
      },
      { id: 'reason', header: t('list.reason'), width: 110, value: ({ reason }) => t(`reasons.${reason}`) },
      {
        id: 'size',
        header: t('list.size'),
        kind: 'number',
        width: 100,
        value: ({ sizeBytes }) => sizeBytes,
        cell: ({ sizeBytes }) => formatBytes(sizeBytes),
      },
      {
        id: 'acts',
        header: t('list.acts'),
        kind: 'number',
        width: 100,
        value: ({ events }) => events,
        cell: ({ events }) => formatCount(events),
      },
      {
        id: 'checked',
        header: t('list.checked'),
        kind: 'datetime',
        width: 130,
        value: ({ verifiedAt }) => verifiedAt,
        cell: ({ verifiedAt }) => <DateTimeText at={verifiedAt} short />,
      },
      {
        id: 'took',
        header: t('list.took'),
        kind: 'number',
        width: 84,
        value: ({ tookMs }) => tookMs,
        cell: ({ tookMs }) => t('list.seconds', { seconds: (tookMs / 1000).toFixed(1) }),
      },
      {
        id: 'missing',
        header: '',
        value: ({ files }) => files.missing,
        cell: ({ files }) =>
          files.missing > 0 ? <Signal tone="amber">{t('list.missing', { count: files.missing })}</Signal> : null,
      },
      {
        id: 'acts-of',
        header: '',
        width: 84,
        sortable: false,
        cell: ({ stamp, at }) => (
          <span className={styles.buttons}>
            <Button
              variant="subtle"
              size="compact-sm"
              disabled={busy}
              aria-label={t('list.checkOf', { time: formatDateTime(at) })}
              onClick={() => {
                sendOrThrow({ stamp })
                  .catch(() => undefined)
                  .finally(
                    () => void client.invalidateQueries({ queryKey: ask.backups.state({}).queryKey.slice(0, 1) }),
                  );
              }}
            >
              {t('list.check')}
            </Button>
          </span>
        ),
      },
    ],
    [t, newest, busy, sendOrThrow, client],
  );
  return (
    <>
      {check.refusal && <RefusalBox refusal={check.refusal} />}
      <DataTable
        {...table}
        id="backups"
        columns={columns}
        rows={rows}
        rowKey={({ stamp }) => stamp}
        initialSorting={[{ id: 'at', desc: true }]}
      />
    </>
  );
}

function PrunedTable({ rows, ...table }: TableProps & { rows: Found['pruned'] }) {
  const { t } = useTranslation('backups');
  const columns = useMemo<Column<Found['pruned'][number]>[]>(
    () => [
      {
        id: 'at',
        header: t('list.at'),
        kind: 'datetime',
        width: 170,
        fixed: true,
        value: ({ at }) => at,
        cell: ({ at }) => <DateTimeText at={at} />,
      },
      { id: 'reason', header: t('list.reason'), value: ({ reason }) => t(`reasons.${reason}`) },
      {
        id: 'prunedAt',
        header: t('list.prunedAt'),
        kind: 'datetime',
        width: 170,
        value: ({ prunedAt }) => prunedAt,
        cell: ({ prunedAt }) => <DateTimeText at={prunedAt} />,
      },
    ],
    [t],
  );
  return (
    <DataTable
      {...table}
      id="backups-pruned"
      columns={columns}
      rows={rows}
      rowKey={({ stamp, prunedAt }) => `${stamp} ${prunedAt}`}
      initialSorting={[{ id: 'prunedAt', desc: true }]}
    />
  );
}

function MigrationTable({ rows, ...table }: TableProps & { rows: BackupsState['migrations'] }) {
  const { t } = useTranslation('backups');
  const columns = useMemo<Column<BackupsState['migrations'][number]>[]>(
    () => [
      {
        id: 'at',
        header: t('list.at'),
        kind: 'datetime',
        width: 170,
        fixed: true,
        value: ({ at }) => at,
        cell: ({ at }) => <DateTimeText at={at} />,
      },
      { id: 'version', header: t('list.version'), kind: 'number', width: 100, value: ({ version }) => version },
      { id: 'name', header: t('list.name'), value: ({ name }) => name },
      {
        id: 'size',
        header: t('list.size'),
        kind: 'number',
        width: 110,
        value: ({ sizeBytes }) => sizeBytes,
        cell: ({ sizeBytes }) => formatBytes(sizeBytes),
      },
    ],
    [t],
  );
  return (
    <DataTable
      {...table}
      id="backups-migrations"
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
      initialSorting={[{ id: 'at', desc: true }]}
    />
  );
}
