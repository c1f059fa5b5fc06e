import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Signal } from '#renderer/components/signal.tsx';
import { useCopyWords } from '#renderer/components/use-copy-words.ts';
import { useLongRows } from '#renderer/components/use-long-rows.ts';
import { ViewFilters } from '#renderer/components/view-filters.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { ask } from '#renderer/lib/office.ts';
import { useSearchText } from '#renderer/lib/search-text.ts';
import { originalColumns } from '#shared/api/custody.ts';
import { isGone } from '#shared/domain/custody/moves.ts';
import { type CustodyView, custodyViews, isToTakeBack } from '#shared/domain/custody/views.ts';
import type { RegisterRow } from '../custody-types.ts';

type RegisterTableProps = {
  view: CustodyView;
  text: string;
  onView: (view: CustodyView) => void;
  onText: (text: string) => void;
};

/** The register of all originals: by where they are, found by contract, home or buyer, exported and printed. */
export function RegisterTable({ view, text, onView, onText }: RegisterTableProps) {
  const { t } = useTranslation('custody');
  const { t: common } = useTranslation('common');
  const navigate = useNavigate();
  const [typed, setTyped] = useSearchText(text, onText);
  const {
    first: list,
    rows,
    long,
  } = useLongRows('originals', originalColumns, (part) => ask.custody.list({ text, view, ...part }));
  const columns = useRegisterColumns();
  return (
    <DataTable
      id="originals"
      label={t('register')}
      columns={columns}
      rows={rows}
      long={long}
      rowKey={({ id }) => id}
      onOpen={({ contractId }) => void navigate({ to: `/contracts/contracts/${contractId}` as string })}
      error={list.error}
      onRetry={() => void list.refetch()}
      filters={
        <ViewFilters
          search={t('search')}
          typed={typed}
          onType={setTyped}
          label={t('views.label')}
          nameOf={(one) => t(`views.${one}`)}
          views={custodyViews}
          view={view}
          counts={list.data?.counts}
          onView={onView}
        />
      }
      summary={list.data && t('rows', { count: list.data.total })}
      exports={{
        list: 'originals',
        title: t('exportTitle'),
        filter: { view },
        searched: text !== '',
        paper: { title: t('exportTitle'), countBy: 'place' },
      }}
      empty={
        view !== 'all' || text !== '' ? (
          <EmptyState title={common('emptyFiltered')} />
        ) : (
          <EmptyState title={t('empty')} text={t('emptyText')} />
        )
      }
      fill
    />
  );
}

function useRegisterColumns(): readonly Column<RegisterRow>[] {
  const { t } = useTranslation('custody');
  const { t: contracts } = useTranslation('contracts');
  const today = useToday();
  const words = useCopyWords();
  return useMemo<Column<RegisterRow>[]>(
    () => [
      { id: 'contract', header: t('contract'), width: 118, fixed: true, sortable: false, value: (row) => row.contract },
      { id: 'paper', header: t('paper'), width: 156, sortable: false, value: ({ paper }) => t(`papers.${paper}`) },
      { id: 'copyNo', header: t('copy'), width: 56, value: (row) => t('copyShort', row) },
      { id: 'unit', header: t('unit'), width: 104, sortable: false, value: ({ unit }) => unit },
      { id: 'buyers', header: t('buyers'), kind: 'person', width: 112, sortable: false, value: ({ buyers }) => buyers },
      { id: 'seller', header: t('seller'), width: 150, hidden: true, sortable: false, value: ({ seller }) => seller },
      { id: 'signedOn', header: t('signedOn'), kind: 'date', width: 96, value: ({ signedOn }) => signedOn },
      { id: 'price', header: t('price'), kind: 'money', width: 120, sortable: false, value: ({ price }) => price },
      {
        id: 'state',
        header: t('state'),
        width: 116,
        sortable: false,
        value: ({ state }) => contracts(`states.${state}`),
      },
      { id: 'holder', header: t('holder'), width: 92, value: ({ holder }) => t(`holders.${holder}`) },
      {
        id: 'place',
        header: t('place'),
        width: 104,
        value: ({ place }) => t(`places.${place}`),
        cell: ({ paper, place, state, backOn }) => (
          <Signal
            tone={
              isGone(place) ||
              isToTakeBack({ paper, place, contractState: state }) ||
              (place === 'lent' && backOn !== null && backOn < today)
                ? 'seal'
                : 'plain'
            }
          >
            {t(`places.${place}`)}
          </Signal>
        ),
      },
      { id: 'where', header: t('box'), sortable: false, value: words.whereOf },
      { id: 'backOn', header: t('backOn'), kind: 'date', width: 96, value: ({ backOn }) => backOn },
    ],
    [t, contracts, today, words.whereOf],
  );
}
