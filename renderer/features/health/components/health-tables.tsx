import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Section } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { formatBytes } from '#renderer/lib/format.ts';
import { healthLimits, isSlow } from '#shared/domain/health/judge.ts';
import type { HealthReport } from '../report-text.ts';
import styles from './health.module.css';

type ProcedureRow = HealthReport['procedures'][number];
type TerminalRow = HealthReport['terminals'][number];

/** What takes long, and who is connected, side by side. */
export function HealthTables({ report }: { report: HealthReport }) {
  const { t } = useTranslation('health');
  return (
    <div className={styles.tables}>
      <div>
        <Section title={t('sections.procedures')} count={report.procedures.length} flush fill>
          <Procedures rows={report.procedures} />
        </Section>
      </div>
      <div>
        <Section title={t('sections.terminals')} count={report.terminals.length} flush fill>
          <Terminals rows={report.terminals} />
        </Section>
      </div>
    </div>
  );
}

function tenths(ms: number): string {
  return ms.toFixed(1);
}

function Procedures({ rows }: { rows: readonly ProcedureRow[] }) {
  const { t } = useTranslation('health');
  const columns = useMemo<Column<ProcedureRow>[]>(
    () => [
      { id: 'path', header: t('procedures.path'), value: ({ path }) => path, fixed: true },
      { id: 'calls', header: t('procedures.calls'), kind: 'number', width: 70, value: ({ calls }) => calls },
      {
        id: 'mean',
        header: t('procedures.mean'),
        kind: 'number',
        width: 100,
        value: ({ meanMs }) => meanMs,
        cell: (row) =>
          isSlow(row) ? (
            <Signal tone="amber">
              {t('procedures.slow')} {tenths(row.meanMs)}
            </Signal>
          ) : (
            tenths(row.meanMs)
          ),
      },
      {
        id: 'p95',
        header: t('procedures.p95'),
        kind: 'number',
        width: 104,
        value: ({ p95Ms }) => p95Ms,
        cell: ({ p95Ms }) => tenths(p95Ms),
      },
      {
        id: 'longest',
        header: t('procedures.longest'),
        kind: 'number',
        width: 90,
        value: ({ longestMs }) => longestMs,
        cell: ({ longestMs }) => tenths(longestMs),
      },
      {
        id: 'when',
        header: t('procedures.when'),
        kind: 'datetime',
        width: 110,
        value: ({ longestAt }) => longestAt,
        cell: ({ longestAt }) => <DateTimeText at={longestAt} short />,
      },
      {
        id: 'kind',
        header: t('procedures.kind'),
        width: 76,
        value: ({ direct }) => t(direct ? 'procedures.direct' : 'procedures.beside'),
      },
    ],
    [t],
  );
  return (
    <DataTable
      id="procedure-times"
      label={t('sections.procedures')}
      columns={columns}
      rows={rows}
      rowKey={({ path }) => path}
      initialSorting={[{ id: 'mean', desc: true }]}
      filters={<span className={styles.none}>{t('procedures.since')}</span>}
      dense
      fill
    />
  );
}

function Terminals({ rows }: { rows: readonly TerminalRow[] }) {
  const { t } = useTranslation('health');
  const columns = useMemo<Column<TerminalRow>[]>(
    () => [
      { id: 'name', header: t('terminals.name'), value: ({ name }) => name, fixed: true },
      { id: 'address', header: t('terminals.address'), width: 116, value: ({ address }) => address },
      { id: 'program', header: t('terminals.program'), width: 64, value: ({ program }) => program },
      { id: 'windows', header: t('terminals.windows'), kind: 'number', width: 82, value: ({ windows }) => windows },
      {
        id: 'since',
        header: t('terminals.since'),
        kind: 'datetime',
        width: 110,
        hidden: true,
        value: ({ since }) => since,
        cell: ({ since }) => <DateTimeText at={since} short />,
      },
      {
        id: 'unsent',
        header: t('terminals.unsent'),
        kind: 'number',
        width: 92,
        value: ({ unsentBytes }) => unsentBytes,
        cell: ({ unsentBytes }) =>
          unsentBytes > healthLimits.unsentBytes ? (
            <Signal tone="amber">{formatBytes(unsentBytes)}</Signal>
          ) : (
            formatBytes(unsentBytes)
          ),
      },
    ],
    [t],
  );
  return (
    <DataTable
      id="connected-terminals"
      label={t('sections.terminals')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('terminals.none')} text={t('terminals.noneText')} />}
      dense
      fill
    />
  );
}
