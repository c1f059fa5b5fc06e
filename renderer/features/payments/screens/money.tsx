import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { LetterDrawer } from '#renderer/components/letter-drawer.tsx';
import { ListBody, ListMain } from '#renderer/components/list-body.tsx';
import { Figure, Page, PageHeader } from '#renderer/components/page.tsx';
import { Period } from '#renderer/components/period.tsx';
import { ReceiptActs, useReceiptPaper } from '#renderer/components/receipt-acts.tsx';
import { ReceiveDrawer } from '#renderer/components/receive-drawer.tsx';
import { RefusalBox } from '#renderer/components/refusal-text.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { DateTimeText, Money } from '#renderer/components/values.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { ask } from '#renderer/lib/office.ts';
import type { payments } from '#shared/api/payments.ts';
import { isLocalDate, type LocalDate, localDate } from '#shared/kernel/local-date.ts';
import { DueView } from '../components/due-view.tsx';
import { InvoicesView } from '../components/invoices-view.tsx';
import { RefundsView } from '../components/refunds-view.tsx';
import { WaitingDeposits } from '../components/waiting-deposits.tsx';
import type { DueLine } from '../due-lines.ts';
import { recordOf } from '../record-of.ts';
import styles from './money.module.css';

type Book = z.output<typeof payments.book.output>;
type Row = Book['rows'][number];

const day = z
  .string()
  .refine(isLocalDate)
  .transform((text) => localDate(text))
  .optional();
const views = ['book', 'due', 'refunds', 'invoices'] as const;
const addressSchema = z.object({ from: day, to: day, view: z.enum(views).optional() });

/** What money is taken for: a deal and, where one is chosen, the line of its plan. */
type Receiving = { readonly subscriptionId: number; readonly position?: number };

/** The cashier's book of some days or what is due by the plans, and the deposits that wait to be taken. */
export function MoneyScreen() {
  const { t } = useTranslation('payments');
  const navigate = useNavigate();
  const today = useToday();
  const [address, change] = useAddressState(addressSchema);
  const from = address.from ?? today;
  const to = address.to ?? today;
  const [receiving, setReceiving] = useState<Receiving>();
  const [writing, setWriting] = useState<DueLine>();
  const view = address.view ?? 'book';
  const book = useQuery(ask.payments.book({ from, to }));
  const paper = useReceiptPaper();
  const columns = useColumns(paper.open, book.data);
  const bookTotals = useBookTotals(book.data);
  const show = (next: { from: LocalDate; to: LocalDate }) => change({ from: next.from, to: next.to });
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          sub={t('sub')}
          actions={
            <SegmentedControl
              size="xs"
              aria-label={t('views.label')}
              data={views.map((one) => ({ value: one, label: t(`views.${one}`) }))}
              value={view}
              onChange={(next) => change({ view: views.find((one) => one === next && one !== 'book') })}
            />
          }
        />
      }
    >
      <ListBody>
        {view === 'due' ? (
          <ListMain>
            <DueView
              onReceive={(subscriptionId, position) => setReceiving({ subscriptionId, position })}
              onLetter={setWriting}
            />
          </ListMain>
        ) : view === 'invoices' ? (
          <ListMain>
            <InvoicesView from={from} to={to} filters={<Period from={from} to={to} today={today} onChange={show} />} />
          </ListMain>
        ) : view === 'refunds' ? (
          <ListMain>
            <RefundsView from={from} to={to} filters={<Period from={from} to={to} today={today} onChange={show} />} />
          </ListMain>
        ) : (
          <ListMain>
            <Sums book={book.data} />
            {paper.refusal && <RefusalBox refusal={paper.refusal} />}
            <DataTable
              id="money"
              label={t('title')}
              columns={columns}
              rows={book.data?.rows}
              rowKey={({ id }) => id}
              onOpen={({ owner }) => void navigate({ to: recordOf(owner) as string })}
              error={book.error}
              onRetry={() => void book.refetch()}
              filters={<Period from={from} to={to} today={today} onChange={show} />}
              summary={book.data && t('receipts', { count: book.data.rows.length })}
              exports={{
                list: 'receipts',
                title: t('exportTitle', { from, to }),
                filter: { from, to },
                paper: { title: t('bookPaper', { from, to }), totals: bookTotals, note: t('bookNote') },
              }}
              empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
              fill
            />
          </ListMain>
        )}
        {view !== 'refunds' && view !== 'invoices' && (
          <WaitingDeposits onReceive={(subscriptionId) => setReceiving({ subscriptionId })} />
        )}
      </ListBody>
      {writing !== undefined && (
        <LetterDrawer
          subscriptionId={writing.subscriptionId}
          position={writing.position}
          sub={`${writing.subscription} · ${writing.unit} · ${writing.buyer}`}
          onClose={() => setWriting(undefined)}
        />
      )}
      {receiving !== undefined && <ReceiveDrawer {...receiving} onClose={() => setReceiving(undefined)} />}
    </Page>
  );
}

/** What came in, as the foot of the printed book says it. */
function useBookTotals(book: Book | undefined): readonly string[] {
  const { t } = useTranslation('payments');
  const { t: labels } = useTranslation('labels');
  if (book === undefined) return [];
  const { total, byMethod, voided } = book;
  return [
    t('bookTotal', { amountFen: total }),
    ...byMethod.map(({ method, amount }) =>
      t('bookMethod', { method: labels(`paymentMethods.${method}`), amountFen: amount }),
    ),
    ...(voided.receipts > 0 ? [t('bookVoided', { amountFen: voided.amount })] : []),
  ];
}

/** What came in, in all and by way of payment; what was voided stands beside it. */
function Sums({ book }: { book: Book | undefined }) {
  const { t } = useTranslation('payments');
  const { t: labels } = useTranslation('labels');
  if (book === undefined) return <div className={styles.sums} />;
  return (
    <div className={styles.sums}>
      <Figure label={t('total')} value={<Money value={book.total} />} />
      {book.byMethod.map(({ method, receipts, amount }) => (
        <Figure
          key={method}
          label={labels(`paymentMethods.${method}`)}
          value={<Money value={amount} />}
          note={t('receipts', { count: receipts })}
        />
      ))}
      {book.voided.receipts > 0 && (
        <Figure
          label={t('voided')}
          value={<Money value={book.voided.amount} />}
          note={t('receipts', { count: book.voided.receipts })}
        />
      )}
    </div>
  );
}

function useColumns(
  onPaper: ReturnType<typeof useReceiptPaper>['open'],
  book: Book | undefined,
): readonly Column<Row>[] {
  const { t } = useTranslation('payments');
  const { t: labels } = useTranslation('labels');
  const total = book?.total;
  return useMemo(
    () => [
      { id: 'number', header: t('number'), width: 114, value: ({ number }) => number, fixed: true, foot: t('total') },
      {
        id: 'receivedAt',
        header: t('receivedAt'),
        kind: 'datetime',
        width: 88,
        value: ({ receivedAt }) => receivedAt,
        cell: ({ receivedAt }) => <DateTimeText at={receivedAt} short />,
      },
      { id: 'unit', header: t('unit'), width: 92, value: ({ unit }) => unit },
      { id: 'payer', header: t('payer'), kind: 'person', width: 104, value: ({ payer }) => payer },
      { id: 'item', header: t('item'), width: 118, value: ({ item }) => labels(`receiptItems.${item}`) },
      {
        id: 'method',
        header: t('method'),
        width: 146,
        value: ({ method, reference }) => `${labels(`paymentMethods.${method}`)} ${reference}`.trim(),
      },
      { id: 'cashier', header: t('cashier'), kind: 'person', width: 72, value: ({ cashier }) => cashier, hidden: true },
      {
        id: 'amount',
        header: t('amount'),
        kind: 'money',
        width: 120,
        value: ({ amount, state, exchanged }) => (state === 'voided' || exchanged ? null : amount),
        cell: ({ amount, state, exchanged }) =>
          exchanged ? (
            <span className={styles.voided} title={t('exchangedText')}>
              <Money value={amount} />
            </span>
          ) : state !== 'voided' ? (
            <Money value={amount} />
          ) : (
            <s className={styles.voided}>
              <Money value={amount} />
            </s>
          ),
        ...(total === undefined ? {} : { foot: <Money value={total} /> }),
      },
      {
        id: 'state',
        header: t('state'),
        width: 82,
        value: ({ state }) => labels(`receiptStates.${state}`),
        hidden: true,
      },
      {
        id: 'lines',
        header: t('lines'),
        width: 200,
        value: ({ lines }) =>
          lines.map(({ position, amount }) => t('lineShare', { position, amountFen: amount })).join('、'),
        hidden: true,
      },
      {
        id: 'subscription',
        header: t('subscription'),
        width: 122,
        value: ({ subscription }) => subscription,
        hidden: true,
      },
      { id: 'voidReason', header: t('voidReason'), width: 160, value: ({ voidReason }) => voidReason, hidden: true },
      {
        id: 'acts',
        header: '',
        width: 164,
        sortable: false,
        cell: (receipt) =>
          receipt.state !== 'valid' ? (
            <span title={receipt.voidReason}>
              <StatusBadge tone={receipt.state === 'voided' ? 'seal' : 'plain'}>
                {labels(`receiptStates.${receipt.state}`)}
              </StatusBadge>
            </span>
          ) : (
            <ReceiptActs receipt={receipt} onPaper={onPaper} />
          ),
      },
    ],
    [t, labels, onPaper, total],
  );
}
