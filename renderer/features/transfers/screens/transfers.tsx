import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { ViewFilters } from '#renderer/components/view-filters.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { ask } from '#renderer/lib/office.ts';
import { useSearchText } from '#renderer/lib/search-text.ts';
import { transferViews } from '#shared/domain/transfers/transfers.ts';
import { SendDrawer } from '../components/send-drawer.tsx';
import { TransferDrawer } from '../components/transfer-drawer.tsx';
import type { Transfer } from '../transfer-types.ts';

const addressSchema = z.object({
  view: z.enum(transferViews).optional().catch(undefined),
  text: z.string().max(60).optional(),
  transfer: z.coerce.number().int().positive().optional().catch(undefined),
});

/** The book of documents that pass between departments. */
export function TransfersScreen() {
  const { t } = useTranslation('transfers');
  const { t: common } = useTranslation('common');
  const [{ view = 'all', text = '', transfer }, change] = useAddressState(addressSchema);
  const [typed, setTyped] = useSearchText(text, (kept) => change({ text: kept || undefined }, { replace: true }));
  const [sending, setSending] = useState(false);
  const list = useQuery({ ...ask.transfers.list({ view, text }), placeholderData: keepPreviousData });
  const columns = useColumns();
  const rows = list.data?.rows;
  const opened = rows?.find(({ id }) => id === transfer);
  const mine = list.data?.mine ?? [];
  const sendButton = (
    <Button leftSection={<IconSend size={15} />} onClick={() => setSending(true)}>
      {t('send')}
    </Button>
  );
  return (
    <Page header={<PageHeader title={t('title')} sub={t('sub')} actions={mine.length > 0 && sendButton} />}>
      <DataTable
        id="transfers"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => change({ transfer: id })}
        error={list.error}
        onRetry={() => void list.refetch()}
        filters={
          <ViewFilters
            search={t('search')}
            typed={typed}
            onType={setTyped}
            label={t('views.label')}
            nameOf={(one) => t(`views.${one}`)}
            views={transferViews}
            view={view}
            counts={list.data?.counts}
            onView={(next) => change({ view: next === 'all' ? undefined : next })}
          />
        }
        summary={rows && t('rows', { count: rows.length })}
        exports={{
          list: 'transfers',
          title: t('exportTitle'),
          filter: { view },
          searched: text !== '',
          paper: { title: t('exportTitle'), countBy: 'state' },
        }}
        empty={
          view !== 'all' || text !== '' ? (
            <EmptyState title={common('emptyFiltered')} />
          ) : (
            <EmptyState title={t('empty')} text={t('emptyText')} action={mine.length > 0 && sendButton} />
          )
        }
        fill
      />
      {sending && <SendDrawer mine={mine} onClose={() => setSending(false)} />}
      {opened !== undefined && (
        <TransferDrawer key={opened.id} transfer={opened} onClose={() => change({ transfer: undefined })} />
      )}
    </Page>
  );
}

function useColumns(): readonly Column<Transfer>[] {
  const { t } = useTranslation('transfers');
  const { t: custody } = useTranslation('custody');
  const today = useToday();
  return useMemo<Column<Transfer>[]>(
    () => [
      { id: 'number', header: t('number'), width: 122, fixed: true, value: ({ number }) => number },
      { id: 'sentAt', header: t('sentAt'), kind: 'datetime', width: 140, value: ({ sentAt }) => sentAt },
      { id: 'from', header: t('from'), width: 92, value: ({ from }) => custody(`places.${from}`) },
      { id: 'sentBy', header: t('sentBy'), kind: 'person', width: 84, value: ({ sentBy }) => sentBy },
      { id: 'to', header: t('to'), width: 92, value: ({ to }) => custody(`places.${to}`) },
      {
        id: 'what',
        header: t('what'),
        value: ({ lines }) =>
          lines.map(({ title, reference }) => (reference === '' ? title : `${title} ${reference}`)).join('；'),
      },
      {
        id: 'copies',
        header: t('copies'),
        kind: 'number',
        width: 60,
        value: ({ lines }) => lines.reduce((sum, { copies }) => sum + copies, 0),
      },
      {
        id: 'pages',
        header: t('pages'),
        kind: 'number',
        width: 60,
        value: ({ lines }) => lines.reduce((sum, { copies, pages }) => sum + copies * pages, 0),
      },
      {
        id: 'state',
        header: t('state'),
        width: 116,
        value: ({ state }) => t(`states.${state}`),
        cell: ({ state, dueOn }) => (
          <Signal
            tone={
              dueOn !== null && dueOn < today
                ? 'seal'
                : state === 'sent'
                  ? 'amber'
                  : state === 'received'
                    ? 'ok'
                    : 'plain'
            }
          >
            {t(`states.${state}`)}
          </Signal>
        ),
      },
      {
        id: 'receivedBy',
        header: t('receivedBy'),
        kind: 'person',
        width: 92,
        value: ({ signer, answeredBy }) => signer || answeredBy,
      },
      { id: 'answeredAt', header: t('answeredAt'), kind: 'datetime', width: 140, value: (row) => row.answeredAt },
      { id: 'answer', header: t('answer'), width: 140, hidden: true, value: ({ answer }) => answer },
    ],
    [t, custody, today],
  );
}
