import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { DueSignal, Signal } from '#renderer/components/signal.tsx';
import { Money } from '#renderer/components/values.tsx';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import { subtractFen, sumFen } from '#shared/kernel/money.ts';

type PlanLine = z.output<typeof subscriptions.detail.output>['plan'][number];

/** What is due when, what is in, and what is open. `live` marks the lines that are due soon or late. */
export function PlanTable({ lines, live }: { lines: readonly PlanLine[]; live: boolean }) {
  const { t } = useTranslation('subscriptions');
  const { t: labels } = useTranslation('labels');
  const columns = useMemo<Column<PlanLine>[]>(() => {
    const openOf = ({ amount, received }: PlanLine) => subtractFen(amount, received);
    return [
      { id: 'position', header: '#', width: 44, sortable: false, value: ({ position }) => String(position) },
      {
        id: 'item',
        header: t('planItem'),
        sortable: false,
        value: ({ item }) => labels(`planItems.${item}`),
        foot: t('sum'),
      },
      { id: 'dueOn', header: t('dueOn'), kind: 'date', width: 104, sortable: false, value: ({ dueOn }) => dueOn },
      {
        id: 'due',
        header: t('due'),
        kind: 'money',
        sortable: false,
        value: ({ amount }) => amount,
        foot: <Money value={sumFen(lines.map(({ amount }) => amount))} />,
      },
      {
        id: 'received',
        header: t('received'),
        kind: 'money',
        sortable: false,
        value: ({ received }) => received,
        cell: ({ received }) => <Money value={received === 0 ? null : received} />,
        foot: <Money value={sumFen(lines.map(({ received }) => received))} />,
      },
      {
        id: 'open',
        header: t('open'),
        kind: 'money',
        sortable: false,
        value: openOf,
        cell: (line) => <Money value={openOf(line) === 0 ? null : openOf(line)} />,
        foot: <Money value={sumFen(lines.map(openOf))} />,
      },
      {
        id: 'state',
        header: '',
        width: 92,
        sortable: false,
        cell: (line) =>
          openOf(line) <= 0 ? (
            <Signal tone="ok">{t('paid')}</Signal>
          ) : live && line.item === 'deposit' ? (
            <DueSignal dueOn={line.dueOn} />
          ) : (
            <Signal tone="plain">{t('notDue')}</Signal>
          ),
      },
    ];
  }, [t, labels, lines, live]);
  return <DataTable label={t('plan')} columns={columns} rows={lines} rowKey={({ position }) => position} />;
}
