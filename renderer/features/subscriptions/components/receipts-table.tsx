import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { ReceiptActs, useReceiptPaper } from '#renderer/components/receipt-acts.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import styles from '../screens/subscription.module.css';

type Receipt = z.output<typeof subscriptions.detail.output>['receipts'][number];

/** The money taken on a subscription, the voided receipts too, each with its paper. */
export function ReceiptsTable({ receipts }: { receipts: readonly Receipt[] }) {
  const { t } = useTranslation('payments');
  const { t: words } = useTranslation('subscriptions');
  const { t: labels } = useTranslation('labels');
  const paper = useReceiptPaper();
  const { open } = paper;
  const columns = useMemo<Column<Receipt>[]>(
    () => [
      { id: 'number', header: t('number'), width: 124, sortable: false, value: ({ number }) => number },
      {
        id: 'at',
        header: t('receivedAt'),
        kind: 'datetime',
        width: 104,
        sortable: false,
        value: ({ receivedAt }) => receivedAt,
        cell: ({ receivedAt }) => <DateTimeText at={receivedAt} short />,
      },
      {
        id: 'how',
        header: t('method'),
        width: 144,
        sortable: false,
        value: ({ method, reference }) => `${labels(`paymentMethods.${method}`)} ${reference}`.trim(),
      },
      {
        id: 'payer',
        header: t('payer'),
        width: 150,
        sortable: false,
        value: ({ payer }) => payer,
        cell: ({ payer, state, voidReason }) =>
          state === 'exchanged' ? (
            <>
              {payer} <Signal tone="plain">{labels('receiptStates.exchanged')}</Signal>
            </>
          ) : state === 'voided' ? (
            <>
              {payer} <Signal tone="seal">{t('voided')}</Signal> {voidReason}
            </>
          ) : (
            payer
          ),
      },
      { id: 'cashier', header: t('cashier'), width: 92, sortable: false, value: ({ cashier }) => cashier },
      { id: 'amount', header: t('amount'), kind: 'money', width: 124, sortable: false, value: ({ amount }) => amount },
      {
        id: 'acts',
        header: '',
        width: 164,
        sortable: false,
        cell: (receipt) => <ReceiptActs receipt={receipt} onPaper={open} />,
      },
    ],
    [t, labels, open],
  );
  return (
    <>
      <DataTable
        label={words('receipts')}
        columns={columns}
        rows={receipts}
        rowKey={({ id }) => id}
        empty={<p className={styles.note}>{words('noReceipts')}</p>}
      />
      {paper.refusal && (
        <div className={styles.note} role="alert">
          <RefusalText refusal={paper.refusal} />
        </div>
      )}
    </>
  );
}
