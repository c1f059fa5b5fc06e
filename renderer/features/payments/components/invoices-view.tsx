import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Figure } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { Money } from '#renderer/components/values.tsx';
import { ask } from '#renderer/lib/office.ts';
import type { invoices } from '#shared/api/invoices.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import styles from '../screens/money.module.css';

type Listed = z.output<typeof invoices.list.output>;
type Row = Listed['rows'][number];

const tones = { valid: 'ok', reversed: 'plain', red: 'seal' } as const;

type InvoicesViewProps = { from: LocalDate; to: LocalDate; filters: ReactNode };

/** The register of invoices of some days, with what stands and what red ones took back; on file and on paper. */
export function InvoicesView({ from, to, filters }: InvoicesViewProps) {
  const { t } = useTranslation('invoices');
  const navigate = useNavigate();
  const list = useQuery(ask.invoices.list({ from, to }));
  const columns = useColumns();
  const { total, reversed, rows } = list.data ?? {};
  return (
    <>
      <div className={styles.sums}>
        {total !== undefined && <Figure label={t('total')} value={<Money value={total} />} />}
        {reversed !== undefined && reversed > 0 && <Figure label={t('reversed')} value={<Money value={reversed} />} />}
      </div>
      <DataTable
        id="invoices"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ subscriptionId }) => void navigate({ to: `/contracts/subscriptions/${subscriptionId}` as string })}
        error={list.error}
        onRetry={() => void list.refetch()}
        filters={filters}
        summary={rows && t('rows', { count: rows.length })}
        exports={{
          list: 'invoices',
          title: t('file', { from, to }),
          filter: { from, to },
          paper: {
            title: t('paper', { from, to }),
            totals: [t('totalLine', { amountFen: total ?? fen(0) }), t('redLine', { amountFen: reversed ?? fen(0) })],
            note: t('note'),
          },
        }}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
        fill
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('invoices');
  return useMemo(
    () => [
      { id: 'number', header: t('number'), width: 170, value: ({ number }) => number, fixed: true },
      { id: 'issuedOn', header: t('issuedOn'), kind: 'date', width: 96, value: ({ issuedOn }) => issuedOn },
      { id: 'unit', header: t('unit'), width: 98, value: ({ unit }) => unit },
      { id: 'buyers', header: t('buyers'), kind: 'person', width: 120, value: ({ buyers }) => buyers },
      {
        id: 'amount',
        header: t('amount'),
        kind: 'money',
        width: 120,
        value: ({ amount, state }) => (state === 'red' ? fen(-amount) : amount),
      },
      {
        id: 'state',
        header: t('state'),
        width: 84,
        value: ({ state }) => t(`states.${state}`),
        cell: ({ state }) => <StatusBadge tone={tones[state]}>{t(`states.${state}`)}</StatusBadge>,
      },
      { id: 'takenBy', header: t('takenBy'), kind: 'person', width: 90, value: ({ takenBy }) => takenBy },
      { id: 'takenOn', header: t('takenOn'), kind: 'date', width: 96, value: ({ takenOn }) => takenOn },
      {
        id: 'titleTakenBy',
        header: t('titleTakenBy'),
        kind: 'person',
        width: 136,
        value: ({ titleTakenBy }) => titleTakenBy,
      },
      {
        id: 'titleTakenOn',
        header: t('titleTakenOn'),
        kind: 'date',
        width: 96,
        value: ({ titleTakenOn }) => titleTakenOn,
        hidden: true,
      },
      {
        id: 'remark',
        header: t('remark'),
        width: 140,
        value: ({ remark, reverses }) =>
          [reverses === null ? '' : t('reverses', { number: reverses }), remark]
            .filter((part) => part !== '')
            .join(' · '),
      },
      {
        id: 'subscription',
        header: t('subscription'),
        width: 122,
        value: ({ subscription }) => subscription,
        hidden: true,
      },
      {
        id: 'recorder',
        header: t('recorder'),
        kind: 'person',
        width: 84,
        value: ({ recorder }) => recorder,
        hidden: true,
      },
    ],
    [t],
  );
}
