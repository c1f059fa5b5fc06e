import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Section } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type privacy, SWEEP_ROWS } from '#shared/api/privacy.ts';
import styles from './privacy.module.css';

type Row = z.output<typeof privacy.due.output>['rows'][number];

/** Whose term has ended: a preview, and the act that deletes what it shows. */
export function DueSection() {
  const { t } = useTranslation('privacy');
  const person = usePerson();
  const due = useQuery(ask.privacy.due({}));
  const sweep = useCommand(act.privacy.sweep);
  const columns = useMemo<Column<Row>[]>(
    () => [
      { id: 'file', header: t('due.file'), width: 110, value: ({ file }) => file, fixed: true },
      { id: 'name', header: t('due.name'), kind: 'person', width: 130, value: ({ name }) => name },
      { id: 'class', header: t('due.class'), width: 140, value: (row) => t(`classes.${row.class}`) },
      {
        id: 'last',
        header: t('due.lastContact'),
        kind: 'date',
        width: 120,
        value: ({ lastContactOn }) => lastContactOn,
      },
      { id: 'due', header: t('due.until'), kind: 'date', width: 120, value: ({ dueOn }) => dueOn },
      { id: 'papers', header: t('due.papers'), kind: 'date', width: 120, value: ({ papersUntil }) => papersUntil },
      {
        id: 'restricted',
        header: '',
        width: 100,
        value: ({ restricted }) => (restricted ? t('due.restricted') : ''),
        cell: ({ restricted }) => restricted && <StatusBadge tone="plain">{t('due.restricted')}</StatusBadge>,
      },
    ],
    [t],
  );
  const rows = due.data?.rows;
  const ids = (rows ?? []).slice(0, SWEEP_ROWS).map(({ id }) => id);
  const count = ids.length;
  const run = () =>
    confirmAct({
      title: t('due.sweepTitle', { count }),
      consequence: t('due.sweepText', { count }),
      confirmLabel: t('due.sweep', { count }),
      danger: true,
      onConfirm: async () => {
        const { anonymised } = await sweep.sendOrThrow({ customerIds: ids });
        notifications.show({ message: t('due.swept', { count: anonymised }) });
      },
    });
  return (
    <Section
      title={t('due.title')}
      count={due.data?.total}
      aside={
        person.may('privacy.manage') &&
        count > 0 && (
          <Button size="compact-sm" variant="default" loading={sweep.pending} onClick={run}>
            {t('due.sweep', { count })}
          </Button>
        )
      }
      flush
    >
      <p className={styles.lead}>{t('due.text')}</p>
      <DataTable
        id="retentionDue"
        label={t('due.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        error={due.error}
        onRetry={() => void due.refetch()}
        summary={
          due.data !== undefined && due.data.total > due.data.rows.length
            ? t('due.shown', { shown: due.data.rows.length, total: due.data.total })
            : undefined
        }
        empty={<EmptyState title={t('due.none')} />}
        dense
      />
    </Section>
  );
}
