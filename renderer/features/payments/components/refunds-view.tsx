import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Figure } from '#renderer/components/page.tsx';
import { StatusBadge, type Tone } from '#renderer/components/signal.tsx';
import { Money } from '#renderer/components/values.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { RefundState } from '#shared/domain/payments/states.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { recordOf } from '../record-of.ts';
import styles from '../screens/money.module.css';
import { PayRefundDrawer, type Refund } from './pay-refund-drawer.tsx';

const tones: Record<RefundState, Tone> = {
  requested: 'ink',
  approved: 'amber',
  paid: 'ok',
  rejected: 'seal',
  withdrawn: 'plain',
  voided: 'seal',
};

type RefundsViewProps = { from: LocalDate; to: LocalDate; filters: ReactNode };

/** Refunds that wait for somebody, whenever they were asked for, and what was paid back in some days. */
export function RefundsView({ from, to, filters }: RefundsViewProps) {
  const { t } = useTranslation('payments');
  const navigate = useNavigate();
  const list = useQuery(ask.payments.refunds({ from, to }));
  const [paying, setPaying] = useState<Refund>();
  const columns = useColumns(setPaying);
  const rows = list.data?.rows;
  return (
    <>
      <div className={styles.sums}>
        {list.data && (
          <>
            <Figure label={t('refundsWaiting')} value={<Money value={list.data.waiting} />} />
            <Figure label={t('refundsPaid')} value={<Money value={list.data.total} />} />
          </>
        )}
      </div>
      <DataTable
        id="refunds"
        label={t('refundsTitle')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ owner }) => void navigate({ to: recordOf(owner) as string })}
        error={list.error}
        onRetry={() => void list.refetch()}
        filters={filters}
        summary={rows && t('refundRows', { count: rows.length })}
        exports={{ list: 'refunds', title: t('refundsExport', { from, to }), filter: { from, to } }}
        empty={<EmptyState title={t('refundsEmpty')} text={t('refundsEmptyText')} />}
        fill
      />
      {paying !== undefined && (
        <PayRefundDrawer refund={paying} methods={list.data?.methods ?? []} onClose={() => setPaying(undefined)} />
      )}
    </>
  );
}

function useColumns(onPay: (refund: Refund) => void): readonly Column<Refund>[] {
  const { t } = useTranslation('payments');
  const { t: labels } = useTranslation('labels');
  return useMemo(
    () => [
      { id: 'number', header: t('refundNumber'), width: 122, value: ({ number }) => number, fixed: true },
      {
        id: 'state',
        header: t('state'),
        width: 104,
        value: ({ state }) => labels(`refundStates.${state}`),
        cell: ({ state, waitsFor, voidReason }) => (
          <span title={voidReason === '' ? undefined : voidReason}>
            <StatusBadge tone={tones[state]}>
              {waitsFor === null
                ? labels(`refundStates.${state}`)
                : t('waitsFor', { post: labels(`posts.${waitsFor}`) })}
            </StatusBadge>
          </span>
        ),
      },
      { id: 'unit', header: t('unit'), width: 104, value: ({ unit }) => unit },
      { id: 'payee', header: t('payee'), kind: 'person', width: 96, value: ({ payee, lender }) => lender || payee },
      { id: 'amount', header: t('amount'), kind: 'money', width: 112, value: ({ amount }) => amount },
      { id: 'interest', header: t('interest'), kind: 'money', width: 96, value: ({ interest }) => interest || null },
      { id: 'sum', header: t('refundSum'), kind: 'money', width: 112, value: ({ sum }) => sum, hidden: true },
      { id: 'reason', header: t('refundReason'), value: ({ reason }) => reason },
      { id: 'refundedOn', header: t('refundedOn'), kind: 'date', width: 96, value: ({ refundedOn }) => refundedOn },
      {
        id: 'method',
        header: t('refundMethod'),
        width: 148,
        value: ({ method, reference }) =>
          method === null ? '' : `${labels(`paymentMethods.${method}`)} ${reference}`.trim(),
      },
      {
        id: 'requestedBy',
        header: t('requestedBy'),
        kind: 'person',
        width: 80,
        value: ({ requestedBy }) => requestedBy,
        hidden: true,
      },
      { id: 'cashier', header: t('paidBy'), kind: 'person', width: 80, value: ({ cashier }) => cashier, hidden: true },
      { id: 'of', header: t('refundOf'), width: 122, value: (row) => row.of, hidden: true },
      {
        id: 'acts',
        header: '',
        width: 128,
        sortable: false,
        cell: (refund) => <RefundActs refund={refund} onPay={onPay} />,
      },
    ],
    [t, labels, onPay],
  );
}

function RefundActs({ refund, onPay }: { refund: Refund; onPay: (refund: Refund) => void }) {
  const { t } = useTranslation('payments');
  const withdraw = useCommand(act.payments.withdrawRefund);
  const undo = useCommand(act.payments.voidRefund);
  const { id, number, version, sum, can } = refund;
  const payee = refund.lender || refund.payee;
  const say = { amountFen: sum, payee };
  const button = (label: string, named: string, onClick: () => void) => (
    <Button variant="subtle" size="compact-sm" aria-label={named} onClick={onClick}>
      {label}
    </Button>
  );
  return (
    <span>
      {can['pay'] === true && button(t('pay'), t('payOf', { number }), () => onPay(refund))}
      {can['withdraw'] === true &&
        button(t('withdrawRefund'), t('withdrawRefundOf', { number }), () =>
          confirmAct({
            title: t('withdrawRefundOf', { number }),
            consequence: t('withdrawRefundConsequence', say),
            confirmLabel: t('withdrawRefund'),
            reason: 'required',
            onConfirm: (reason) => withdraw.sendOrThrow({ refundId: id, version, reason }),
          }),
        )}
      {can['void'] === true &&
        button(t('void'), t('voidRefundOf', { number }), () =>
          confirmAct({
            title: t('voidRefundOf', { number }),
            consequence: t('voidRefundConsequence', say),
            confirmLabel: t('void'),
            danger: true,
            reason: 'required',
            onConfirm: (reason) => undo.sendOrThrow({ refundId: id, version, reason }),
          }),
        )}
    </span>
  );
}
