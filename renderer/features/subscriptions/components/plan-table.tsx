import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { DueSignal, Signal } from '#renderer/components/signal.tsx';
import { Money } from '#renderer/components/values.tsx';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import type { SubscriptionState } from '#shared/domain/subscriptions/states.ts';
import { subtractFen, sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import { planLineStanding } from '../plan-standing.ts';

type PlanLine = z.output<typeof subscriptions.detail.output>['plan'][number];

/** What is due when, what is in, and what is open; of a subscription that has ended nothing is owed any more. */
export function PlanTable({ lines, state }: { lines: readonly PlanLine[]; state: SubscriptionState }) {
  const { t } = useTranslation('subscriptions');
  const { t: labels } = useTranslation('labels');
  const columns = useMemo<Column<PlanLine>[]>(() => {
    const openOf = (line: PlanLine) =>
      planLineStanding(line, state) === 'void' ? ZERO_FEN : subtractFen(line.amount, line.received);
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
        cell: (line) => <Standing line={line} state={state} />,
      },
    ];
  }, [t, labels, lines, state]);
  return <DataTable label={t('plan')} columns={columns} rows={lines} rowKey={({ position }) => position} />;
}

function Standing({ line, state }: { line: PlanLine; state: SubscriptionState }) {
  const { t } = useTranslation('subscriptions');
  switch (planLineStanding(line, state)) {
    case 'paid':
      return <Signal tone="ok">{t('paid')}</Signal>;
    case 'void':
      return <Signal tone="plain">{t('voidLine')}</Signal>;
    case 'running':
      return <DueSignal dueOn={line.dueOn} />;
    case 'notDue':
      return <Signal tone="plain">{t('notDue')}</Signal>;
  }
}
